import FEEL
import Standards

/// The years of one consortium laid out for a rule author to try expressions on: what rules see, name by name.
package struct RuleWorkbench: Sendable {
    private let rules: RuleBook
    private let values: [Value]
    private let cells: YearCells

    /// What an expression came to.
    package struct Answer: Sendable {
        /// The value in FEEL; nil where the expression is faulty.
        package let value: String?
        /// What the expression says, in Chinese.
        package let description: String?
        /// What is wrong with it, each with its place.
        package let faults: [String]
    }

    /// What may be named, with its value in short.
    package struct Name: Sendable {
        package let name: String
        package let value: String
    }

    init(_ subject: Subject) {
        rules = subject.rules
        values = subject.inputs(for: subject.year).values
        cells = YearCells(panel: subject.panel, year: subject.year)
    }

    /// Everything that may be named, in the order of the rules' inputs.
    package var names: [Name] {
        zip(inputs(FormulaCompiler(rules.edition)), values).map { Name(name: $0.name, value: $1.description) }
    }

    /// Evaluates an expression as a rule would be; `actual` and `committed` read the assessed year.
    package func answer(_ text: String) -> Answer {
        let compiler = FormulaCompiler(rules.edition)
        let formula = Formula(text: text, file: "", line: 1, column: 1)
        let compiled = compiler.compile(
            formula, schema: compiler.schema(inputs: inputs(compiler), readsCells: true), place: "")
        return Answer(
            value: compiled?.program.evaluate(values, host: cells).description,
            description: compiled?.expression.described(phrases: RuleBook.phrases),
            faults: compiler.faults.map { "第\($0.line)行第\($0.column)列：\($0.message)" })
    }

    private func inputs(_ compiler: FormulaCompiler) -> [(name: String, type: FEELType)] {
        RuleInputs.declarations(measures: rules.measures, compiler: compiler)
    }
}

extension Assessor {
    /// The workbench of a consortium; nil where the input has none of that id.
    package func workbench<Failure: Error>(
        of consortium: String, _ input: AssessmentInput, reading source: PanelSource<Failure>
    ) throws(Failure) -> RuleWorkbench? {
        try Population(input, assessor: self).subject(of: consortium, reading: source).map(RuleWorkbench.init)
    }
}
