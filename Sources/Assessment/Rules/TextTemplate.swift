import FEEL
import Standards

/// A ``Template`` compiled: a sentence such as `{年度}年到位{本年.到位经费}万元`, filled in with values.
struct TextTemplate: Sendable {
    private enum Part: Sendable {
        case words(String)
        case program(Program)
    }

    private let parts: [Part]
    /// The sentence, where it is the same whatever the values.
    let words: String?

    /// What stands for an unknown value.
    private static let unknown = "—"

    /// Compiles the formulae of `template`; faults go to the compiler.
    init(
        _ template: Template, inputs: [(name: String, type: FEELType)], compiler: FormulaCompiler, place: String
    ) {
        parts = template.parts.compactMap { part in
            switch part {
            case .words(let words): .words(words)
            case .formula(let formula):
                compiler.compile(formula, inputs: inputs, readsCells: false, place: place).map { .program($0.program) }
            }
        }
        words = parts.reduce("") { text, part in
            guard let text, case .words(let words) = part else { return nil }
            return text + words
        }
    }

    func text(_ inputs: [Value]) -> String {
        if let words { return words }
        return parts.map { part in
            switch part {
            case .words(let words): words
            case .program(let program): Self.text(of: program.evaluate(inputs))
            }
        }.joined()
    }

    private static func text(of value: Value) -> String {
        switch value {
        case .null: unknown
        case .number(let number): number.description
        case .boolean(let truth): truth ? "是" : "否"
        case .string(let text): text
        case .list(let items): items.map(text(of:)).joined(separator: "、")
        default: value.description
        }
    }
}
