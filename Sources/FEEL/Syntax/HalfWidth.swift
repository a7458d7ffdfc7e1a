/// Full-width signs, easily typed with a Chinese keyboard, and the half-width ones that FEEL means.
enum HalfWidth {
    private static let forms: [Character: String] = [
        "（": "(", "）": ")", "，": ",", "：": ":", "；": ",", "【": "[", "】": "]", "｛": "{", "｝": "}", "“": "\"", "”": "\"",
        "＜": "<", "＞": ">", "＝": "=", "＋": "+", "－": "-", "＊": "*", "／": "/", "≤": "<=", "≥": ">=", "≠": "!=", "、": ",",
    ]

    /// `text` with half-width signs; nil where it has no full-width ones.
    static func form(of text: String) -> String? {
        guard text.contains(where: { forms[$0] != nil }) else { return nil }
        return text.map { forms[$0] ?? String($0) }.joined()
    }
}
