/// A park that a consortium rests on; several may stand under one name (一区多园).
package struct Park: Sendable, Hashable {
    package let name: String
    /// As the register writes it; blank where it says nothing.
    package let level: String
    /// The code of the region that it lies in; blank where nobody knows.
    package let region: String

    /// What tells two writings of one park from two parks.
    package var key: String { name.filter { !$0.isWhitespace } }
}

extension Consortium {
    /// The parks that the register names, separated by 、 or ；, each with its level where as many levels are named, else
    /// with all that is said of levels. A park elsewhere has the name of its region behind it in brackets.
    package func parks(_ regions: RegionNames) -> [Park] {
        func parts(_ text: String) -> [String] {
            text.split { "、；".contains($0) }.map(\.trimmed).filter { !$0.isEmpty }
        }
        let names = parts(park)
        let levels = parts(parkLevel)
        let home = prefecture.isEmpty ? province : String(prefecture.prefix { $0.isNumber })
        return names.enumerated().map { place, name in
            let level = levels.count == names.count ? levels[place] : parkLevel
            guard names.count > 1, let found = Self.region(of: name, regions) else {
                return Park(name: name, level: level, region: home)
            }
            return Park(name: found.name, level: level, region: found.region)
        }
    }

    /// `示例园区（株洲市）`, where the brackets hold the name or the code of a region.
    private static func region(of name: String, _ regions: RegionNames) -> (name: String, region: String)? {
        guard let last = name.last, last == "）" || last == ")",
            let open = name.lastIndex(where: { $0 == "（" || $0 == "(" })
        else { return nil }
        let remark = String(name[name.index(after: open)...].dropLast())
        let code = regions.codes.sorted().first { $0 == remark || regions.name(of: $0) == remark }
        return code.map { (String(name[..<open]), $0) }
    }
}
