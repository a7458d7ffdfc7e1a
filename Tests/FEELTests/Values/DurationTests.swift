import FEEL
import Testing

@Suite("Durations")
struct DurationTests {
    @Test(
        arguments: [
            ("P1Y", "P1Y"), ("-P1Y", "-P1Y"), ("P26M", "P2Y2M"), ("P1Y27M", "P3Y3M"), ("P0Y", "P0M"), ("-P0M", "P0M"),
            ("P999999999M", "P83333333Y3M"), ("-P999999999M", "-P83333333Y3M"), ("P99999999Y", "P99999999Y"),
        ])
    func `reads years and months`(text: String, written: String) {
        #expect(MonthsDuration(text)?.description == written)
        #expect(SecondsDuration(text) == nil)
    }

    @Test(
        arguments: [
            ("PT3M", "PT3M"), ("PT0.999S", "PT0.999S"), ("PT0S", "PT0S"), ("P0D", "PT0S"), ("PT1000M", "PT16H40M"),
            ("PT555M", "PT9H15M"), ("PT240H", "P10D"), ("-P1DT2H3M4.5S", "-P1DT2H3M4.5S"), ("PT61S", "PT1M1S"),
            ("P1DT0H0M1S", "P1DT1S"), ("-PT0.000000001S", "-PT0.000000001S"), ("PT1H30S", "PT1H30S"),
        ])
    func `reads days and time`(text: String, written: String) {
        #expect(SecondsDuration(text)?.description == written)
        #expect(MonthsDuration(text) == nil)
    }

    @Test(
        arguments: [
            "", "P", "-P", "P0", "1Y", "P1H", "PT", "P1DT", "P1Y2D", "P1YT1H", "PT1D", "PT1S1M", "PT1M1H", "PT.5S",
            "PT1.S",
            "PT1.5M", "P1.5Y", "P1M1Y", "P-1Y", "+P1Y", "P1Y ", "p1y", "P99999999999999999999Y", "P1Y1", "P1D1H",
        ])
    func refuses(text: String) {
        #expect(MonthsDuration(text) == nil)
        #expect(SecondsDuration(text) == nil)
    }

    @Test func `has parts of its own sign`() throws {
        let months = try #require(MonthsDuration("-P1Y2M"))
        #expect((months.years, months.monthsOfYear) == (-1, -2))
        let duration = try #require(SecondsDuration("-P1DT2H3M4.5S"))
        #expect((duration.days, duration.hours, duration.minutes) == (-1, -2, -3))
        #expect(duration.seconds == Decimal128("-4.5"))
        #expect(duration.totalSeconds == Decimal128("-93784.5"))
        #expect(duration.magnitude.description == "P1DT2H3M4.5S")
        #expect(try #require(SecondsDuration("P1D")).hours == 0)
    }

    @Test(
        arguments: [
            ("P2M", "1.5", "P3M"), ("P2M", "-1.5", "-P3M"), ("P1Y11M", "-2.5", "-P4Y9M"), ("P1M", "0", "P0M"),
            ("P1M", "26", "P2Y2M"),
        ])
    func `multiplies months`(text: String, factor: String, expected: String) throws {
        let product = try #require(MonthsDuration(text)).multiplied(by: try #require(Decimal128(factor)))
        #expect(product?.description == expected)
    }

    @Test(
        arguments: [
            ("P4DT1H", "1.5", "P6DT1H30M"), ("PT23H", "2.5", "P2DT9H30M"), ("-P1D", "-10", "P10D"),
            ("P1D", "0", "PT0S"),
            ("PT1S", "0.0000000019", "PT0.000000001S"),
        ])
    func `multiplies seconds`(text: String, factor: String, expected: String) throws {
        let product = try #require(SecondsDuration(text)).multiplied(by: try #require(Decimal128(factor)))
        #expect(product?.description == expected)
    }

    @Test func divides() throws {
        let months = try #require(MonthsDuration("P10Y11M"))
        let seconds = try #require(SecondsDuration("P10DT23H"))
        let divisor = try #require(Decimal128("-2.5"))
        #expect(months.divided(by: divisor)?.description == "-P4Y4M")
        #expect(seconds.divided(by: -divisor)?.description == "P4DT9H12M")
        #expect(months.divided(by: Decimal128(0)) == nil)
        #expect(seconds.divided(by: Decimal128(0)) == nil)
        #expect(months.divided(by: MonthsDuration(months: 10))?.description == "13.1")
        #expect(SecondsDuration(seconds: 10).divided(by: SecondsDuration(seconds: 4)) == Decimal128("2.5"))
        #expect(months.divided(by: MonthsDuration(months: 0)) == nil)
        #expect(seconds.divided(by: SecondsDuration.zero) == nil)
    }

    @Test func `adds, subtracts and compares`() throws {
        let day = try #require(SecondsDuration("P1D"))
        let twoHours = try #require(SecondsDuration("PT2H"))
        #expect((day - twoHours).description == "PT22H")
        #expect((-day - twoHours).description == "-P1DT2H")
        #expect(day == SecondsDuration("PT24H"))
        #expect(-day < .zero)
        #expect(SecondsDuration("PT0.25S").map { -$0 }?.description == "-PT0.25S")
        #expect(MonthsDuration("P1Y") == MonthsDuration("P12M"))
        #expect(MonthsDuration(months: -12).adding(MonthsDuration(months: 2))?.description == "-P10M")
        #expect(MonthsDuration(months: .max).adding(MonthsDuration(months: 1)) == nil)
        #expect(MonthsDuration(months: .max).multiplied(by: 2) == nil)
        #expect(SecondsDuration(seconds: .max) + day == SecondsDuration(seconds: .max) + SecondsDuration(seconds: 1))
    }
}
