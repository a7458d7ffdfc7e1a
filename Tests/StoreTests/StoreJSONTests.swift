import Testing

@testable import Store

@Suite struct StoreJSONTests {
    @Test(arguments: [
        [:], ["found": "约120"], ["previousYear": "2024", "previous": "1", "found": "2", "ratio": "2.0"],
        ["question": "？"],
        ["laterDay": "a/b", "laterRevision": "1", "later": "\u{2028}", "Later": "é"], ["found": "\"引号\"", "a": "\\"],
        ["found": "两行\n一行"], ["found": "\u{7F}"], ["found": "\u{1F600}\u{FFFD}"], ["1": "数字"],
    ])
    func `short JSON is the encoder's`(words: [String: String]) throws {
        #expect(try words.wordsJSON == words.storeJSON)
    }
}
