extension NormCatalogue {
    /// Adds what a programme asks, by the ids of its entries; of an overlay with its province before them:
    /// `430000/one-per-park`.
    package mutating func add(_ programme: Programme, of edition: String, province: String? = nil) {
        let prefix = province.map { "\($0)/" } ?? ""
        func codes(_ ids: [String]) -> [String] { ids.map { prefix + $0 } }
        add(.quota, of: edition, codes(programme.checks.map(\.id) + programme.targets.map(\.id)))
        add(.procedure, of: edition, codes(programme.checklists.map(\.id) + programme.supports.map(\.id)))
        add(.report, of: edition, codes(programme.uses.map(\.id) + programme.publications.map(\.id)))
        add(.definition, of: edition, codes(programme.tables.map(\.name)))
    }
}
