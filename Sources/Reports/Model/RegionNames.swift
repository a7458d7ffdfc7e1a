/// The names of regions by their GB/T 2260 codes.
package struct RegionNames: Sendable {
    private let names: [String: String]

    package init(_ names: [String: String]) {
        self.names = names
    }

    /// The name of `code`; the code itself where it has none, and a dash where it is blank.
    package subscript(code: String) -> String {
        code.isEmpty ? "—" : names[code] ?? code
    }
}
