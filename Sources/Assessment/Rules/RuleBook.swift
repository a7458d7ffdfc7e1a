import FEEL
package import Standards

/// A standard's rules, compiled and checked, with the numbers that provinces set in them: what every assessment under
/// that standard is made with.
package struct RuleBook: Sendable {
    package let edition: Edition
    package let overlays: [Overlay]
    /// The rules of editions that rate consortia of some standing instead of this one.
    package let rated: [RuleBook]
    let measures: MeasureBook
    let clauses: [ClauseProgram]
    let acceptance: AcceptanceBook
    let verdicts: VerdictProgram
    /// The criteria (三级指标) that are accepted or not, with their categories, in the order of the source.
    let criteria: [(role: Category.Role, points: [ObservationPoint])]
    /// Faults that do not forbid a run.
    package let warnings: [RuleFault]

    /// Compiles every formula of `edition`.
    /// - Throws: all faults at once, each with file, line and column.
    package init(
        _ edition: Edition, overlays: [Overlay] = [], rated: [RuleBook] = []
    ) throws(RuleBookError) {
        let compiler = FormulaCompiler(edition)
        self.edition = edition
        self.overlays = overlays
        self.rated = rated
        measures = MeasureBook(edition: edition, compiler: compiler)
        let measures = measures
        let schemas = ClauseProgram.Schemas(edition: edition, measures: measures, compiler: compiler)
        clauses = edition.clauses.map {
            ClauseProgram($0, edition: edition, measures: measures, schemas: schemas, compiler: compiler)
        }
        acceptance = AcceptanceBook(edition: edition, compiler: compiler)
        verdicts = VerdictProgram(edition.verdicts, compiler: compiler)
        criteria = edition.categories.filter { $0.role != .negative }.flatMap { category in
            category.goals.flatMap(\.criteria).map { (category.role, $0.points) }
        }
        let errors = compiler.faults.filter { !$0.isWarning }
        guard errors.isEmpty else { throw RuleBookError(faults: errors) }
        warnings = compiler.faults.filter(\.isWarning)
    }

    /// The overlay of a province; nil where it has none.
    package func overlay(of province: String) -> Overlay? {
        overlays.first { RegionCode.contains($0.province, province) }
    }
}
