package import Spreadsheet

/// The administrative divisions of GB/T 2260 by code and by name.
package struct RegionTable: Sendable {
    private var codes: Set<String> = []
    /// Codes by full name and by name without 省, 市 …; several where a name is used twice.
    private var byName: [String: [String]] = [:]
    /// Full names by code, of the regions that have one of their own.
    package private(set) var names: [String: String] = [:]

    /// A table that knows no region, and takes every code.
    package init() {}

    /// Reads `code,name,level,parent`.
    package init(_ file: SourceFile) throws {
        var columns: [String: Int] = [:]
        try CSVSheet(try DecodedText(file.bytes)).forEachRow { row in
            guard !columns.isEmpty else {
                for cell in row.cells { columns[cell.text] = cell.address.column - 1 }
                return
            }
            guard let code = columns["code"], let name = columns["name"] else { return }
            add(code: row.text(at: code), name: row.text(at: name))
        }
    }

    private mutating func add(code: String, name: String) {
        codes.insert(code)
        // These stand for a group of counties; nobody means one of them by its name.
        if name == "市辖区" || name == "县" || name.contains("直辖县级") { return }
        for name in Set([name, Self.short(name)]) { byName[name, default: []].append(code) }
        names[code] = name
    }

    /// The full name of a region, by which ``code(of:in:)`` finds it; nil where it has none of its own, as 市辖区.
    package func name(of code: String) -> String? { names[code] }

    /// The six-digit code of a region given by code or name; nil where it is not known.
    /// - Parameter province: code of the province it lies in, to tell apart regions of one name.
    package func code(of text: String, in province: String? = nil) -> String? {
        let name = text.narrowed
        if name.count == 6, name.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            return codes.isEmpty || codes.contains(name) ? name : nil
        }
        let found = byName[name] ?? byName[Self.short(name)] ?? []
        if found.count > 1, let province {
            return found.first { $0.prefix(2) == province.prefix(2) && $0 != province } ?? found[0]
        }
        return found.first
    }

    /// A name as people shorten it: 湖南 for 湖南省, 广西 for 广西壮族自治区, 湘西 for 湘西土家族苗族自治州.
    private static func short(_ name: String) -> String {
        for suffix in ["自治区", "自治州", "特别行政区", "地区"] where name.hasSuffix(suffix) {
            let bare = name.dropLast(suffix.count)
            let people = Self.peoples.compactMap { bare.firstRange(of: $0)?.lowerBound }.min() ?? bare.endIndex
            // The 蒙古 of 内蒙古 belongs to the name.
            return String(bare.distance(from: bare.startIndex, to: people) > 1 ? bare[..<people] : bare)
        }
        guard name.count > 2, let last = name.last, "省市盟".contains(last) else { return name }
        return String(name.dropLast())
    }

    /// The peoples that autonomous regions and prefectures are named for.
    private static let peoples = [
        "壮族", "回族", "维吾尔", "土家族", "苗族", "布依族", "侗族", "藏族", "羌族", "彝族", "傣族", "白族", "哈尼族", "景颇族", "傈僳族",
        "朝鲜族", "蒙古", "哈萨克", "柯尔克孜",
    ]
}
