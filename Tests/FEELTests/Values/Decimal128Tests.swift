import FEEL
import Testing

@Suite("Decimal128")
struct Decimal128Tests {
    private static func number(_ text: String) throws -> Decimal128 {
        try #require(Decimal128(text), "\(text) is a number")
    }

    @Test(
        arguments: [
            ("0", "0"), ("-0", "0"), ("1.00", "1"), (".5", "0.5"), ("-.872", "-0.872"), ("007", "7"),
            ("1.2e3", "1200"), ("1.2E-3", "0.0012"), ("1e+2", "100"), ("120.50", "120.5"),
            ("12345678901234567890", "12345678901234567890"),
            ("0.00000000000000000000000000000000001", "0.00000000000000000000000000000000001"),
            ("9999999999999999999999999999999999", "9999999999999999999999999999999999"),
            ("99999999999999999999999999999999994", "99999999999999999999999999999999990"),
            ("99999999999999999999999999999999995", "100000000000000000000000000000000000"),
            ("0.10000000000000000000000000000000000000000", "0.1"),
        ])
    func `reads a numeral and writes it plainly`(text: String, plain: String) throws {
        #expect(try Self.number(text).description == plain)
    }

    @Test(arguments: [
        "", "-", ".", "1.", "1e", "1e+", "--1", "+1", "1 ", " 1", "1,000", "0x1", "NaN", "Infinity", "1e7000", "１",
    ])
    func `refuses what is no numeral`(text: String) {
        #expect(Decimal128(text) == nil)
    }

    @Test(
        arguments: [
            ("100.1", "+", "200.2", "300.3"), ("0.1", "+", "0.2", "0.3"), ("5", "+", "-5", "0"), ("-5", "+", "3", "-2"),
            ("5", "-", "8", "-3"), ("-1.5", "-", "-0.25", "-1.25"), ("1e20", "-", "1", "99999999999999999999"),
            ("18446744073709551615", "+", "1", "18446744073709551616"),
            ("1e30", "+", "1e-3", "1000000000000000000000000000000.001"),
            ("9999999999999999999999999999999999", "+", "1", "10000000000000000000000000000000000"),
            ("1.1", "*", "1.1", "1.21"), ("-3", "*", "0.5", "-1.5"), ("0", "*", "-7", "0"),
            ("18446744073709551615", "*", "18446744073709551615", "340282366920938463426481119284349100000"),
            ("99999999999999999", "*", "99999999999999999", "9999999999999999800000000000000001"),
            ("1", "/", "3", "0.3333333333333333333333333333333333"),
            ("2", "/", "3", "0.6666666666666666666666666666666667"), ("1", "/", "8", "0.125"), ("0", "/", "5", "0"),
            ("10", "%", "4", "2"), ("-10", "%", "4", "2"), ("12", "%", "-5", "-3"), ("10.1", "%", "4.5", "1.1"),
            ("-10.1", "%", "4.5", "3.4"), ("10.1", "%", "-4.5", "-3.4"), ("-10.1", "%", "-4.5", "-1.1"),
            ("8", "%", "4", "0"),
            ("2", "^", "10", "1024"), ("1.1", "^", "2", "1.21"), ("2", "^", "-2", "0.25"), ("4", "^", "0.5", "2"),
            ("-2", "^", "3", "-8"), ("7", "^", "0", "1"), ("0", "^", "0", "1"),
            ("10", "^", "30", "1000000000000000000000000000000"),
        ])
    func `calculates`(left: String, operation: String, right: String, expected: String) throws {
        let (a, b) = (try Self.number(left), try Self.number(right))
        let result =
            switch operation {
            case "+": a + b
            case "-": a - b
            case "*": a * b
            case "/": a / b
            case "%": a.modulo(b)
            default: a.raised(to: b)
            }
        #expect(result.description == expected)
        #expect(result == (try Self.number(expected)))
    }

    @Test func `has no finite result where there is none`() {
        let huge = Decimal128(coefficient: 9, exponent: 6111)
        for value in [
            Decimal128.one / .zero, .zero / .zero, Decimal128(-1).squareRoot, Decimal128(0).naturalLogarithm,
            Decimal128(-1).naturalLogarithm, Decimal128(1).modulo(0), Decimal128(0).raised(to: -1),
            huge * huge, Decimal128(coefficient: 1, exponent: 6200),
        ] {
            #expect(!value.isFinite, "\(value)")
        }
    }

    @Test func `knows roots, powers of e and logarithms`() throws {
        #expect(Decimal128(16).squareRoot == 4)
        #expect(Decimal128(2).squareRoot.description == "1.414213562373095048801688724209698")
        #expect(Decimal128(1).exponential.description == "2.718281828459045235360287471352662")
        #expect(Decimal128(10).naturalLogarithm.description == "2.302585092994045684017991454684364")
        #expect(Decimal128(1).naturalLogarithm == 0)
    }

    @Test(
        arguments: [
            ("0", "0.00", true), ("0", "-0.0", true), ("1.0", "1.00", true), ("1e3", "1000", true),
            ("1e40", "10000000000000000000000000000000000000000", true), ("1", "2", false), ("1", "-1", false),
            ("0.3", "0.3000000000000000000000000000000001", false),
        ])
    func `equality and hash are numeric`(left: String, right: String, equal: Bool) throws {
        let (a, b) = (try Self.number(left), try Self.number(right))
        #expect((a == b) == equal)
        #expect((Set([a, b]).count == 1) == equal)
    }

