import FEEL
import Standards
import Testing

@testable import History

@Suite("Whose figure stands")
struct FigureCellTests {
    @Test func `the rule holds for every sequence of four words`() {
        let words: [ObservedValue] = [.number(1), .number(2), .missing, .withdrawn]
        let said = words.flatMap { word in Voice.allCases.map { (word, $0) } }
        for code in 0..<(said.count * said.count * said.count * said.count) {
            let sequence = (0..<4).map { said[code >> (3 * $0) & 7] }
            var cell = FigureCell<ObservedValue>()
            for (value, voice) in sequence { cell.observe(value, of: value, voice) }
            let standing = cell.standing
            #expect((standing.map { $0.status == .reported ? $0 : .missing } ?? .missing) == Self.expected(sequence))
        }
    }

    /// As one would say it: what each voice said last without blanks, unless that is 撤回; the authority's first.
    private static func expected(_ sequence: [(ObservedValue, Voice)]) -> ObservedValue {
        func word(_ voice: Voice) -> ObservedValue? {
            let last = sequence.last { $0.1 == voice && $0.0 != .missing }?.0
            return last == .withdrawn ? nil : last
        }
        return word(.authority) ?? word(.own) ?? .missing
    }

    @Test func `where nothing stands the place to look is that of the last word`() {
        var cell = FigureCell<String>()
        #expect(cell.standing == nil)
        cell.observe("blank", of: .missing, .own)
        #expect(cell.standing == "blank")
        cell.observe("figure", of: .number(1), .own)
        cell.observe("later blank", of: .missing, .own)
        #expect(cell.standing == "figure")
        cell.observe("taken back", of: .withdrawn, .own)
        #expect(cell.standing == "taken back")
        cell.observe("authority's blank", of: .missing, .authority)
        #expect(cell.standing == "taken back")
    }
}
