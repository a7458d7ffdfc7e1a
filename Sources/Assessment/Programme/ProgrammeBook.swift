import FEEL
package import History
package import Standards

/// The programme of an edition and those of its overlays, compiled and checked.
package struct ProgrammeBook: Sendable {
    package let edition: Edition
    package let programme: Programme
    package let overlays: [Overlay]
    private let national: ProgrammePart
    private let provincial: [ProgrammePart]

    /// - Throws: all faults of formulas at once, each with file, line and column.
    package init(_ programme: Programme, overlays: [Overlay], edition: Edition) throws(RuleBookError) {
        let compiler = FormulaCompiler(edition)
        self.edition = edition
        self.programme = programme
        self.overlays = overlays
        national = ProgrammePart(programme, province: "", edition: edition, compiler: compiler)
        provincial = overlays.map { overlay in
            ProgrammePart(overlay.programme, province: overlay.province, edition: edition, compiler: compiler)
        }
        let errors = compiler.faults.filter { !$0.isWarning }
        guard errors.isEmpty else { throw RuleBookError(faults: errors) }
    }

    /// What the edition asks.
    package func results(_ register: ProgrammeRegister) -> [ProgrammeResult] {
        national.results(register, edition: edition)
    }

    /// What a province asks beside it; nothing before the day from which on its overlay applies.
    package func results(_ register: ProgrammeRegister, in province: String) -> [ProgrammeResult] {
        guard let overlay = overlay(of: province), overlay.validFrom.map({ $0 <= register.today }) ?? true else {
            return []
        }
        return provincial.first { $0.province == overlay.province }?.results(register, edition: edition) ?? []
    }

    /// The overlay of a province; nil where it has none.
    package func overlay(of province: String) -> Overlay? {
        overlays.first { RegionCode.contains($0.province, province) }
    }

    /// Whether checks of the overlay of `province` look at figures.
    package func readsFigures(in province: String) -> Bool { overlay(of: province) != nil }
}

extension PanelSource {
    /// The panels of some consortia, for checks that look at figures.
    package func read(_ consortia: [String]) throws(Failure) -> [String: Panel] { try panels(consortia) }
}
