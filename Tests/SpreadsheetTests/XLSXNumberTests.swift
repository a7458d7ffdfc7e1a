import Foundation
@testable import Spreadsheet
import TestSupport
import Testing

struct XLSXNumberTests {
    private static func plain(_ text: String) -> String? {
        guard let number = DecimalText(Array(text.utf8).span) else { return nil }
        var bytes: [UInt8] = []
        number.append(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(arguments: [
        ("0", "0"), ("-0", "0"), ("0.0", "0"), ("120", "120"), ("-3.25", "-3.25"), ("1.50", "1.5"), ("+7", "7"),
        ("1E3", "1000"), ("1.2e-3", "0.0012"), ("1.5E-7", "0.00000015"), (".5", "0.5"), ("5.", "5"), ("007", "7"),
        ("0.29999999999999999", "0.3"), ("0.30000000000000004", "0.3"), ("0.10000000000000001", "0.1"),
        ("300.29999999999995", "300.3"), ("9.9999999999999996E+22", "100000000000000000000000"),
        ("0.99999999999999989", "1"), ("1234567890.1234567", "1234567890.12346"),
        ("1.5E+9", "1500000000"),
        ("430102198001011234", "430102198001011234"), ("12345678901234567890", "12345678901234567900"),
    ])
    func `a number is made plain`(stored: String, plain: String) {
        #expect(Self.plain(stored) == plain)
    }

    @Test(arguments: [
        "", "-", ".", "e5", "1e", "1e+", "1e5.5", "--1", "1 ", "1,5", "0x10", "NaN", "INF", "1E401", "1.2.3",
    ])
    func `what is no number is none`(stored: String) {
        #expect(Self.plain(stored) == nil)
    }

    @Test func `numbers that are plain already are kept, and all come out as the decimals they are`() throws {
        var random = SeededNumbers(seed: 7)
        let posix = Locale(identifier: "en_US_POSIX")
        for _ in 0..<20_000 {
            let coefficient =
                Int.random(in: -999_999_999_999_999...999_999_999_999_999, using: &random)
                / [1, 10, 1_000, 1_000_000_000_000].randomElement(using: &random)!
            let exponent = Int.random(in: -14...14, using: &random)
            let expected = Decimal(
                sign: coefficient < 0 ? .minus : .plus, exponent: exponent, significand: Decimal(abs(coefficient)))
            let text = try #require(Self.plain("\(coefficient)E\(exponent)"))
            #expect(Decimal(string: text, locale: posix) == expected)
            // What the fast path takes as it stands, the slow one gives the same value.
            let bytes = Array(text.utf8)
            if DecimalText.isPlain(bytes.span) { #expect(Self.plain(text) == text) }
        }
    }

    private static let formats: [(String, NumberShape)] = [
        ("General", .plain), ("0.00", .plain), ("#,##0.00;[Red]-#,##0.00", .plain), ("@", .plain),
        ("G/通用格式", .plain), (#"G/通用格式"人次""#, .plain), ("0.00E+00", .plain), (#"0"天""#, .plain), (#"0.0\%"#, .percent),
        ("_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", .plain), ("[DBNum1]General", .plain), ("[Red]0", .plain),
        ("0%", .percent), ("0.00%", .percent), ("[Red]0.0%;-0.0%", .percent), (#"0.0"%""#, .percent),
        ("yyyy-mm-dd", .date), ("m/d/yy", .date), (#"yyyy"年"m"月"d"日""#, .date), ("yyyy年m月", .date),
        ("[$-804]aaaa", .date),
        ("[DBNum1][$-804]yyyy\"年\"m\"月\";@", .date), ("mmm", .date), ("e", .date),
        ("[$-F800]dddd, mmmm dd, yyyy", .date),
        ("yyyy/m/d h:mm", .dateTime), ("m/d/yy h:mm AM/PM", .dateTime),
        ("h:mm", .time), ("mm:ss.0", .time), ("h:mm AM/PM", .time), ("上午/下午h\"时\"mm\"分\"", .time),
        ("[h]:mm:ss", .elapsed), ("[mm]:ss", .elapsed),
    ]

    @Test(arguments: formats)
    func `a format code says what it makes of a number`(code: String, shape: NumberShape) {
        #expect(NumberFormat(code: code).shape == shape)
    }

    @Test(arguments: [
        (0, NumberShape.plain), (9, .percent), (14, .date), (20, .time), (22, .dateTime), (31, .date), (46, .elapsed),
        (49, .plain), (57, .date),
    ])
    func `formats without a code are known by their number`(id: Int, shape: NumberShape) {
        #expect(NumberShape(builtIn: id) == shape)
    }

    @Test(
        arguments: [
            (1, "1900-01-01"), (59, "1900-02-28"), (60, nil), (61, "1900-03-01"), (366, "1900-12-31"),
            (36_526, "2000-01-01"),
            (36_585, "2000-02-29"), (45_717, "2025-03-01"), (2_958_465, "9999-12-31"), (2_958_466, nil), (0, nil),
            (-1, nil),
        ] as [(Double, String?)])
    func `a day of the calendar is found`(number: Double, date: String?) {
        #expect(SerialDate(number, startsIn1904: false)?.text(as: .date) == date)
    }

    @Test func `every day follows the one before, as the calendar has it`() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let start = try #require(calendar.date(from: DateComponents(year: 1900, month: 3, day: 1)))
        for day in stride(from: 0, to: 120_000, by: 7) {
            let parts = calendar.dateComponents(
                [.year, .month, .day], from: start.addingTimeInterval(Double(day) * 86_400))
            let expected = String(format: "%04d-%02d-%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
            #expect(SerialDate(Double(day + 61), startsIn1904: false)?.text(as: .date) == expected)
        }
    }

    @Test func `addresses are read and written`() {
        for (text, row, column) in [("A1", 1, 1), ("Z9", 9, 26), ("AA10", 10, 27), ("XFD1048576", 1_048_576, 16_384)] {
            #expect(CellAddress(text) == CellAddress(row: row, column: column))
            #expect(CellAddress(row: row, column: column).description == text)
        }
        #expect(CellAddress("$b$3") == CellAddress(row: 3, column: 2))
        for text in ["", "A", "1", "A0", "A01", "XFE1", "A1048577", "1A", "A1B", "中1", "A-1"] {
            #expect(CellAddress(text) == nil)
        }
        for (text, written) in [
            ("B2:A3", "A2:B3"), ("A:A", "A:A"), ("$C:$A", "A:C"), ("1:1", "1:1"), ("$3:$2", "2:3"), ("B7", "B7"),
        ] {
            #expect(CellRange(text)?.description == written)
        }
        #expect(CellRange("A:A")?.last == CellAddress(row: 1_048_576, column: 1))
        #expect(CellRange("1:1")?.contains(CellAddress(row: 1, column: 16_384)) == true)
        for text in ["", "A", "7", "A:1", "A1:B", "2:B3", "B2:3", "A:B:C", ":", "#REF!", "0:0", "XFE:XFE"] {
            #expect(CellRange(text) == nil)
        }
        #expect(CellRange("A1:B2")?.contains(CellAddress(row: 2, column: 1)) == true)
    }
}
