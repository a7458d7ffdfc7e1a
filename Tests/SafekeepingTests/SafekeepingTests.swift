import Foundation
import Safekeeping
import Testing

@Suite("What others typed")
struct SafekeepingTests {
    @Test(
        arguments: [
            ("示例联合体（虚构）", "示例联合体（虚构）"), ("a\nb\tc\r\nd", "a b c  d"), ("\u{1B}[31m红", "\u{FFFD}[31m红"),
            ("\u{9B}2J", "\u{FFFD}2J"), ("甲\u{202E}乙", "甲\u{FFFD}乙"),
            ("\u{2028}\u{2066}\u{FEFF}\u{200B}\u{7F}\0", String(repeating: "\u{FFFD}", count: 6)),
            ("𮯠𬺰", "𮯠𬺰"),
        ])
    func `text is made printable`(typed: String, printed: String) {
        #expect(typed.printable == printed)
        #expect(typed.printable.printable == printed)
        #expect(typed.printableLines.split(separator: "\n").allSatisfy { String($0).printable == $0 })
    }

    @Test(
        arguments: [
            ("C001", "C001"), ("示例-1/2", "示例-1/2"), ("", "''"), ("a b", "'a b'"), ("$(rm -rf ~)", "'$(rm -rf ~)'"),
            ("it's", #"'it'\''s'"#), ("a;b", "'a;b'"), ("\u{1B}[2J'", #"$'\x1b[2J\''"#), ("a\nb", #"$'a\x0ab'"#),
            ("\u{202E}x", #"$'\xe2\x80\xaex'"#), ("~root", "'~root'"), ("*", "'*'"), ("。", "'。'"),
        ])
    func `words are quoted for a shell`(typed: String, word: String) {
        #expect(typed.shellWord == word)
    }

    /// Sets of ids that a disk might take for one.
    @Test(
        arguments: [
            ["C001", "c001", "Ｃ001", "C００１", "C001 ", " C001", "C001.", "C001\u{200B}"],
            ["é", "e\u{301}", "E\u{301}", "É"], ["CON", "con", "Con", "AUX", "NUL.html", "COM1", "LPT9"],
            ["a/b", "a\\b", "a_b", "a:b", "../a", "..", ".", "", "/"],
            [String(repeating: "长", count: 84), String(repeating: "长", count: 85), String(repeating: "A", count: 300)],
            ["\u{F900}", "\u{8C48}"], ["ﬁ", "fi", "FI"], ["C001", "C001_0123456789abcdef", "-C001", "--out"],
        ])
    func `ids have stems of their own, of a bounded length`(ids: [String]) {
        let stems = ids.map { FileStem($0).text }
        #expect(
            Set(stems.map { Array($0.precomposedStringWithCompatibilityMapping.uppercased().utf8) }).count == ids.count,
            "\(stems)")
        for stem in stems {
            #expect(stem.utf8.count <= 120)
            #expect(!stem.contains("/") && !stem.hasPrefix(".") && !stem.hasPrefix("-") && !stem.isEmpty)
            #expect(stem.printable == stem)
        }
    }

    @Test(arguments: ["C001", "T-12", "示例甲", "TEST2025"])
    func `plain ids stay as they are`(id: String) {
        #expect(FileStem(id).text == id)
    }
}
