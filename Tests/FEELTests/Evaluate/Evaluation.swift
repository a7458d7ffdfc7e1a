import FEEL
import Testing

/// An expression and the value it should give, written as FEEL writes it.
struct Evaluation: Sendable, CustomTestStringConvertible {
    let expression: String
    let value: String

    init(_ expression: String, _ value: String) {
        self.expression = expression
        self.value = value
    }

    var testDescription: String { "\(expression) ⇒ \(value)" }

    /// What the expression gives.
    func result() throws -> String {
        try Compiler.compile(expression, mode: .lenient).evaluate().description
    }
}
