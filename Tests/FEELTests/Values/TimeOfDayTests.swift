import FEEL
import Testing

@Suite("TimeOfDay")
struct TimeOfDayTests {
    @Test(
        arguments: [
            ("01:02:03", "01:02:03"), ("00:00:00", "00:00:00"), ("11:22:33.444", "11:22:33.444"),
            ("11:22:33.4440", "11:22:33.444"), ("11:22:33.123456789", "11:22:33.123456789"),
            ("11:22:33.1234567891", "11:22:33.123456789"), ("11:00:00Z", "11:00:00Z"), ("11:00:00z", "11:00:00Z"),
            ("11:22:33-00:00", "11:22:33Z"), ("11:22:33+00:00", "11:22:33Z"), ("10:20:00+01:35", "10:20:00+01:35"),
            ("11:59:45-02:45:55", "11:59:45-02:45:55"), ("24:00:00", "00:00:00"), ("24:00:00.000Z", "00:00:00Z"),
            ("10:30:11@Australia/Melbourne", "10:30:11@Australia/Melbourne"), ("10:30:11@Etc/UTC", "10:30:11@Etc/UTC"),
            ("23:59:59.999999999-14:00", "23:59:59.999999999-14:00"),
        ])
    func `reads and writes`(text: String, written: String) throws {
        #expect(TimeOfDay(text)?.description == written)
    }

    @Test(
        arguments: [
            "", "23:59:60", "24:01:00", "24:00:00.1", "25:00:00", "00:60:00", "07:1:00", "07:2", "10:20",
            "13:20:00@xyz/abc",
            "13:20:00@", "13:20:00+19:00", "13:20:00+14:01", "13:20:00+5", "13:20:00+5:00",
            "13:20:00+02:00@Europe/Paris",
            "13:20:00Z+01:00", "13:20:00.", "2012-12-25T11:00:00Z", "13:20:00 ", "1３:20:00",
        ])
    func refuses(text: String) {
        #expect(TimeOfDay(text) == nil)
    }

    @Test func `is made of parts`() throws {
        let second = try #require(Decimal128("1.3"))
        let offset = try #require(SecondsDuration("-PT1H"))
        let zone = try #require(Zone(offset: offset))
        let time = try #require(TimeOfDay(hour: 12, minute: 59, second: second, zone: zone))
        #expect(time.description == "12:59:01.3-01:00")
        #expect((time.hour, time.minute, time.second) == (12, 59, second))
        #expect(time.offset == offset)
        #expect(time.zone.name == nil)
        #expect(TimeOfDay(hour: 23, minute: 60, second: 45) == nil)
        #expect(TimeOfDay(hour: 23, minute: 59, second: Decimal128(60)) == nil)
        #expect(Zone(offset: SecondsDuration(seconds: 15 * 3600)) == nil)
        #expect(TimeOfDay("10:00:00@Asia/Shanghai")?.offset == SecondsDuration(seconds: 8 * 3600))
        #expect(TimeOfDay("10:00:00@Europe/Paris")?.offset == SecondsDuration(seconds: 3600))
        #expect(TimeOfDay("10:00:00@Asia/Shanghai")?.zone.name == "Asia/Shanghai")
        #expect(TimeOfDay("10:00:00")?.offset == nil)
    }

    @Test(
        arguments: [
            ("10:30:00", "10:30:00.0000", 0), ("10:30:00", "10:30:01", -1), ("10:30:00.0002", "10:30:00.0001", 1),
            ("20:00:50+00:00", "21:00:50+01:00", 0), ("10:00:00Z", "10:00:00+01:00", 1),
            ("10:00:00@Asia/Shanghai", "02:00:00Z", 0), ("10:00:00", "10:00:00Z", nil as Int?),
        ])
    func compares(left: String, right: String, expected: Int?) throws {
        let (a, b) = (try #require(TimeOfDay(left)), try #require(TimeOfDay(right)))
        #expect(a.compared(to: b) == expected)
        #expect(b.compared(to: a) == expected.map { -$0 })
    }

    @Test func `is the same only when it is written alike`() throws {
        #expect(TimeOfDay("23:00:50+11:00") == TimeOfDay("23:00:50+11:00"))
        #expect(TimeOfDay("20:00:50+00:00") != TimeOfDay("21:00:50+01:00"))
        #expect(TimeOfDay("23:00:50@Australia/Melbourne") != TimeOfDay("23:00:50@Australia/Sydney"))
        #expect(TimeOfDay("23:00:50Z") == TimeOfDay("23:00:50+00:00"))
    }

    @Test(
        arguments: [
            ("10:15:00", "PT1H", "11:15:00"), ("10:15:00", "P1D", "10:15:00"),
            ("10:15:00+11:00", "P1D", "10:15:00+11:00"),
            ("23:30:00", "PT45M", "00:15:00"), ("00:15:00", "-PT45M", "23:30:00"),
            ("00:00:00", "-PT0.5S", "23:59:59.5"),
            ("10:15:00@Australia/Melbourne", "-PT1H", "09:15:00@Australia/Melbourne"),
        ])
    func `adds durations`(text: String, duration: String, expected: String) throws {
        let sum = try #require(TimeOfDay(text)).adding(try #require(SecondsDuration(duration)))
        #expect(sum.description == expected)
    }

    @Test func `subtracts times`() throws {
        func difference(_ left: String, _ right: String) throws -> String? {
            try #require(TimeOfDay(left)).since(try #require(TimeOfDay(right)))?.description
        }
        #expect(try difference("10:10:10@Australia/Melbourne", "09:10:10@Australia/Melbourne") == "PT1H")
        #expect(try difference("09:10:10", "10:10:10.25") == "-PT1H0.25S")
        #expect(try difference("10:10:10", "09:10:10Z") == nil)
    }
}
