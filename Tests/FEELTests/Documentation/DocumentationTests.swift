import FEEL
import Foundation
import Testing

@Suite("Documentation")
struct DocumentationTests {
    /// `Sources/FEEL/FEEL.docc`
    private static let catalogue = URL(filePath: #filePath, relativeTo: nil)
        .deletingLastPathComponent().appending(path: "../../../Sources/FEEL/FEEL.docc").standardized

    private static let builtins = BuiltinExamples.chapters.flatMap(\.functions)

    @Test(arguments: builtins.flatMap(\.examples).map { "\($0.expression)  // → \($0.result)" })
    func `each example of a built-in function gives what it says`(line: String) throws {
        try Self.run(line, in: "BuiltinExamples.swift")
    }

    @Test func `every built-in function has an example, and a phrase in Chinese`() throws {
        #expect(Set(Self.builtins.map(\.name)) == Set(Builtin.all.map(\.name)))
        #expect(Self.builtins.allSatisfy { !$0.examples.isEmpty })
        for function in Builtin.all {
            let arguments = function.parameters.indices.map { "p\($0)" }.joined(separator: ", ")
            let call = try Parser.expression("\(function.name)(\(arguments))")
            #expect(
                !call.described().contains(function.name), "\(function.name) has no phrase in FunctionPhrase.builtIn")
        }
    }

    @Test func `the page of built-in functions is up to date`() throws {
        let page = Self.catalogue.appending(path: "BuiltInFunctions.md")
        let command = "RECORD_SNAPSHOTS=1 swift test --filter DocumentationTests"
        let wanted = Self.page()
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
            try Data(wanted.utf8).write(to: page)
            Issue.record("wrote BuiltInFunctions.md; read it, then run without RECORD_SNAPSHOTS")
            return
        }
        let found = try String(contentsOf: page, encoding: .utf8)
        #expect(found == wanted, "BuiltInFunctions.md is out of date; refresh it with: \(command)")
    }

    @Test(arguments: ["FEEL.md", "Grammar.md", "CheckingAndDescribing.md", "DecisionTables.md"])
    func `each example on a page written by hand gives what it says`(name: String) throws {
        let text = try String(contentsOf: Self.catalogue.appending(path: name), encoding: .utf8)
        var isExample = false
        var count = 0
        for line in text.split(separator: "\n") {
            if line.hasPrefix("```") {
                isExample = line == "```feel"
            } else if isExample, line.contains(Self.arrow) {
                try Self.run(String(line), in: name)
                count += 1
            }
        }
        #expect(count > 0 || name == "DecisionTables.md")
    }

    // MARK: Examples

    private static let arrow = "  // → "

    /// Evaluates what stands before the arrow and what stands after it.
    private static func run(_ line: String, in page: String) throws {
        let sides = try #require(line.range(of: arrow), "\(page): \(line) has no arrow")
        let value = try Compiler.compile(String(line[..<sides.lowerBound]), mode: .lenient).evaluate()
        let expected = try Compiler.compile(String(line[sides.upperBound...])).evaluate()
        #expect(value == expected, "\(page): \(line)")
    }

    private static func page() -> String {
        var lines = [
            "# Built-in functions", "",
            "Every function of DMN 1.5, with examples that are run as tests.", "",
            "## Overview", "",
            "Arguments are given in order or by name: `substring(string: \"abc\", start position: 2)`. A function",
            "called with what it does not take gives null. A single value stands for a list of itself. This page is",
            "made from `BuiltinExamples.swift` of the tests.",
        ]
        for chapter in BuiltinExamples.chapters {
            lines += ["", "### \(chapter.title)"]
            for function in chapter.functions {
                lines += ["", "#### \(function.name)", ""]
                lines += signatures(of: function.name).map { "- `\($0)`" }
                lines += ["", function.summary, "", "```feel"]
                lines += function.examples.map { $0.expression + arrow + $0.result }
                lines.append("```")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// `substring(string, start position, [length]) → string`; functions that take lists or their items in one line.
    private static func signatures(of name: String) -> [String] {
        Builtin.all.filter { $0.name == name }.map { function in
            let parameters = function.parameters.map { $0.isOptional ? "[\($0.name)]" : $0.name }
            return
                "\(name)(\(parameters.joined(separator: ", "))\(function.isVariadic ? " …" : "")) → \(function.result)"
        }
    }
}
