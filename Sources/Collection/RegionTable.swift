package import Spreadsheet
package import Standards

/// The administrative divisions of GB/T 2260 by code and by name.
package struct RegionTable: Sendable {
    private var codes: Set<String> = []
    /// Codes by full name and by name without 省, 市 …; several where a name is used twice.
    private var byName: [String: [String]] = [:]
    /// Full names by code, of the regions that have one of their own.
    package private(set) var names = RegionNames()

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
        for name in Self.forms(of: name) { byName[name, default: []].append(code) }
        names.add(name, for: code)
    }

    /// The six-digit code of a region as people write it: by code, also with the zeros of the parts below it or without its
    /// own; by name or short name, after the names of what it lies in or without them; with a remark in brackets. Nil where
    /// it is not known, or may be one of several.
    /// - Parameter province: code of the province it lies in, to tell apart regions of one name.
    package func code(of text: String, in province: String? = nil) -> String? {
        let name = Self.withoutRemark(text.narrowed.filter { !$0.isWhitespace })
        let digits = name.prefix(while: \.isDigit)
        guard !digits.isEmpty else { return code(named: name, in: province) }
        guard let code = code(ofDigits: String(digits)) else { return nil }
        let rest = String(name.dropFirst(digits.count).drop { Self.separators.contains($0) })
        // A name behind the code says the same or makes both doubtful.
        return rest.isEmpty || self.code(named: rest, in: code) == code ? code : nil
    }
}

extension RegionTable {
    private static let separators: Set<Character> = ["-", "·", "/", ">", "—", "、", ","]

    private static func withoutRemark(_ name: String) -> String {
        guard name.hasSuffix(")"), let open = name.lastIndex(of: "("), open > name.startIndex else { return name }
        return String(name[..<open])
    }

    /// A code of six digits, or of more that are zeros, or of the two or four that say something.
    private func code(ofDigits digits: String) -> String? {
        let code: String
        switch digits.count {
        case 2, 4: code = digits + String(repeating: "0", count: 6 - digits.count)
        case 6...12 where digits.dropFirst(6).allSatisfy({ $0 == "0" }): code = String(digits.prefix(6))
        default: return nil
        }
        if digits.count < 6 { return codes.contains(code) ? code : nil }
        return codes.isEmpty || codes.contains(code) ? code : nil
    }

    private func code(named name: String, in region: String?) -> String? {
        let own = byName[name] ?? byName[Self.short(name)]
        if let found = own.flatMap({ pick(from: $0, in: region) }) { return found }
        // The names of what it lies in stand before its own, the longest that fits first.
        for end in name.indices.dropFirst().reversed() {
            guard let parents = byName[String(name[..<end])] else { continue }
            let rest = String(name[end...].drop { Self.separators.contains($0) })
            guard !rest.isEmpty else { continue }
            for parent in parents
            where parent.hasSuffix("00") && region.map({ RegionCode.contains($0, parent) }) ?? true {
                let found = code(named: rest, in: parent)
                if let found, RegionCode.contains(parent, found) { return found }
                // 北京市北京市, and what repeats the name of the province.
                if byName[rest]?.contains(parent) == true { return parent }
            }
        }
        return nil
    }

    /// The one that is meant: that within `region` where that tells; else the one that is above all others.
    private func pick(from found: [String], in region: String?) -> String? {
        guard found.count > 1 else { return found.first }
        if let region, let own = found.first(where: { $0.prefix(2) == region.prefix(2) && $0 != region }) { return own }
        let highest = found.filter { $0.hasSuffix("0000") }
        return highest.count == 1 ? highest[0] : region == nil ? nil : found[0]
    }

    /// The names that a region goes under: 湖南省 and 湖南; 湘西土家族苗族自治州, 湘西州 and 湘西.
    private static func forms(of name: String) -> Set<String> {
        let short = short(name)
        return Set([name, short] + (name.hasSuffix("自治州") ? [short + "州"] : []))
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
