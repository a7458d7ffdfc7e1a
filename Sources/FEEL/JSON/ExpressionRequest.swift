/// An expression to be evaluated over values that come with it, as a line of `feel --ndjson` has it:
/// `{"expression": …, "context": {name: typed value}, "type": …}`.
public struct ExpressionRequest: Sendable {
    /// The expression.
    public let expression: String
    /// The values it may refer to, in the order of the line.
    public let context: Context
    /// The declared type of the result, as written; one that is not FEEL's own has no effect.
    public let type: String?

    /// A request.
    public init(expression: String, context: Context = Context([]), type: String? = nil) {
        self.expression = expression
        self.context = context
        self.type = type
    }

    /// Reads a line.
    /// - Throws: ``TypedValue/Malformed`` where the line is not JSON, has no expression, or a value that is not typed.
    public init(parsing line: String) throws(TypedValue.Malformed) {
        let json: JSONText
        do throws(JSONText.Malformed) {
            json = try JSONText(parsing: line)
        } catch {
            throw TypedValue.Malformed(message: "第 \(error.offset + 1) 字节处不是 JSON。")
        }
        guard let expression = json["expression"]?.string else {
            throw TypedValue.Malformed(message: "缺少 \"expression\"。")
        }
        var entries: [(name: String, value: Value)] = []
        if case .object(let members)? = json["context"] {
            for member in members { entries.append((member.name, try TypedValue(member.value).value)) }
        }
        self.init(expression: expression, context: Context(entries), type: json["type"]?.string)
    }

    /// The result, converted to the declared type.
    /// - Throws: ``FEELError`` where the expression is not FEEL. What it names and nothing gives is null.
    public func evaluate(limits: Limits = Limits()) throws(FEELError) -> Value {
        let inputs = context.entries.map { Schema.Input($0.name, $0.value.type) }
        let program = try Compiler.compile(
            expression, schema: Schema(inputs: inputs), mode: .lenient, limits: limits)
        let value = program.evaluate(context.values)
        guard let type, let declared = try? FEELType(type) else { return value }
        return value.converted(to: declared)
    }

    /// The answer to a line, on one line: `{"value": typed value}` or
    /// `{"error": {"message": …, "line": …, "column": …}}`, the place being in the expression.
    public static func answer(_ line: String) -> String {
        do {
            let value = try ExpressionRequest(parsing: line).evaluate()
            return JSONText.object([(name: "value", value: TypedValue(value).json)]).description
        } catch let error as FEELError {
            return failure(error.message, line: error.range.line, column: error.range.column)
        } catch let error as TypedValue.Malformed {
            return failure(error.message, line: 1, column: 1)
        } catch {
            return failure("\(error)", line: 1, column: 1)
        }
    }

    private static func failure(_ message: String, line: Int, column: Int) -> String {
        JSONText.object([
            (
                name: "error",
                value: .object([
                    (name: "message", value: .string(message)), (name: "line", value: .number("\(line)")),
                    (name: "column", value: .number("\(column)")),
                ])
            )
        ]).description
    }
}
