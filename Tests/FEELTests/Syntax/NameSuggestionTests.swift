import FEEL
import Testing

/// What is taken for a misspelt name, and what is not.
struct NameSuggestionTests {
    static let misspelt: [(name: String, candidates: [String], meant: String?)] = [
        ("到位经非", ["计划经费", "到位经费"], "到位经费"), ("cuont", ["concat", "count", "mount"], "count"),
        ("6.1.22", ["6.1.1", "6.1.2"], "6.1.2"), ("abc", ["abd", "abe"], "abd"), ("abc", ["abc", "abd"], "abd"),
        ("abc", ["xyz", "abcde", ""], nil), ("ab", ["xy"], nil), ("", ["ab"], nil), ("abc", [], nil),
    ]

    @Test(arguments: misspelt)
    func `the candidate with the fewest edits is meant, if it takes few`(
        name: String, candidates: [String], meant: String?
    ) {
        #expect(NameSuggestion.nearest(to: name, among: candidates) == meant)
    }

    @Test func `neighbours swapped are one edit`() {
        #expect(NameSuggestion.nearest(to: "61..2", among: ["1.1.2", "6.1.2"], within: 2) == "6.1.2")
    }

    @Test(arguments: [(1, nil), (2, "8.1.4")] as [(Int, String?)])
    func `how many edits are believed can be said`(tolerance: Int, meant: String?) {
        #expect(NameSuggestion.nearest(to: "8.4.1", among: ["8.1.4"], within: tolerance) == meant)
    }
}
