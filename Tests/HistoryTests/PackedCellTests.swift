import FEEL
import Standards
import Testing

@testable import History

@Suite("Packed cells")
struct PackedCellTests {
    static let numbers = [
        "0", "-0", "0.0", "1", "-1", "0.1", "-0.1", "300.30", "99.9", "12345.6789",
        // 2^53 − 1, 2^53 and 2^53 + 1: the last coefficient that packs, and the first two that do not.
        "9007199254740991", "9007199254740992", "9007199254740993", "-9007199254740991", "-9007199254740993",
        // The exponents at both ends of five bits, and beyond.
        "1E-15", "1E-16", "1E-17", "1E15", "1E16", "1E22", "1E23", "-5E-16", "9007199254740991E-16",
        "9007199254740991E15",
        // 34 digits, and the ends of the decimal's range.
        "1234567890123456789012345678901234", "0.1234567890123456789012345678901234",
        "9.999999999999999999999999999999999E6144", "1E-6176", "-9.999999999999999999999999999999999E6144",
    ]

    @Test(arguments: numbers)
    func `a number comes back without loss`(text: String) throws {
        let number = try #require(Decimal128(text))
        var pool = TextPool()
        let cell = PackedCell(.number(number), pool: &pool)
        #expect(cell.status == .reported)
        #expect(cell.value(pool: pool) == .number(number))
        #expect(cell.double(pool: pool) == Double(text))
    }

    @Test(arguments: [
        ObservedValue.missing, .notApplicable, .truth(true), .truth(false), .text(""), .text("国家级"),
        .rejected("约120"), .rejected(""), .text("约120"),
    ])
    func `what is no number comes back as it was`(value: ObservedValue) {
        var pool = TextPool(texts: ["先来的"])
        let cell = PackedCell(value, pool: &pool)
        #expect(cell.value(pool: pool) == value)
        #expect(cell.status == value.status)
        #expect(cell.isReported == (value.status == .reported))
        #expect(cell.double(pool: pool).isNaN)
    }

    @Test func `what was taken back is missing`() {
        var pool = TextPool()
        #expect(PackedCell(.withdrawn, pool: &pool) == .missing)
    }

    @Test func `zeroed memory is a missing value`() {
        #expect(PackedCell(bits: 0) == .missing)
        #expect(PackedCell.missing.value(pool: TextPool()) == .missing)
    }

    @Test func `equal texts stand in the pool once`() {
        var pool = TextPool()
        let cells = [ObservedValue.text("同"), .rejected("同"), .text("异"), .text("同")].map {
            PackedCell($0, pool: &pool)
        }
        #expect(pool.texts == ["同", "异"])
        #expect(cells[0] == cells[3])
        #expect(cells[0] != cells[1])
    }
}
