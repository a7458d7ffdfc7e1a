import FEEL
import Testing

@Suite("DateAndTime")
struct DateAndTimeTests {
    @Test(
        arguments: [
            ("2017-12-31T11:22:33.123456789", "2017-12-31T11:22:33.123456789"), ("2017-12-31", "2017-12-31T00:00:00"),
            ("2017-12-31T11:22:33+01:35", "2017-12-31T11:22:33+01:35"),
            ("-99999-12-31T11:22:33", "-99999-12-31T11:22:33"),
            ("2017-12-31T24:00:00", "2018-01-01T00:00:00"), ("2017-12-31T24:00:00Z", "2018-01-01T00:00:00Z"),
            ("2011-12-31T10:15:30.987@Europe/Paris", "2011-12-31T10:15:30.987@Europe/Paris"),
            ("999999999-12-31T23:59:59.999999999@Europe/Paris", "999999999-12-31T23:59:59.999999999@Europe/Paris"),
        ])
    func `reads and writes`(text: String, written: String) throws {
        #expect(DateAndTime(text)?.description == written)
    }

    @Test(
        arguments: [
            "", "2017-12-31T", "2017-12-31 11:22:33", "2017-12-31t11:22:33", "2017-13-10T11:22:33",
            "2017-13-32T11:22:33",
            "998-12-31T11:22:33", "+99999-12-01T11:22:33", "2017-12-31T24:01:00", "2017-12-31T25:00:00",
            "2017-12-31T00:00:61", "2017-12-31T7:00:00", "2017-12-31T7:20", "2017-12-31T13:20:00+5:00",
            "2017-12-31T13:20:00+02:00@Europe/Paris", "999999999-12-31T24:00:00",
        ])
    func refuses(text: String) {
        #expect(DateAndTime(text) == nil)
    }

    @Test(
        arguments: [
            ("2018-12-08T00:00:00@Europe/Paris", "2018-12-08T00:00:00@Asia/Dhaka", 1),
            ("2018-10-08T00:00:00+02:00", "2018-10-08T00:00:00@Europe/Paris", 0),
            ("2018-12-08T00:00:00+00:00", "2018-12-08T00:00:00@Etc/UTC", 0),
            ("2018-12-08T00:00:00.0001", "2018-12-08T00:00:00.0001", 0),
            ("2018-12-08T00:00:00.0001", "2018-12-08T00:00:00", 1),
            ("2018-12-08T24:00:00", "2018-12-09T00:00:00", 0),
            ("2018-12-08T00:00:00", "2018-12-08T00:00:00Z", nil as Int?),
        ])
    func compares(left: String, right: String, expected: Int?) throws {
        let (a, b) = (try #require(DateAndTime(left)), try #require(DateAndTime(right)))
        #expect(a.compared(to: b) == expected)
        #expect(b.compared(to: a) == expected.map { -$0 })
    }

    @Test(
        arguments: [
            ("2021-01-02T10:10:10@Europe/Paris", "2021-01-01T10:10:10@Europe/Paris", "P1D"),
            ("2021-01-02T10:10:10@Europe/Paris", "2021-01-01T10:10:10@Asia/Dhaka", "P1DT5H"),
            ("2021-01-02T10:10:10+01:00", "2021-01-01T10:10:10@Europe/Paris", "P1D"),
            ("2021-01-02T10:10:10@Europe/Paris", "1995-01-01T10:10:10@Asia/Dhaka", "P9498DT5H"),
            ("2021-01-02T00:00:00Z", "2021-01-02T00:00:00Z", "PT0S"),
            ("2021-01-01T00:00:00", "2021-01-02T00:00:00.5", "-P1DT0.5S"),
            ("999999999-01-01T00:00:00", "-999999999-01-01T00:00:00", "P730484999269D"),
        ])
    func subtracts(left: String, right: String, expected: String) throws {
        let (a, b) = (try #require(DateAndTime(left)), try #require(DateAndTime(right)))
        #expect(a.since(b)?.description == expected)
    }

    @Test func `does not subtract what has a zone and what has none`() throws {
        let (zoned, local) = (
            try #require(DateAndTime("2021-01-02T10:10:10+02:00")), try #require(DateAndTime("2021-01-01T10:10:10"))
        )
        #expect(zoned.since(local) == nil)
        #expect(local.since(zoned) == nil)
    }

    @Test(
        arguments: [
            ("2021-01-01T10:10:10", "-P1M", "2020-12-01T10:10:10"),
            ("2021-01-31T10:10:10Z", "P1M", "2021-02-28T10:10:10Z"),
            ("-2021-01-01T10:10:10@Australia/Melbourne", "P1Y", "-2020-01-01T10:10:10@Australia/Melbourne"),
            ("2021-01-12T10:10:10+11:00", "P1DT1H", "2021-01-13T11:10:10+11:00"),
            ("2021-01-02T00:00:00", "-PT1H", "2021-01-01T23:00:00"),
            ("2021-01-01T24:00:00", "PT1S", "2021-01-02T00:00:01"),
            ("-2021-01-01T10:10:10@Australia/Melbourne", "-P1D", "-2022-12-31T10:10:10@Australia/Melbourne"),
            // Clocks in Paris went forward on 2021-03-28 and back on 2021-10-31.
            ("2021-03-27T12:00:00@Europe/Paris", "PT24H", "2021-03-28T13:00:00@Europe/Paris"),
            ("2021-10-31T02:30:00@Europe/Paris", "PT1H", "2021-10-31T02:30:00@Europe/Paris"),
            ("2021-10-31T02:30:00@Europe/Paris", "PT2H", "2021-10-31T03:30:00@Europe/Paris"),
            ("2421-03-27T12:00:00@Europe/Paris", "PT24H", "2421-03-28T13:00:00@Europe/Paris"),
        ])
    func `adds durations`(text: String, duration: String, expected: String) throws {
        let start = try #require(DateAndTime(text))
        let sum =
            if let months = MonthsDuration(duration) {
                start.adding(months)
            } else {
                start.adding(try #require(SecondsDuration(duration)))
            }
        #expect(sum?.description == expected)
    }

    @Test func `does not leave the years a date may have`() throws {
        let last = try #require(DateAndTime("999999999-12-31T23:59:59@Europe/Paris"))
        #expect(last.adding(SecondsDuration(seconds: 3600)) == nil)
        #expect(last.adding(SecondsDuration(seconds: .max)) == nil)
        #expect(last.adding(SecondsDuration(seconds: .min)) == nil)
        #expect(last.adding(MonthsDuration(months: 1)) == nil)
    }

    @Test(
        arguments: [
            ("2018-07-10T10:30:00@Europe/Paris", 7200), ("2018-12-10T10:30:00@Europe/Paris", 3600),
            ("2018-12-10T10:30:00@Etc/UTC", 0), ("2018-12-10T10:30:00-05:30", -19_800),
            // Skipped and repeated readings of the clock.
            ("2021-03-28T02:30:00@Europe/Paris", 3600), ("2021-10-31T02:30:00@Europe/Paris", 7200),
            ("2021-03-28T03:00:00@Europe/Paris", 7200), ("2021-10-31T03:00:00@Europe/Paris", 3600),
        ])
    func `knows the offset that day`(text: String, seconds: Int) throws {
        #expect(try #require(DateAndTime(text)).offset == SecondsDuration(seconds: seconds))
    }
}
