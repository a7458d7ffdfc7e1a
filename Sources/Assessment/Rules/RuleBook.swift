import FEEL
package import Standards

/// A standard's rules, compiled and checked: what every assessment under that standard is made with.
package struct RuleBook: Sendable {
    package let standard: Standard
    let measures: MeasureBook
    let clauses: [ClauseProgram]
    let acceptance: AcceptanceBook
    let verdicts: VerdictProgram
    /// The second-level rows that are accepted or not, with their categories, in the order of the source.
    let rows: [(role: Category.Role, points: [ObservationPoint])]
    let points: [ObservationPoint]
    /// Faults that do not forbid a run.
    package let warnings: [RuleFault]

    /// Compiles every formula of `standard`.
    /// - Throws: all faults at once, each with file, line and column.
    package init(_ standard: Standard) throws(RuleBookError) {
        let compiler = FormulaCompiler(standard)
        self.standard = standard
        measures = MeasureBook(standard: standard, compiler: compiler)
        let measures = measures
        let schemas = ClauseProgram.Schemas(measures: measures, compiler: compiler)
        clauses = standard.clauses.map {
            ClauseProgram($0, standard: standard, measures: measures, schemas: schemas, compiler: compiler)
        }
        acceptance = AcceptanceBook(standard: standard, compiler: compiler)
        verdicts = VerdictProgram(standard.verdicts, compiler: compiler)
        rows = standard.categories.filter { $0.role != .negative }.flatMap { category in
            category.goals.flatMap(\.rows).map { (category.role, $0.points) }
        }
        points = standard.points
        let errors = compiler.faults.filter { !$0.isWarning }
        guard errors.isEmpty else { throw RuleBookError(faults: errors) }
        warnings = compiler.faults.filter(\.isWarning)
    }

    /// The text of every formula that decides something, in the order of the standard, with the parameters' values.
    package var formulas: [String] {
        standard.parameters.flatMap { parameter in
            parameter.settings.map { "\(parameter.name) \($0.validFrom) \($0.value)" }
        }
            + standard.measures.map { "\($0.name) = \($0.value.text)" }
            + standard.clauses.flatMap { clause in
                [clause.triggered, clause.suspected, clause.warning].map { "\(clause.code) \($0?.text ?? "")" }
            }
            + standard.indicators.flatMap { indicator in
                acceptance.entries[indicator.ordinal].requirements(hasCommitment: true).map {
                    "\(indicator.code) \($0.rule.condition.text)"
                }
            }
            + standard.verdicts.inputs.map(\.value.text) + standard.verdicts.rows.flatMap { $0.cells.map(\.text) }
    }
}
