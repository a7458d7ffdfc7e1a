import ArgumentParser
import FEEL
import Pipeline

struct FEELCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feel", abstract: "Evaluate FEEL: one expression, or one JSON object a line.",
        discussion: """
            --ndjson reads {"expression": …, "context": {name: typed value}, "type": …} a line and writes \
            {"value": typed value} or {"error": {"message": …, "line": …, "column": …}} a line, in order.
            """)

    @Argument(help: "The expression.")
    var expression: String?

    @Flag(help: "Read requests from standard input, an object a line.")
    var ndjson = false

    func validate() throws {
        if ndjson == (expression != nil) {
            throw ValidationError("Give an expression, or --ndjson.")
        }
    }

    func run() throws {
        if ndjson {
            while let line = readLine() {
                guard !line.allSatisfy(\.isWhitespace) else { continue }
                Console.write(ExpressionRequest.answer(line) + "\n")
            }
        } else if let expression {
            do {
                Console.write("\(try Compiler.compile(expression).evaluate())\n")
            } catch {
                throw Failure(.configuration, error.description)
            }
        }
    }
}
