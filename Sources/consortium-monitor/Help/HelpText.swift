import FEEL
import Foundation
import Reports

/// Help and usage errors as people read them. The argument parser speaks English alone, so what it says of its own is put
/// into Chinese here, sentence by sentence; our own texts come in the right language already.
struct HelpText {
    /// The names that a misspelt one may have meant.
    let commands: [String]
    /// The columns of the terminal.
    let width: Int

    /// - Parameter message: the parser's text in English, not broken into lines yet.
    func chinese(_ message: String) -> String {
        message.split(separator: "\n", omittingEmptySubsequences: false)
            .map { wrapped(translated(String($0))) }.joined(separator: "\n")
    }

    private func translated(_ line: String) -> String {
        var line = line
        for (pattern, replacement) in Self.headings where line.hasPrefix(pattern) {
            line = replacement + line.dropFirst(pattern.count)
        }
        for (pattern, replacement) in Self.phrases where line.contains(pattern) {
            line = line.replacing(pattern, with: replacement)
        }
        for sentence in Self.sentences {
            if let match = line.firstMatch(of: sentence.pattern) {
                let words = match.output.dropFirst().map { $0.substring.map(String.init) ?? "" }
                line.replaceSubrange(match.range, with: sentence.says(words))
            }
        }
        if let match = line.firstMatch(of: Self.unexpected) {
            let words = (match.output[1].substring ?? "").components(separatedBy: "', '")
            let nearest = words.first.flatMap { NameSuggestion.nearest(to: $0, among: commands) }
            let suggestion = nearest.map { "是不是“\($0)”？" } ?? ""
            line.replaceSubrange(match.range, with: "多出\(words.map { "“\($0)”" }.joined())。\(suggestion)")
        }
        return line
    }

    private static let headings = [
        ("OVERVIEW: ", "说明："), ("USAGE: ", "用法： "), ("Usage: ", "用法： "), ("ARGUMENTS:", "参数："),
        ("OPTIONS:", "选项："), ("SUBCOMMANDS:", "命令："), ("Error: ", ""), ("Help:  ", "说明： "),
    ]

    private static let phrases = [
        ("Show help information.", "显示帮助。"), ("Show subcommand help information.", "显示某个命令的帮助。"),
        ("Show the version.", "显示版本。"), ("<options>", "<选项>"), ("<subcommand>", "<命令>"),
        ("(default)", "（默认）"),
    ]

    private struct Sentence {
        let pattern: Regex<AnyRegexOutput>
        let says: @Sendable ([String]) -> String

        init(_ pattern: String, _ says: @escaping @Sendable ([String]) -> String) {
            // The patterns are our own, and a test reads every one.
            // swift-format-ignore: NeverUseForceTry
            self.pattern = try! Regex(pattern)
            self.says = says
        }
    }

    // A regular expression is no `Sendable`, though nothing changes it.
    private nonisolated(unsafe) static let unexpected = Sentence(
        "(?:Unexpected argument|[0-9]+ unexpected arguments:) '(.*)'"
    ) { _ in "" }.pattern

    private nonisolated(unsafe) static let sentences = [
        Sentence(#" ?\(values: (.*); default: (.*)\)"#) { "（可用：\($0[0])；默认：\($0[1])）" },
        Sentence(#" ?\(values: (.*)\)"#) { "（可用：\($0[0])）" },
        Sentence(#" ?\(default: (.*)\)"#) { "（默认：\($0[0])）" },
        Sentence("See '(.*)' for detailed help\\.") { "各命令的用法： \($0[0])" },
        Sentence("See '(.*)' for more information\\.") { "详见： \($0[0])" },
        Sentence("Missing expected argument '(.*)'") { "缺少 \($0[0])。" },
        Sentence("Missing one of: '(.*)'") { "以下须写一个：'\($0[0])'。" },
        Sentence("Missing value for '(.*)'") { "\($0[0]) 后面缺少值。" },
        Sentence("Unknown option '(.*)'\\. Did you mean '(.*)'\\?") { "没有选项“\($0[0])”。是不是“\($0[1])”？" },
        Sentence("Unknown option '(.*)'") { "没有选项“\($0[0])”。" },
        Sentence("Invalid option: (.*)") { "没有选项“\($0[0])”。" },
        Sentence("The option '(.*)' does not take any value, but '(.*)' was specified\\.") {
            "选项 \($0[0]) 不带值，读到“\($0[1])”。"
        },
        Sentence("The value '(.*)' is invalid for '(.*?)'\\. Please provide one of (.*)\\.") {
            "\($0[1]) 应为 \(choices($0[2]))，读到“\($0[0])”。"
        },
        Sentence("The value '(.*)' is invalid for '(.*?)'") { "\($0[1]) 不能是“\($0[0])”。" },
        Sentence("Value to be set with (.*) had already been set with (.*)") { "\($0[1]) 和 \($0[0]) 只能写一个。" },
        Sentence("Missing required subcommand\\.") { _ in "缺少命令。" },
    ]

    /// `'table', 'ndjson' or 'csv'` as `table、ndjson、csv`
    private static func choices(_ list: String) -> String {
        list.replacing(" or ", with: "、").replacing(" and ", with: "、").replacing(", ", with: "、")
            .replacing("'", with: "")
    }

    /// Breaks a line that is wider than the terminal; what follows stands under the text of the first part.
    private func wrapped(_ line: String) -> String {
        guard line.columnWidth > width else { return line }
        let indent = Self.indent(of: line)
        guard indent + 20 < width else { return line }
        var lines: [String] = []
        var current = ""
        var isAfterBreak = false
        for piece in Self.pieces(line) {
            if current.columnWidth + piece.columnWidth > width, !current.allSatisfy(\.isWhitespace) {
                lines.append(current)
                current = String(repeating: " ", count: indent)
                isAfterBreak = true
            }
            if isAfterBreak, piece.allSatisfy(\.isWhitespace) { continue }
            isAfterBreak = false
            current += piece
        }
        return (lines + [current]).joined(separator: "\n")
    }

    /// Where the text of a line begins: after the name and two blanks or more, else where the line begins.
    private static func indent(of line: String) -> Int {
        let lead = line.prefix { $0 == " " }
        let rest = line.dropFirst(lead.count)
        guard !lead.isEmpty, let gap = rest.firstRange(of: "  ") else { return lead.count }
        let blanks = rest[gap.lowerBound...].prefix { $0 == " " }
        return lead.count + rest[..<gap.lowerBound].columnWidth + blanks.count
    }

    /// What may not be broken: a word of Latin letters, or one Chinese character with the stops that follow it.
    private static func pieces(_ line: String) -> [String] {
        var pieces: [String] = []
        for character in line {
            let isWide = String(character).columnWidth == 2
            let isStop = "，。；：、”）？！》".contains(character)
            let last = pieces.last ?? ""
            let joinsLast =
                isStop
                || (!isWide
                    && last.last.map { String($0).columnWidth == 1 && ($0 == " ") == (character == " ") } == true)
                || "“（《".contains(last.last ?? " ")
            if joinsLast, !pieces.isEmpty {
                pieces[pieces.count - 1].append(character)
            } else {
                pieces.append(String(character))
            }
        }
        return pieces
    }
}
