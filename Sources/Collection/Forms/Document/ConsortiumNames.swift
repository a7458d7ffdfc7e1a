internal import FEEL
package import Standards

/// The registered consortia by their names, for documents that give no other sign of whom they are about.
package struct ConsortiumNames: Sendable {
    private var ids: [String: Set<String>] = [:]
    private var names: [String: String] = [:]

    package init(_ consortia: [Consortium] = []) {
        add(consortia)
    }

    package mutating func add(_ consortia: [Consortium]) {
        for consortium in consortia {
            let key = Self.key(of: consortium.name)
            ids[key, default: []].insert(consortium.id)
            names[key] = consortium.name
        }
    }

    /// The id of the one consortium of that name; nil where there is none, or more than one.
    func id(of name: String) -> String? {
        guard let found = ids[Self.key(of: name)], found.count == 1 else { return nil }
        return found.first
    }

    /// The registered name that is nearest to one that is not.
    func nearest(to name: String) -> String? {
        NameSuggestion.nearest(to: Self.key(of: name), among: names.keys.sorted()).flatMap { names[$0] }
    }

    /// The name in half-width letters, without white space and quotes.
    private static func key(of name: String) -> String {
        name.narrowed.filter { !$0.isWhitespace && !"“”\"‘’'".contains($0) }
    }
}
