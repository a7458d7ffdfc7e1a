import Foundation
import TestSupport
import Testing

@testable import Reports

@Suite struct JSONBytesTests {
    private func statistic(_ value: Double) -> String {
        var bytes: [UInt8] = []
        bytes.append(statistic: value)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(
        arguments: [
            (0, "0"), (-0.0, "0"), (1, "1"), (-1, "-1"), (0.25, "0.25"), (12.5, "12.5"), (12, "12"), (100, "100"),
            (1.0 / 12, "0.0833333"), (1.0 / 3, "0.333333"), (-2.0 / 3, "-0.666667"),
            (0.1 + 0.2, "0.3"), (99.9999999999999, "100"), (9.99999999999e11, "1000000000000"),
            (123_456_789_012_345, "123457000000000"), (20_543.661_666_666_667, "20543.7"), (1e-7, "0.0000001"),
            (123_456.5, "123456"), (123_457.5, "123458"), (-123_456.5, "-123456"), (0.123_456_5, "0.123456"),
            (0.123_457_5, "0.123458"),
            (999_999.5, "1000000"), (-999_999.5, "-1000000"), (999_998.5, "999998"), (2.5e-7, "0.00000025"),
            (0.999_999_5, "1"), (9.999_995, "10"), (1234.565, "1234.56"), (1234.5651, "1234.57"),
            (1.000_005e-9, "1e-9"),
            ((1e-7).nextDown, "1e-7"), ((1e-7).nextUp, "0.0000001"), (9.999_999_9e-10, "1e-9"),
            (0.999_999_999_999_9, "1"), (1e14, "100000000000000"), (1.5e-9, "1.5e-9"), (1e300, "1e300"),
            (-2.5e15, "-2.5e15"), (.nan, "null"), (.infinity, "null"), (-.infinity, "null"),
        ] as [(Double, String)])
    func `a statistic has six significant digits`(value: Double, expected: String) {
        #expect(statistic(value) == expected)
    }

    /// A number of six digits and a half goes to the even neighbour, whichever side of the half the last bits of a
    /// double put it, at every magnitude.
    @Test func `halves go to the even neighbour`() throws {
        var generator = SeededNumbers(seed: 11)
        var cases = [
            (123_456, -6), (123_456, 0), (100_000, -12), (250_000, -12), (999_999, 0), (999_999, -5), (999_998, -6),
        ]
        cases += (0..<20_000).map { _ in
            (100_000 + Int(generator.next() % 900_000), Int(generator.next() % 40) - 20)
        }
        for (digits, exponent) in cases {
            let half = try #require(Double("\(digits).5e\(exponent)"))
            let even = try #require(Double("\(digits.isMultiple(of: 2) ? digits : digits + 1)e\(exponent)"))
            for value in [half, half.nextUp, half.nextDown] {
                #expect(Double(statistic(value)) == even, "\(value)")
                #expect(Double(statistic(-value)) == -even, "\(value)")
            }
        }
    }

    /// Away from a half it is what C's `%.5e` says.
    @Test func `what is no half rounds as C rounds it`() throws {
        var generator = SeededNumbers(seed: 13)
        var values = [1e-7, (1e-7).nextUp, (1e-7).nextDown, 2.5e-7, 1e15, (1e15).nextDown, 9.999_999_9e-10]
        values += (0..<20_000).map { _ in
            let digits = Double(100_000 + generator.next() % 900_000)
            let fraction = [0.001, 0.25, 0.49, 0.51, 0.75, 0.999][Int(generator.next() % 6)]
            return (digits + fraction) * pow(10, Double(Int(generator.next() % 40)) - 20)
        }
        for value in values {
            #expect(Double(statistic(value)) == Double(String(format: "%.5e", value)), "\(value)")
        }
    }

    @Test func `a statistic reads back to within its sixth digit`() throws {
        var generator = SeededNumbers(seed: 7)
        for _ in 0..<20_000 {
            let magnitude = Double(generator.next() % 2_000_000) / 1000 - 1000
            let value = magnitude * [1e-9, 1e-4, 1, 1e3, 1e9, 1e20][Int(generator.next() % 6)]
            let back = try #require(Double(statistic(value)))
            #expect(abs(back - value) <= abs(value) * 5.1e-6)
        }
    }

    /// Doubles that differ in their last bit, as those of two processors may, are written alike.
    @Test func `the last bit does not show`() {
        for value in [0.2, 1.0 / 3, 12.345, 8_123.25, 0.08333] {
            #expect(statistic(value) == statistic(value.nextUp))
        }
    }

    @Test(arguments: [
        ("", "\"\""), ("中文", "\"中文\""), ("a\"b", #""a\"b""#), ("a\\b", #""a\\b""#),
        ("\u{0}\u{1f}\n\r\t", #""\u0000\u001f\n\r\t""#), ("\u{2028}é😀", #""\u2028é😀""#),
        ("\u{7f}\u{9b}“\u{202e}\u{feff}：", #""\u007f\u009b“\u202e\ufeff：""#),
    ])
    func `strings are escaped as RFC 8259 asks`(text: String, expected: String) throws {
        var bytes: [UInt8] = []
        bytes.append(json: text)
        #expect(String(decoding: bytes, as: UTF8.self) == expected)
    }

    @Test func `integers are written whole`() {
        for value in [0, 7, -7, 10, 1_234_567_890, .max, .min] {
            var bytes: [UInt8] = []
            bytes.append(integer: value)
            #expect(String(decoding: bytes, as: UTF8.self) == String(value))
        }
    }

    @Test func `codes order by their numbers`() {
        let codes = ["2.1.1", "2.1.2/总产值", "2.1.2/省内排名", "9.1.5", "10.1.1", "16.3", "2023-15.3", "C9", "C010", "C11"]
        for (left, right) in zip(codes, codes.dropFirst()) {
            #expect(NaturalOrder.precedes(left, right))
            #expect(!NaturalOrder.precedes(right, left))
        }
        #expect(!NaturalOrder.precedes("16.3", "16.3"))
    }
}
