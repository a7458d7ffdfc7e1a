package import Standards

/// Which consortia another came of.
package enum Ancestry {
    /// The ids of all that `consortium` came of, the nearest first, each once.
    /// - Parameter entries: by consortium, its register entries in the order of the days they hold from.
    package static func ids(of consortium: String, among entries: [String: [Consortium]]) -> [String] {
        Ancestor.all(of: consortium) { entries[$0] ?? [] }.map(\.id)
    }
}
