/// The names of regions by their GB/T 2260 codes.
package struct RegionNames: Sendable {
    private var names: [String: String]

    package init(_ names: [String: String] = [:]) {
        self.names = names
    }

    /// Adds a region that has a name of its own.
    package mutating func add(_ name: String, for code: String) { names[code] = name }

    /// The codes that have a name.
    package var codes: Set<String> { Set(names.keys) }

    /// The name of `code`; nil where it has none of its own, as 市辖区.
    package func name(of code: String) -> String? { names[code] }

    /// The name of `code`; the code itself where it has none, and a dash where it is blank.
    package subscript(code: String) -> String {
        code.isEmpty ? "—" : names[code] ?? code
    }

    /// The names of several, one inside the other: 北京市 alone where 市辖区 of 北京市 has no name of its own.
    package func names(of codes: [String]) -> [String] {
        var told: [String] = []
        for (place, code) in codes.enumerated() where !code.isEmpty {
            let isPart = codes[..<place].contains { names[$0] != nil && $0.prefix(2) == code.prefix(2) }
            if let name = names[code] ?? (isPart ? nil : code) { told.append(name) }
        }
        return told
    }
}
