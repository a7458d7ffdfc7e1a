package import Foundation
import Yams

/// What is wrong, gathered while files are read.
package final class IssueLog {
    package private(set) var issues: [ConfigurationIssue] = []

    package init() {}

    package func add(_ issue: ConfigurationIssue) {
        issues.append(issue)
    }
}

/// One YAML file, parsed into nodes that know their places.
package final class YAMLDocument {
    package let name: String
    let log: IssueLog
    package private(set) var root: YAMLEntry?
    private let text: String
    private lazy var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)

    /// Parses `data`; what cannot be parsed is an issue, and there is no root then.
    package init(name: String, data: Data, log: IssueLog) {
        self.name = name
        self.log = log
        guard let text = String(data: data, encoding: .utf8) else {
            self.text = ""
            report(0, 0, expected: "应为 UTF-8 编码", found: "读到别的编码", remedy: "请另存为 UTF-8")
            return
        }
        self.text = text
        do {
            // The basic resolver leaves every scalar a text: 1.10 is a code, not a number.
            guard let node = try Yams.compose(yaml: text, .basic, .default, .utf8) else {
                report(0, 0, expected: "应有内容", found: "文件是空的", remedy: "请照其他标准的同名文件填写")
                return
            }
            root = YAMLEntry(node: node, document: self)
        } catch {
            report(error)
        }
    }

    func report(
        _ line: Int, _ column: Int, expected: String, found: String, remedy: String, suggestion: String? = nil
    ) {
        log.add(
            ConfigurationIssue(
                file: name, line: line, column: column, expected: expected, found: found, remedy: remedy,
                suggestion: suggestion))
    }

    /// The column, from 1, where the text of a line begins.
    package func indentation(ofLine line: Int) -> Int {
        guard lines.indices.contains(line - 1) else { return 1 }
        return lines[line - 1].prefix { $0 == UInt8(ascii: " ") }.count + 1
    }

    private func report(_ error: any Error) {
        switch error {
        case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _):
            report(
                mark.line, mark.column, expected: "应为合法的 YAML", found: "此处读不下去（\(problem)）",
                remedy: "请检查缩进、引号和冒号后的空格")
        case YamlError.duplicatedKeysInMapping(let duplicates, let context):
            report(
                context.mark.line, context.mark.column, expected: "同一处的键应不重复",
                found: "“\(duplicates.joined(separator: "”“"))”写了两次", remedy: "请删去一个")
        default:
            report(0, 0, expected: "应为合法的 YAML", found: "\(error)", remedy: "请检查文件")
        }
    }
}
