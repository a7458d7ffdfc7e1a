/// A reference from one part of a package to another.
struct Relationship: Sendable {
    let id: String
    /// The last component of its type, which is the same in the transitional and the strict vocabulary: `worksheet`.
    let type: String
    /// The name of the part referred to, within the package.
    let target: String

    /// - Parameter source: the part that refers; "" for the package itself.
    init(id: String, type: String, target: String, of source: String) {
        self.id = id
        self.type = type.split(separator: "/").last.map(String.init) ?? ""
        self.target = Self.resolve(target, from: source)
    }

    /// The part that holds the relationships of `part`: `xl/_rels/workbook.xml.rels` for `xl/workbook.xml`.
    static func part(describing part: String) -> String {
        var path = part.split(separator: "/").map(String.init)
        let name = path.popLast() ?? ""
        return (path + ["_rels", name + ".rels"]).joined(separator: "/")
    }

    /// The name that `target`, relative to the folder of `source` or to the root, stands for. What climbs out of the
    /// package stays at its root: it is a name to look up, never a path to follow.
    private static func resolve(_ target: String, from source: String) -> String {
        var path = target.hasPrefix("/") ? [] : source.split(separator: "/").dropLast().map(String.init)
        for step in target.split(whereSeparator: { $0 == "/" || $0 == "\\" }) {
            switch step {
            case ".": continue
            case "..": _ = path.popLast()
            default: path.append(String(step))
            }
        }
        return path.joined(separator: "/")
    }
}
