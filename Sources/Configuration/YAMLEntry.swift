package import FEEL
import Yams

/// One value of a YAML file, read strictly: what is not as expected goes to the document's log, and a placeholder
/// is read in its stead, so that reading goes on to the next mistake.
package struct YAMLEntry {
    let node: Node
    package let document: YAMLDocument

    package var line: Int { node.mark?.line ?? 0 }
    package var column: Int { node.mark?.column ?? 0 }

    package func report(expected: String, found: String? = nil, remedy: String, suggestion: String? = nil) {
        document.report(
            line, column, expected: expected, found: found ?? self.found, remedy: remedy, suggestion: suggestion)
    }

    /// The entry as messages quote it.
    private var found: String {
        switch node {
        case .scalar(let scalar): scalar.string.isEmpty ? "读到空值" : "读到“\(scalar.string.prefix(40))”"
        case .mapping: "读到一组键值"
        case .sequence: "读到一个列表"
        case .alias: "读到一个引用"
        }
    }

    /// The value of a mapping's key; nil where there is none.
    package subscript(key: String) -> YAMLEntry? {
        node.mapping?.first { $0.key.scalar?.string == key }.map { YAMLEntry(node: $0.value, document: document) }
    }

    /// How a scalar is written, where that says where its text begins.
    package enum ScalarStyle: Sendable {
        case plain, quoted, literal, folded
    }

    package var scalarStyle: ScalarStyle {
        switch node.scalar?.style {
        case .singleQuoted, .doubleQuoted: .quoted
        case .literal: .literal
        case .folded: .folded
        default: .plain
        }
    }

    /// The text as it stands; nil for what is no text.
    package var rawText: String? { node.scalar?.string }

    /// A text that says something.
    package var text: String {
        guard let text = rawText, !text.isEmpty else {
            report(expected: "应为文字", remedy: "请填写")
            return ""
        }
        return text
    }

    package var number: Decimal128 {
        guard let number = rawText.flatMap({ Decimal128($0) }) else {
            report(expected: "应为数字", remedy: "请只写阿拉伯数字，如 1.2")
            return .zero
        }
        return number
    }

    package var integer: Int {
        guard let integer = rawText.flatMap({ Int($0) }), integer >= 0 else {
            report(expected: "应为非负整数", remedy: "请只写阿拉伯数字，如 3")
            return 0
        }
        return integer
    }

    package var date: CalendarDate? {
        guard let date = rawText.flatMap({ CalendarDate($0) }) else {
            report(expected: "应为日期", remedy: "请写成 2025-12-31 的样子")
            return nil
        }
        return date
    }

    /// `true` or `false`.
    package var truth: Bool {
        switch rawText {
        case "true": return true
        case "false": return false
        default:
            report(expected: "应为 true 或 false", remedy: "请改为其中之一")
            return false
        }
    }

    /// One of a fixed set of words.
    package func word<Word: RawRepresentable & CaseIterable>(of type: Word.Type = Word.self) -> Word?
    where Word.RawValue == String {
        word(among: Word.allCases.map { ($0.rawValue, $0) })
    }

    /// One of `words`.
    package func word<Meaning>(among words: [(String, Meaning)]) -> Meaning? {
        if let known = words.first(where: { $0.0 == rawText }) { return known.1 }
        let names = words.map(\.0)
        report(
            expected: "应为 \(names.joined(separator: "、"))\(names.count > 1 ? " 之一" : "")", remedy: "请照此改正",
            suggestion: rawText.flatMap { NameSuggestion.nearest(to: $0, among: names) })
        return nil
    }

    package var isList: Bool { node.sequence != nil }
    package var isMapping: Bool { node.mapping != nil }

    /// The items of a list.
    package var items: [YAMLEntry] {
        guard let sequence = node.sequence else {
            report(expected: "应为列表", remedy: "请每项另起一行，以“- ”开头")
            return []
        }
        return sequence.map { YAMLEntry(node: $0, document: document) }
    }

    /// The pairs of a mapping, whatever the keys.
    package var pairs: [(key: YAMLEntry, value: YAMLEntry)] {
        guard let mapping = node.mapping else {
            report(expected: "应为键值", remedy: "请写成“键: 值”")
            return []
        }
        return mapping.map { key, value in
            (YAMLEntry(node: key, document: document), YAMLEntry(node: value, document: document))
        }
    }
}
