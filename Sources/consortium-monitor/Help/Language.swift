import ArgumentParser
import Foundation

/// The language of help, usage errors and `status`: Chinese, for those who run this; English where `--lang en` or
/// `CONSORTIUM_MONITOR_LANG=en` asks for it. What people file (pages, receipts, alerts) is Chinese always.
enum Language: String, CaseIterable {
    case chinese = "zh"
    case english = "en"

    /// Chosen once: help is made before any option is parsed.
    static let current = arguments.language

    /// What the program was called with, less the choice of a language.
    static let arguments = Arguments(
        Array(CommandLine.arguments.dropFirst()),
        environment: ProcessInfo.processInfo.environment["CONSORTIUM_MONITOR_LANG"])

    struct Arguments: Sendable {
        let language: Language
        let others: [String]
        /// What was asked for and is none of ours; nil where all is well.
        let unknown: String?

        /// `--lang en` and `--lang=en` count wherever they stand before a `--`, the last of them; then the environment.
        init(_ arguments: [String], environment: String?) {
            var named: [String] = []
            var others: [String] = []
            var rest = arguments[...]
            while let argument = rest.popFirst() {
                if argument == "--" {
                    others += [argument] + rest
                    break
                } else if argument == "--lang" {
                    named.append(rest.popFirst() ?? "")
                } else if argument.hasPrefix("--lang=") {
                    named.append(String(argument.dropFirst("--lang=".count)))
                } else {
                    others.append(argument)
                }
            }
            self.others = others
            unknown = named.first { Language(rawValue: $0) == nil }
            language = (named.last ?? environment).flatMap(Language.init) ?? .chinese
        }
    }

    static func text(_ chinese: String, _ english: String) -> String {
        current == .chinese ? chinese : english
    }

    static func help(
        _ chinese: String, _ english: String, visibility: ArgumentVisibility = .default
    ) -> ArgumentHelp {
        ArgumentHelp(stringLiteral: text(chinese, english)).shown(visibility)
    }
}

extension ArgumentHelp {
    fileprivate func shown(_ visibility: ArgumentVisibility) -> ArgumentHelp {
        var help = self
        help.visibility = visibility
        return help
    }
}
