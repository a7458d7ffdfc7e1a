import FEEL
import Foundation
import Standards
import Testing

@testable import Collection

/// What a manifest says of the files of its batch, and how they are found.
struct ManifestTests {
    let inbox: Inbox

    init() throws {
        inbox = try Inbox()
        inbox.roots = [InboxRoot(path: inbox.path, authority: .authority)]
        try inbox.write("湖南省/T01.csv", ["联合体编号,观测点,年度,数值", "C001,6.1.2,2025,1"])
    }

    private func findings() -> [Finding] { inbox.survey().items.flatMap(\.findings) }

    @Test(arguments: [
        "湖南省\\T01.csv", "./湖南省/T01.csv", "湖南省/T01.CSV", "湖南省/T01.csv", ".\\湖南省\\T01.Csv", "湖南省//T01.csv",
    ])
    func `a path is found however another system writes it`(path: String) throws {
        try inbox.write("清单.csv", ["file,receivedOn,sender", "\(path),2026-03-01,x"])
        #expect(try inbox.read("湖南省/T01.csv").0.receivedOn == .day("2026-03-01"))
        #expect(findings().isEmpty)
    }

    @Test func `letters in a path may be composed or not`() throws {
        try inbox.write("e\u{301}.csv", ["联合体编号,观测点,年度,数值", "C001,6.1.2,2025,1"])
        try inbox.write("清单.csv", ["文件,收到日期", "\u{E9}.csv,2026-03-01"])
        #expect(findings().isEmpty)
    }

    @Test(arguments: ["../湖南省/T01.csv", "T01.csv", "湖南省/t01.csv", "/etc/passwd"])
    func `another file is none`(path: String) throws {
        try inbox.write("清单.csv", ["文件,收到日期", "\(path),2026-03-01"])
        #expect(findings().map(\.kind.id) == ["listed-file-missing"])
    }

    @Test func `its own folder counts first, then the same folder of other roots, then each root`() throws {
        try inbox.write("报送/湖南省/a.csv", ["联合体编号,观测点,年度,数值", "C001,6.1.2,2025,1"])
        try inbox.write("报送/b.csv", ["联合体编号,观测点,年度,数值", "C001,6.1.2,2024,1"])
        try inbox.write("登记/湖南省/清单.csv", ["文件,收到日期", "a.csv,2026-03-01", "b.csv,2026-03-02", "T09.csv,2026-03-02"])
        inbox.roots = [
            InboxRoot(path: inbox.path + "/报送", authority: .secretariat),
            InboxRoot(path: inbox.path + "/登记/", authority: .authority),
        ]
        #expect(try inbox.read("报送/湖南省/a.csv").0.receivedOn == .day("2026-03-01"))
        #expect(try inbox.read("报送/b.csv").0.receivedOn == .day("2026-03-02"))
        #expect(findings().map(\.mark) == ["listed-file-missing 4:1"])
    }

    @Test(arguments: ["2021-12-31", "2027-01-01", "1999-01-01"])
    func `a day on which nothing can have come is ignored with its line`(day: String) throws {
        try inbox.write("清单.csv", ["文件,收到日期,报送单位", "湖南省/T01.csv,\(day),x"])
        let (submission, _) = try inbox.read("湖南省/T01.csv")
        #expect(submission.receivedOn == nil && submission.origin.sender.isEmpty)
        #expect(findings().map(\.kind.id) == ["listed-date"])
        #expect(findings()[0].text.contains("2022年1月1日至2026年12月31日之间"))
    }

    @Test func `two lines that contradict each other are both ignored, two that agree are one`() throws {
        try inbox.write("清单.csv", ["文件,收到日期", "湖南省/T01.csv,2026-03-01", "湖南省\\T01.csv,2026-03-02"])
        #expect(findings().map(\.mark) == ["listed-twice 3:1"] && findings()[0].text.contains("第2行"))
        #expect(try inbox.read("湖南省/T01.csv").0.receivedOn == nil)
        try inbox.write("清单.csv", ["文件,收到日期", "湖南省/T01.csv,2026-03-01", "./湖南省/T01.csv,2026年3月1日"])
        #expect(findings().isEmpty)
        try inbox.write("湖南省/另一份.csv", ["文件,收到日期", "T01.csv,2026-03-05"])
        #expect(findings().map(\.kind.id) == ["listed-twice"])
        #expect(try inbox.read("湖南省/T01.csv").0.receivedOn == nil)
    }
}