    @Test func `sorts`() throws {
        let ascending = try [
            "-1e40", "-300.3", "-300.29", "-1", "-0.1", "0", "1e-30", "0.1", "0.10000000000000000000000001", "1", "1.5",
            "2",
            "1e19", "1e20", "1e40",
        ].map(Self.number)
        for (i, a) in ascending.enumerated() {
            for (j, b) in ascending.enumerated() {
                #expect((a < b) == (i < j), "\(a) < \(b)")
                #expect((a > b) == (i > j), "\(a) > \(b)")
                #expect((a <= b) == (i <= j), "\(a) <= \(b)")
                #expect((a >= b) == (i >= j), "\(a) >= \(b)")
            }
        }
    }

    @Test(
        arguments: [
            // value, scale, up, down, half up, half down, half even, floor, ceiling
            ("5.5", 0, ["6", "5", "6", "5", "6", "5", "6"]),
            ("2.5", 0, ["3", "2", "3", "2", "2", "2", "3"]),
            ("1.6", 0, ["2", "1", "2", "2", "2", "1", "2"]),
            ("1.1", 0, ["2", "1", "1", "1", "1", "1", "2"]),
            ("1.0", 0, ["1", "1", "1", "1", "1", "1", "1"]),
            ("-1.1", 0, ["-2", "-1", "-1", "-1", "-1", "-2", "-1"]),
            ("-2.5", 0, ["-3", "-2", "-3", "-2", "-2", "-3", "-2"]),
            ("-5.5", 0, ["-6", "-5", "-6", "-5", "-6", "-6", "-5"]),
            ("1.126", 2, ["1.13", "1.12", "1.13", "1.13", "1.13", "1.12", "1.13"]),
            ("1.125", 2, ["1.13", "1.12", "1.13", "1.12", "1.12", "1.12", "1.13"]),
            ("0.4", 0, ["1", "0", "0", "0", "0", "0", "1"]),
            ("1250", -2, ["1300", "1200", "1300", "1200", "1200", "1200", "1300"]),
            ("7", 40, ["7", "7", "7", "7", "7", "7", "7"]),
        ])
    func `rounds`(text: String, scale: Int, expected: [String]) throws {
        let value = try Self.number(text)
        let modes: [Decimal128.Rounding] = [.up, .down, .halfUp, .halfDown, .halfEven, .floor, .ceiling]
        #expect(modes.map { value.rounded($0, scale: scale).description } == expected)
    }

    @Test func `converts to and from Int and Double`() throws {
        for value in [0, 7, -7, 120, Int.max, Int.min] {
            #expect(Decimal128(value).intValue == value)
            #expect(Decimal128(value).description == String(value))
        }
        #expect(try Self.number("1.20e1").intValue == 12)
        #expect(try Self.number("1.5").intValue == nil)
        #expect(try Self.number("9223372036854775808").intValue == nil)
        #expect(try Self.number("-9223372036854775808").intValue == Int.min)
        #expect(Decimal128(0.1)?.description == "0.1")
        #expect(Decimal128(-1e21)?.description == "-1000000000000000000000")
        #expect(Decimal128(Double.nan) == nil)
        #expect(try Self.number("0.1").doubleValue == 0.1)
        #expect(try Self.number("1e400").doubleValue == .infinity)
    }

    @Test(
        arguments: [
            ("0", 0, 0), ("120.50", 12050, -2), ("-3", -3, 0), ("9007199254740991", 9_007_199_254_740_991, 0),
            ("90071992547409910", 9_007_199_254_740_991, 1), ("1e22", 1, 22), ("1e25", 1000, 22),
            ("1.0000000000000000000000000", 1, 0),
        ])
    func `packs small numbers and gets them back`(text: String, coefficient: Int64, exponent: Int8) throws {
        let value = try Self.number(text)
        let compact = try #require(value.compact)
        #expect(compact == (coefficient, exponent))
        #expect(Decimal128(coefficient: compact.coefficient, exponent: Int(compact.exponent)) == value)
    }

    @Test(arguments: ["9007199254740993", "90071992547409920", "1e-23", "1e40", "1234567890.123456789"])
    func `does not pack what eight bytes cannot hold`(text: String) throws {
        #expect(try Self.number(text).compact == nil)
    }

    /// The fast path and the library must agree: (a + b) − b = a and order follows the sign of the difference.
    @Test func `fast and slow paths agree`() {
        var generator = SplitMix(state: 2024)
        for _ in 0..<20_000 {
            let a = Decimal128(coefficient: generator.coefficient(), exponent: generator.exponent())
            let b = Decimal128(coefficient: generator.coefficient(), exponent: generator.exponent())
            let difference = a - b
            #expect((a < b) == difference.isNegative)
            #expect((a == b) == difference.isZero)
            // Spread over so wide a range that the library has to do it, then brought back.
            let shift = Decimal128(coefficient: 1, exponent: 25)
            #expect((a * shift + b * shift) == (a + b) * shift)
            #expect((a * shift) * b == (a * b) * shift)
        }
    }
}

/// A small deterministic generator (SplitMix64).
private struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// Up to 14 digits, of either sign.
    mutating func coefficient() -> Int64 {
        Int64(bitPattern: next()) % (1 << (next() % 46 + 1))
    }

    mutating func exponent() -> Int { Int(next() % 7) - 4 }
}
