import FEEL
package import Standards

/// A standard's rules, compiled and checked: what every assessment under that standard is made with.
package struct RuleBook: Sendable {
    package let edition: Edition
    let measures: MeasureBook
    let clauses: [ClauseProgram]
    let acceptance: AcceptanceBook
    let verdicts: VerdictProgram
    /// The second-level rows that are accepted or not, with their categories, in the order of the source.
    let rows: [(role: Category.Role, points: [ObservationPoint])]
    let points: [ObservationPoint]
    /// Faults that do not forbid a run.
    package let warnings: [RuleFault]

    /// Compiles every formula of `edition`.
    /// - Throws: all faults at once, each with file, line and column.
    package init(_ edition: Edition) throws(RuleBookError) {
        let compiler = FormulaCompiler(edition)
        self.edition = edition
        measures = MeasureBook(edition: edition, compiler: compiler)
        let measures = measures
        let schemas = ClauseProgram.Schemas(measures: measures, compiler: compiler)
        clauses = edition.clauses.map {
            ClauseProgram($0, edition: edition, measures: measures, schemas: schemas, compiler: compiler)
        }
        acceptance = AcceptanceBook(edition: edition, compiler: compiler)
        verdicts = VerdictProgram(edition.verdicts, compiler: compiler)
        rows = edition.categories.filter { $0.role != .negative }.flatMap { category in
            category.goals.flatMap(\.rows).map { (category.role, $0.points) }
        }
        points = edition.points
        let errors = compiler.faults.filter { !$0.isWarning }
        guard errors.isEmpty else { throw RuleBookError(faults: errors) }
        warnings = compiler.faults.filter(\.isWarning)
    }

    /// The text of every formula that decides something, in the order of the standard, with the parameters' values.
    package var formulas: [String] {
        edition.parameters.flatMap { parameter in
            parameter.settings.map { "\(parameter.name) \($0.validFrom) \($0.value)" }
        }
            + edition.measures.map { "\($0.name) = \($0.value.text)" }
            + edition.clauses.flatMap { clause in
                [clause.triggered, clause.suspected, clause.warning].map { "\(clause.code) \($0?.text ?? "")" }
            }
            + edition.indicators.flatMap { indicator in
                acceptance.entries[indicator.ordinal].requirements(hasCommitment: true).map {
                    "\(indicator.code) \($0.rule.condition.text)"
                }
            }
            + edition.verdicts.inputs.map(\.value.text) + edition.verdicts.rows.flatMap { $0.cells.map(\.text) }
    }
}
