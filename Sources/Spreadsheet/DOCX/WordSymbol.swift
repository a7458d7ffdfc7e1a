/// The signs that forms take from fonts of symbols for a box and a box that is ticked.
enum WordSymbol {
    private static let signs: [String: String] = [
        "Wingdings FE": "☑", "Wingdings FD": "☒", "Wingdings 78": "☒", "Wingdings A8": "□", "Wingdings 6F": "□",
        "Wingdings FC": "✓", "Wingdings FB": "✗", "Wingdings 2 52": "☑", "Wingdings 2 51": "☒",
        "Wingdings 2 A3": "□", "Wingdings 2 50": "✓", "Wingdings 2 4F": "✗",
    ]

    /// The character closest to the sign; U+FFFD for one that is not known.
    /// - Parameter code: in hexadecimal, with F000 added or not.
    static func text(font: String, code: String) -> String {
        signs["\(font) \(code.suffix(2).uppercased())"] ?? "\u{FFFD}"
    }
}
