import Foundation
import TestSupport
import Testing

@Suite("The annual run", .serialized)
struct AnnualRunTests {
    @Test func `a run ends with verdicts, a page and alerts`() throws {
        let work = try Workplace()
        try work.receiveSample()
        let run = try work.run()

        // A line a consortium, with the verdicts that the sample's README tells of.
        for (consortium, verdict) in [
            ("C001", "建议通过"), ("C002", "建议取消资格"), ("C005", "暂缓，待认定"), ("C013", "资料不全"), ("C026", "限期整改"),
            ("C028", "建议不通过"),
        ] {
            let row = try #require(run.output.split(separator: "\n").first { $0.hasPrefix(consortium) })
            #expect(row.contains(verdict), "\(row)")
        }
        // The page's place, the last thing said.
        let overview = try #require(run.output.split(separator: "\n").last)
        #expect(overview.hasPrefix("报告首页："))
        let page = try String(contentsOfFile: String(overview.dropFirst("报告首页：".count)), encoding: .utf8)
        #expect(page.contains("建议取消资格"))
        #expect(work.exists("var/reports/2025/consortium/C002.html"))
        // Who is to be told was told: on the terminal, and in the files of alerts.yml.
        #expect(run.output.contains("编号：municipal-consortium-trial/C002/16.3/2025"))
        #expect(run.output.contains("告警：应发"))
        let fingerprint = "municipal-consortium-trial/C002/16.3/2025"
        #expect(try work.read("var/alerts/ministry-2026-04-10.txt").contains("编号：\(fingerprint)"))
        #expect(try work.read("var/alerts/alerts.ndjson").contains(#""fingerprint":"\#(fingerprint)""#))
    }

    @Test func `a second run changes nothing`() throws {
        let work = try Workplace()
        try work.receiveSample(only: ["C002", "C003", "C012"])
        try work.run()
        let outcomes = try work.outcomes()
        let alerts = try work.read("var/alerts/alerts.ndjson")

        let second = try work.run(now: "2026-04-10T21:00:00+08:00")
        #expect(second.output.contains("载入 0 个"))
        #expect(second.output.contains("应发 0 条"))
        #expect(try work.outcomes() == outcomes)
        #expect(try work.read("var/alerts/alerts.ndjson") == alerts)
        try work.command("verify")
    }

    @Test func `a corrected file is a new revision, and the past can be asked for`() throws {
        let work = try Workplace()
        try work.receiveSample(only: ["C003"])
        try work.run(now: "2026-06-01T09:00:00+08:00")
        let before = try work.outcomes()
        #expect(Self.outcome(of: "C003", "16.3", in: before) == "warning")

        // The plan was not met; a corrected file says that it was.
        let name = "var/inbox/submissions/2025/湖南省/C003.csv"
        let file = try work.read(name)
        func row(_ start: String) throws -> Substring {
            try #require(file.split(separator: "\n").first { $0.hasPrefix(start) })
        }
        let plan = try row("C003,6.1.4,2025,实际,").split(separator: ",", omittingEmptySubsequences: false)[4]
        try work.write(
            file.replacing(try row("C003,6.1.2,2025,实际,"), with: "C003,6.1.2,2025,实际,\(plan),"), to: name)
        let manifest = "var/inbox/registers/2025/清单.csv"
        let sent = try work.read(manifest)
        let line = try #require(sent.split(separator: "\n").first { $0.contains("C003.csv") })
        try work.write(sent.replacing(line, with: "湖南省/C003.csv,2026-06-18,示例报送单位C003（虚构）,C003"), to: manifest)

        let second = try work.run(now: "2026-06-20T09:00:00+08:00")
        // The file and the manifest that says when it came.
        #expect(second.output.contains("载入 2 个"))
        let after = try work.outcomes()
        #expect(Self.outcome(of: "C003", "16.3", in: after) == "clear")
        #expect(try work.outcomes(asOf: "2026-06-17") == before)
        #expect(try work.outcomes(asOf: "2026-06-18") == after)
        // The alert of the warning is told to be over.
        #expect(second.output.contains("解除"))
        try work.command("verify")
    }

    /// The same bytes change nothing; somebody who puts an earlier version back has to be told.
    @Test func `a file put back to an earlier version is told, and the later one stands`() throws {
        let work = try Workplace()
        try work.receiveSample(only: ["C003"])
        let name = "var/inbox/submissions/2025/湖南省/C003.csv"
        let first = try work.read(name)
        try work.collectInbox()
        try work.write(first.replacing("C003,6.1.2,2025,实际,", with: "C003,6.1.2,2025,实际,9"), to: name)
        try work.collectInbox()
        let corrected = try work.outcomes()

        try work.write(first, to: name)
        let again = try work.collectInbox()
        #expect((again.output + again.errors).contains("第1版完全相同，而"))
        #expect((again.output + again.errors).contains("库中仍以第2版为准"))
        #expect(try work.outcomes() == corrected)
        let receipts = try FileManager.default.contentsOfDirectory(atPath: work.path("var/receipts/2025/湖南省"))
        #expect(receipts.count { $0.hasPrefix("C003-回执") && $0.hasSuffix(".json") } == 2)
    }

    @Test func `a broken file goes to quarantine with its reason, and the rest goes on`() throws {
        let work = try Workplace()
        try work.receiveSample(only: ["C012", "C016", "C023"])
        let run = try work.run()
        #expect(run.output.contains("隔离 3 个"))
        let kept = try FileManager.default.contentsOfDirectory(atPath: work.path("var/quarantine")).sorted()
        let copies = kept.filter { !$0.hasSuffix(".reason.txt") }
        #expect(
            copies.map { String($0.drop { $0 != "-" }) }.sorted() == ["-C012-补充.csv", "-C016-工作台账.csv", "-C023-重报.csv"])
        for copy in copies {
            let note = try work.read("var/quarantine/\(copy).reason.txt")
            #expect(note.contains("原因："))
            let original = try #require(note.split(separator: "\n").first?.dropFirst("文件：".count))
            #expect(
                FileManager.default.contentsEqual(
                    atPath: work.path("var/quarantine/\(copy)"), andPath: work.path(String(original))))
        }
        // Those whose file is broken are judged by what could be read.
        for consortium in ["C012", "C016", "C023"] {
            #expect(
                try work.outcomes().contains(
                    #""type":"verdict","edition":"municipal-consortium-trial","consortium":"\#(consortium)""#))
        }
        try work.command("status", "--year", "2025")
    }

    /// The outcome of a clause in NDJSON lines.
    static func outcome(of consortium: String, _ clause: String, in lines: String) -> String? {
        struct Line: Decodable {
            let consortium: String
            let clause: String?
            let outcome: String?
        }
        return lines.split(separator: "\n").lazy
            .compactMap { try? JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
            .first { $0.consortium == consortium && $0.clause == clause }?.outcome
    }
}
