import FEEL
package import Standards

/// A standard's rules, compiled and checked: what every assessment under that standard is made with.
package struct RuleBook: Sendable {
    package let standard: Standard
    let measures: MeasureBook
    let clauses: [ClauseProgram]
    let acceptance: AcceptanceBook
    let verdicts: VerdictProgram
    /// Faults that do not forbid a run.
    package let warnings: [RuleFault]

    /// Compiles every formula of `standard`.
    /// - Throws: all faults at once, each with file, line and column.
    package init(_ standard: Standard) throws(RuleBookError) {
        let compiler = FormulaCompiler(standard)
        self.standard = standard
        measures = MeasureBook(standard: standard, compiler: compiler)
        let measures = measures
        clauses = standard.clauses.map {
            ClauseProgram($0, standard: standard, measures: measures, compiler: compiler)
        }
        acceptance = AcceptanceBook(standard: standard, compiler: compiler)
        verdicts = VerdictProgram(standard.verdicts, compiler: compiler)
        let errors = compiler.faults.filter { !$0.isWarning }
        guard errors.isEmpty else { throw RuleBookError(faults: errors) }
        warnings = compiler.faults.filter(\.isWarning)
    }
}
