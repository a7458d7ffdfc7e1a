internal import Safekeeping

/// The markdown of robots in chats. Their documentation names signs with a meaning and no way to take it from them, so the
/// signs become those of full width, which read the same and do nothing: `*` is `＊`, `<@all>` is `＜＠all＞`.
enum RobotMarkdown {
    private static let signs: [Character: Character] = [
        "*": "＊", "_": "＿", "`": "｀", "[": "［", "]": "］", "(": "（", ")": "）", "<": "＜", ">": "＞", "#": "＃", "@": "＠",
        "!": "！", "~": "～", "|": "｜", "\\": "＼", "&": "＆",
    ]

    /// Text of others as text.
    static func escaped(_ text: String) -> String {
        let escaped = String(text.printable.map { signs[$0] ?? $0 })
        return escaped.withoutListMark
    }

    /// A line of a notice; its own markup is all that there is.
    static func line(_ line: Notice.Line) -> String {
        guard let label = line.label else { return "**\(escaped(line.text))**" }
        return "> \(label)：\(escaped(line.text))"
    }
}

extension String {
    /// Without a mark at its beginning that would make it an item of a list, as in `1. ` and `- `.
    fileprivate var withoutListMark: String {
        guard let mark = prefixMatch(of: /\s*(?:[0-9]+\.|[-+])\s/) else { return self }
        return String(self[mark.range]).replacing(".", with: "．").replacing("-", with: "－").replacing("+", with: "＋")
            + self[mark.range.upperBound...]
    }
}
