import FEEL
import Testing

@Suite("CalendarDate")
struct CalendarDateTests {
    @Test(
        arguments: [
            "2025-12-31", "2024-02-29", "2000-02-29", "0001-01-01", "0000-12-31", "-0001-01-01", "-2017-01-01",
            "10000-01-01", "999999999-12-31", "-999999999-01-01",
        ])
    func `reads and writes`(text: String) throws {
        let date = try #require(CalendarDate(text))
        #expect(date.description == text)
        #expect(CalendarDate(epochDay: date.epochDay) == date)
    }

    @Test(
        arguments: [
            "", "2025", "2025-12", "2025-12-31T", "2025-12-31Z", "2025-12-32", "2025-13-01", "2025-00-01", "2025-01-00",
            "2023-02-29", "1900-02-29", "998-12-31", "02025-01-01", "+2025-01-01", "9999999999-12-25", "2025-1-1",
            "2025/01/01", " 2025-01-01", "２０２５-01-01", "--2025-01-01",
        ])
    func refuses(text: String) {
        #expect(CalendarDate(text) == nil)
    }

    @Test func `refuses parts that are no day`() {
        #expect(CalendarDate(year: 2025, month: 2, day: 29) == nil)
        #expect(CalendarDate(year: 2025, month: 13, day: 1) == nil)
        #expect(CalendarDate(year: 2025, month: -8, day: 2) == nil)
        #expect(CalendarDate(year: 1_000_000_000, month: 1, day: 1) == nil)
        #expect(CalendarDate(epochDay: 400_000_000_000) == nil)
        #expect(CalendarDate(epochDay: .max) == nil)
    }

    @Test(
        arguments: [
            // date, epoch day, weekday, day of year, week of year
            ("1970-01-01", 0, 4, 1, 1), ("1969-12-31", -1, 3, 365, 1), ("2000-03-01", 11_017, 3, 61, 9),
            ("2019-09-17", 18_156, 2, 260, 38), ("2020-12-31", 18_627, 4, 366, 53), ("2021-01-03", 18_630, 7, 3, 53),
            ("2021-01-04", 18_631, 1, 4, 1), ("2018-12-31", 17_896, 1, 365, 1), ("2005-01-01", 12_784, 6, 1, 53),
            ("2016-01-01", 16_801, 5, 1, 53), ("0000-03-01", -719_468, 3, 61, 9), ("2023-01-01", 19_358, 7, 1, 52),
        ])
    func `counts days and weeks`(text: String, epochDay: Int, weekday: Int, dayOfYear: Int, week: Int) throws {
        let date = try #require(CalendarDate(text))
        #expect(date.epochDay == epochDay)
        #expect(date.weekday == weekday)
        #expect(date.dayOfYear == dayOfYear)
        #expect(date.weekOfYear == week)
    }

    @Test func `every day of eight centuries follows the one before`() throws {
        var previous = try #require(CalendarDate("1599-12-31"))
        for epochDay in previous.epochDay + 1...previous.epochDay + 2 * 146_097 {
            let date = try #require(CalendarDate(epochDay: epochDay))
            guard date.epochDay == epochDay, date > previous, date.weekday == previous.weekday % 7 + 1,
                date.day == previous.day + 1 || date.day == 1
            else {
                Issue.record("\(previous) is followed by \(date)")
                return
            }
            previous = date
        }
        #expect(previous.description == "2399-12-31")
    }

    @Test(
        arguments: [
            ("2021-01-01", "P1Y", "2022-01-01"), ("2021-01-31", "P1M", "2021-02-28"),
            ("2020-02-29", "P1Y", "2021-02-28"),
            ("2024-01-31", "P1M", "2024-02-29"), ("2021-01-02", "-P1M", "2020-12-02"),
            ("2021-03-31", "-P13M", "2020-02-29"),
            ("-2021-01-01", "-P1M", "-2022-12-01"), ("2021-01-02", "P1D", "2021-01-03"),
            ("2021-01-02", "-PT1M", "2021-01-01"),
            ("2021-01-02", "PT25H", "2021-01-03"), ("2020-03-01", "-PT24H", "2020-02-29"),
            ("2021-01-01", "PT23H59M", "2021-01-01"),
        ])
    func `adds durations`(text: String, duration: String, expected: String) throws {
        let date = try #require(CalendarDate(text))
        let sum =
            if let months = MonthsDuration(duration) {
                date.adding(months)
            } else {
                date.adding(try #require(SecondsDuration(duration)))
            }
        #expect(sum?.description == expected)
    }

    @Test func `does not leave the years a date may have`() throws {
        let last = try #require(CalendarDate("999999999-12-31"))
        #expect(last.adding(MonthsDuration(months: 1)) == nil)
        #expect(last.adding(MonthsDuration(months: .max)) == nil)
        #expect(last.adding(SecondsDuration(seconds: 86_400)) == nil)
        #expect(last.adding(SecondsDuration(seconds: .max)) == nil)
        #expect(last.adding(SecondsDuration(seconds: .min)) == nil)
    }

    @Test(
        arguments: [
            ("2015-01-21", "2016-01-21", "P1Y"), ("2016-01-21", "2015-01-21", "-P1Y"),
            ("2010-05-30", "2017-12-15", "P7Y6M"),
            ("2017-12-31", "2017-12-31", "P0M"), ("2014-12-31", "-2019-10-01", "-P4033Y2M"),
            ("2017-09-05", "-2019-10-01", "-P4035Y11M"), ("2011-12-31", "2017-08-10", "P5Y7M"),
            ("2015-12-31", "2018-10-01", "P2Y9M"), ("2021-03-15", "2021-01-20", "-P1M"),
            ("2021-01-20", "2021-03-15", "P1M"),
        ])
    func `counts whole months between days`(start: String, end: String, expected: String) throws {
        let months = try #require(CalendarDate(end)).months(since: try #require(CalendarDate(start)))
        #expect(months.description == expected)
    }
}
