import FEEL
import Foundation

/// A condition on one label: `severity="critical"`, `clause!="16.1"`, `province=~"43.*"`, `clause!~"16\.[12]"`.
///
/// Patterns match the whole value. A label that an alert lacks is empty.
package struct Matcher: Sendable, Hashable {
    package enum Comparison: String, Sendable, CaseIterable {
        case equal = "="
        case notEqual = "!="
        case matches = "=~"
        case doesNotMatch = "!~"
    }

    package let label: LabelName
    package let comparison: Comparison
    /// The value, or the pattern as it was written.
    package let value: String
    private let pattern: NSRegularExpression?

    /// A matcher by its parts; nil where the pattern is not one.
    package init?(_ label: LabelName, _ comparison: Comparison, _ value: String) {
        self.label = label
        self.comparison = comparison
        self.value = value
        switch comparison {
        case .equal, .notEqual:
            pattern = nil
        case .matches, .doesNotMatch:
            guard let pattern = try? NSRegularExpression(pattern: "^(?:\(value))$") else { return nil }
            self.pattern = pattern
        }
    }

    /// Whether the value is compared as it stands, and is no pattern.
    var comparesWhole: Bool { pattern == nil }

    package func matches(_ labels: LabelSet) -> Bool {
        let actual = labels[label]
        return switch comparison {
        case .equal: actual == value
        case .notEqual: actual != value
        case .matches: isMatch(actual)
        case .doesNotMatch: !isMatch(actual)
        }
    }

    private func isMatch(_ text: String) -> Bool {
        pattern?.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) != nil
    }
}

// MARK: - Text

/// Why a text is no matcher, in words for whoever wrote it.
package struct MatcherError: Error, Sendable, Hashable {
    /// 应为 标签="值"
    package let expected: String
    package let found: String
    package let remedy: String
    /// The label nearest to what was written.
    package let suggestion: String?
}

extension Matcher: CustomStringConvertible {
    /// Reads `label="value"` with one of the four comparisons; the quotes may be left out, blanks around them too.
    package init(_ text: String) throws(MatcherError) {
        guard let operators = text.firstRange(of: /!=|!~|=~|=/) else {
            throw MatcherError(
                expected: "应为 标签=\"值\"", found: "读到“\(text)”", remedy: "请写成 severity=\"critical\" 的样子",
                suggestion: nil)
        }
        let name = text[..<operators.lowerBound].trimmed
        guard let label = LabelName(rawValue: name) else {
            let known = LabelName.allCases.map(\.rawValue)
            throw MatcherError(
                expected: "标签应为 \(known.joined(separator: "、")) 之一", found: "读到“\(name)”", remedy: "请改为其中之一",
                suggestion: NameSuggestion.nearest(to: name, among: known))
        }
        guard let value = text[operators.upperBound...].trimmed.unquoted else {
            throw MatcherError(
                expected: "引号应成对", found: "读到“\(text)”", remedy: "请写成 severity=\"critical\" 的样子", suggestion: nil)
        }
        guard let comparison = Comparison(rawValue: String(text[operators])),
            let matcher = Matcher(label, comparison, value)
        else {
            throw MatcherError(
                expected: "应为正则表达式", found: "读到“\(value)”", remedy: "请检查括号和反斜杠", suggestion: nil)
        }
        self = matcher
    }

    package var description: String { "\(label.rawValue)\(comparison.rawValue)\"\(value)\"" }
}

extension Matcher: Codable {
    package init(from decoder: any Decoder) throws {
        try self.init(decoder.singleValueContainer().decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension StringProtocol {
    fileprivate var trimmed: String { trimmingCharacters(in: .whitespaces) }

    /// Without the quotes around it; nil where one of them is missing.
    fileprivate var unquoted: String? {
        guard hasPrefix("\"") || hasSuffix("\"") else { return String(self) }
        return count >= 2 && hasPrefix("\"") && hasSuffix("\"") ? String(dropFirst().dropLast()) : nil
    }
}
