import Standards
import Testing

@testable import Collection

struct CodeTableTests {
    @Test(arguments: [
        ("6.1.22", "6.1.2 专项经费"), ("2006/1/2", "6.1.2 专项经费"), ("2006-01-02", "6.1.2 专项经费"),
        // Two neighbours swapped; 1.1.2 would be two edits away.
        ("61..2", "6.1.2 专项经费"), ("8.4.1", "8.4.1/人次 "),
    ])
    func `a code that is not there is taken for the nearest`(code: String, meant: String) throws {
        let suggestion = try CodeTable(Edition.trial.get().indicators).suggestion(for: code)
        #expect(suggestion.hasPrefix("是否为\(meant)"))
    }

    @Test(arguments: ["", "6", "经费", "66.11.22", "0123456789012345678901234567890123456789.6.1.2"])
    func `a text like no code is taken for none`(text: String) throws {
        #expect(try CodeTable(Edition.trial.get().indicators).suggestion(for: text) == "")
    }
}
