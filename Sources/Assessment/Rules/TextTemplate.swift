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
        _ template: Template, schema: Schema, compiler: FormulaCompiler, place: String
    ) {
        parts = template.parts.compactMap { part in
            switch part {
            case .words(let words): .words(words)
            case .formula(let formula):
                compiler.compile(formula, schema: schema, place: place).map { .program($0.program) }
            }
        }
        words = parts.reduce("") { text, part in
            guard let text, case .words(let words) = part else { return nil }
            return text + words
        }
    }

    func text(_ inputs: [Value]) -> String {
        var text = ""
        write(inputs, to: &text)
        return text
    }

    func write(_ inputs: [Value], to text: inout String) {
        if let words {
            text += words
            return
        }
        for part in parts {
            switch part {
            case .words(let words): text += words
            case .program(let program): text += Self.text(of: program.evaluate(inputs))
            }
        }
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
