import ArgumentParser
import Assessment
import FEEL
import Glibc
import UseCases

struct FEELCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feel",
        abstract: Language.text(
            "计算 FEEL 表达式：单个、成批或逐行。", "Evaluate FEEL: an expression, a stream of requests, or by conversation."),
        discussion: Language.text(
            """
            --ndjson 逐行读 {"expression": …, "context": {名称: 带类型的值}, "type": …}，依次写出 \
            {"value": 带类型的值} 或 {"error": {"message": …, "line": …, "column": …}}。

            --consortium 编号 --year 年度 列出规则所见的该联合体各年（本年、上年、近2年……），逐行计算；\
            :names 列出可用的名称，:quit 结束。
            """,
            """
            --ndjson reads {"expression": …, "context": {name: typed value}, "type": …} a line and writes \
            {"value": typed value} or {"error": {"message": …, "line": …, "column": …}} a line, in order.

            --consortium ID --year Y lays out the years of a consortium as rules see them (本年, 上年, 近2年 …) and \
            evaluates line after line; :names lists what may be named, :quit ends.
            """))

    @Argument(help: Language.help("表达式。", "The expression."))
    var expression: String?

    @Flag(help: Language.help("从标准输入读请求，一行一个对象。", "Read requests from standard input, an object a line."))
    var ndjson = false

    @Option(help: Language.help("在这一家联合体的数据上计算。", "Evaluate over the years of this consortium."))
    var consortium: String?

    @OptionGroup var yearOption: LastYearOption

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if ndjson, expression != nil || consortium != nil {
            throw ValidationError(
                Language.text(
                    "--ndjson 不与表达式或 --consortium 同用。", "--ndjson takes neither an expression nor --consortium."))
        }
        if !ndjson, expression == nil, consortium == nil {
            throw ValidationError(
                Language.text(
                    "请写表达式，或 --ndjson，或 --consortium 编号 --year 年度。",
                    "Give an expression, --ndjson, or --consortium ID --year Y."))
        }
    }

    func run() async throws {
        if ndjson {
            while let line = readLine() {
                guard !line.allSatisfy(\.isWhitespace) else { continue }
                Console.write(ExpressionRequest.answer(line) + "\n")
            }
        } else if let consortium {
            try converse(try await shared.workspace().workbench(of: consortium, year: yearOption.year))
        } else if let expression {
            do {
                Console.write("\(try Compiler.compile(expression).evaluate())\n")
            } catch {
                throw Failure(.configuration, error.description)
            }
        }
    }

    /// Answers the expression given, or line after line until the input ends.
    private func converse(_ workbench: RuleWorkbench) throws {
        if let expression {
            guard write(workbench.answer(expression)) else { throw ExitCode(ExitStatus.configuration.rawValue) }
            return
        }
        let isTerminal = isatty(STDIN_FILENO) == 1
        if isTerminal { Console.note("输入 FEEL 表达式，回车求值；:names 看可用的名称，:quit 退出。") }
        while true {
            if isTerminal { Console.write("feel> ") }
            guard let line = readLine() else { return }
            switch line.trimmingPrefix(while: \.isWhitespace) {
            case "": continue
            case ":quit", ":q": return
            case ":names":
                for name in workbench.names { Console.write("\(name.name) = \(name.value)\n") }
            default:
                _ = write(workbench.answer(line))
            }
        }
    }

    /// Whether the expression had a value.
    private func write(_ answer: RuleWorkbench.Answer) -> Bool {
        for fault in answer.faults { Console.complain(fault) }
        guard let value = answer.value else { return false }
        Console.write("\(value)\n")
        if let description = answer.description { Console.write("  \(description)\n") }
        return true
    }
}
