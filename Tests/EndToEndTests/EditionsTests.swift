import Foundation
import TestSupport
import Testing

/// Two editions in one store, and consortia that none is for.
@Suite("Editions beside one another", .serialized)
struct EditionsTests {
    private static let industry = ["run", "pipelines/\(IndustryEdition.pipeline)", "--year", "2025"]

    /// A municipal consortium with a trigger, and two industry communities, one of which says that it has no statutes.
    private static func twoEditions() throws -> (work: Workplace, data: String) {
        let work = try Workplace()
        try work.receiveSample(only: ["C002", "C029", "C030"])
        let edition = try IndustryEdition(in: work)
        let header = "联合体编号,观测点,年度,口径,数值,标准编号"
        for (consortium, value) in [("C029", "否"), ("C030", "是")] {
            try work.write(
                "\(header)\n\(consortium),1.1.1,2025,实际,\(value),\(IndustryEdition.id)\n",
                to: "\(Workplace.submissions)/2026/\(consortium)-章程.csv")
        }
        return (work, edition.data)
    }

    private func outcomes(_ work: Workplace, _ data: String, of edition: String) throws -> [Substring] {
        try work.command(
            "assess", "--year", "2025", "--format", "ndjson", "--data", data, "--edition", edition
        ).output.split(separator: "\n")
    }

    /// Every file below a folder with its bytes.
    private func files(_ folder: String, of work: Workplace) throws -> [String: Data] {
        var files: [String: Data] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: work.path(folder)) {
            files[name] = FileManager.default.contents(atPath: work.path("\(folder)/\(name)"))
        }
        return files
    }

    @Test(.needsPython) func `each pipeline judges its own kind and leaves the other's results alone`() throws {
        let (work, data) = try Self.twoEditions()
        let municipal = ["run", "pipelines/municipal-annual.yml", "--year", "2025", "--data", data]
        try work.command(municipal)
        let verdicts = try outcomes(work, data, of: "municipal-consortium-trial")
        let pages = try files("var/reports", of: work)
        let ledger = try work.read("var/alerts/alerts.ndjson")
        let states = try Self.alertStates(of: work)
        #expect(!states.isEmpty)
        #expect(states.allSatisfy { $0.contains("municipal-consortium-trial/") }, "\(states)")

        // The second edition is judged for the first time: its own fires, and nothing of the first changes.
        try work.command(Self.industry + ["--data", data])
        let own = try outcomes(work, data, of: IndustryEdition.id)
        #expect(own.contains { $0.contains(#""consortium":"C029""#) && $0.contains(#""outcome":"triggered""#) })
        #expect(own.contains { $0.contains(#""consortium":"C030""#) && $0.contains(#""outcome":"clear""#) })
        #expect(own.allSatisfy { $0.contains(#""edition":"\#(IndustryEdition.id)""#) && !$0.contains("C002") })
        #expect(verdicts.allSatisfy { $0.contains(#""edition":"municipal-consortium-trial""#) && !$0.contains("C029") })
        #expect(try outcomes(work, data, of: "municipal-consortium-trial") == verdicts)
        #expect(try files("var/reports", of: work) == pages)
        #expect(try work.read("var/alerts/alerts.ndjson") == ledger)
        let both = try Self.alertStates(of: work)
        #expect(both.filter { $0.contains("municipal-consortium-trial/") } == states)
        #expect(both.contains("\(IndustryEdition.id)/C029/2.1/2025 firing"), "\(both)")
        #expect(work.exists("var/industry-test-reports/2025/consortium/C029.html"))
        #expect(!work.exists("var/industry-test-reports/2025/consortium/C002.html"))
        #expect(!work.exists("var/reports/2025/consortium/C029.html"))

        // And the other way round.
        let industryPages = try files("var/industry-test-reports", of: work)
        let industryLedger = try work.read("var/alerts/industry.ndjson")
        try work.command(municipal)
        #expect(try outcomes(work, data, of: IndustryEdition.id) == own)
        #expect(try files("var/industry-test-reports", of: work) == industryPages)
        #expect(try work.read("var/alerts/industry.ndjson") == industryLedger)
        #expect(try Self.alertStates(of: work) == both)
        try work.command("verify", "--data", data)
        try work.command("verify", "--data", data, "--edition", IndustryEdition.id)
    }

    @Test func `two editions that write to one folder are refused`() throws {
        let (work, data) = try Self.twoEditions()
        try work.command("check", "--data", data)
        let pipeline = "pipelines/\(IndustryEdition.pipeline)"
        try work.write(
            try work.read(pipeline).replacing("var/industry-test-reports", with: "./var/reports/"), to: pipeline)
        let complaint = try work.command("check", "--data", data, exits: 2).complaint
        #expect(complaint.contains("industry-test、municipal-annual"), "\(complaint)")
        #expect(complaint.contains("请各用一个目录"), "\(complaint)")
    }

    @Test func `a kind that no edition is for is listed and not judged`() throws {
        let work = try Workplace()
        try work.receiveSample(only: ["C003", "C029"])
        let data = try IndustryEdition.dataWithout(CommunityTests.guide, in: work)
        let run = try work.command("run", "pipelines/municipal-annual.yml", "--year", "2025", "--data", data)
        let line = try #require(run.output.split(separator: "\n").first { $0.hasPrefix("C029") })
        #expect(line.contains("行业产教融合共同体，尚无适用标准"), "\(line)")
        #expect(try work.command("status", "--data", data).output.contains("\n\(line)\n"))
        #expect(try !work.outcomes().contains("C029"))
        let overview = try work.read("var/reports/2025/index.html")
        let unjudged = try #require(overview.firstRange(of: "尚无适用标准"))
        #expect(overview[unjudged.upperBound...].contains("C029"))
        #expect(!work.exists("var/reports/2025/consortium/C029.html"))
        let refused = try work.command("explain", "C029", "16.3", "--year", "2025", "--data", data, exits: 2)
        #expect(refused.complaint.contains("尚无适用标准"))
    }

    @Test(.needsPython) func `an alert on a consortium that is judged no longer ends, and is told once`() throws {
        let work = try Workplace()
        try work.receiveSample(only: ["C002", "C003"])
        try work.run()
        let firing = try Self.alertStates(of: work).filter { $0.contains("/C002/") }
        #expect(!firing.isEmpty && firing.allSatisfy { $0.hasSuffix(" firing") }, "\(firing)")
        let others = try Self.alertStates(of: work).filter { !$0.contains("/C002/") }

        // The register has it as an industry community from now on.
        let register = try work.read("\(Workplace.registers)/2025/名单/联合体.csv")
        let row = try #require(register.split(separator: "\n").first { $0.hasPrefix("C002,") })
        let kind = try #require(row.split(separator: ",").dropFirst(2).first)
        let header = try #require(register.split(separator: "\n").first)
        try work.write(
            "\(header)\n\(row.replacing(",\(kind),", with: ",行业产教融合共同体,", maxReplacements: 1))\n",
            to: "\(Workplace.registers)/2026/联合体.csv")
        let second = try work.run(now: "2026-04-11T09:00:00+08:00")
        #expect(second.output.contains("不再适用"), "\(second.output)")
        let told = try work.read("var/alerts/alerts.ndjson")
        let ended = try Self.alertStates(of: work).filter { $0.contains("/C002/") }
        #expect(ended.count == firing.count && ended.allSatisfy { $0.hasSuffix(" resolved") }, "\(ended)")
        #expect(try Self.alertStates(of: work).filter { !$0.contains("/C002/") } == others)

        let third = try work.run(now: "2026-04-12T09:00:00+08:00")
        #expect(third.output.contains("应发 0 条"), "\(third.output)")
        #expect(try work.read("var/alerts/alerts.ndjson") == told)
    }

    /// What the first edition's store held goes on: its alerts fire under their new names and are not raised anew.
    @Test(.needsPython) func `a store of the first edition goes on, and what is judged no longer ends there`() throws {
        let work = try Workplace()
        for folder in [Workplace.submissions, Workplace.registers] { try work.write("", to: "\(folder)/.keep") }
        try FileManager.default.copyItem(
            at: Repository.root.appending(path: "Tests/StoreTests/Fixtures/first-edition.sqlite"),
            to: work.url.appending(path: "var/monitor.sqlite"))
        let first = try work.run(now: "2026-05-09T09:00:00+08:00")
        // Its communities have an edition of their own since.
        #expect(!first.output.contains("尚无适用标准"), "\(first.output)")
        let states = try Self.alertStates(of: work)
        #expect(states.contains("municipal-consortium-trial/C002/16.3/2025 firing"), "\(states)")
        #expect(!first.output.contains("【首次·严重】C002"), "\(first.output)")
        // The store is whole; the files that it was made from were not taken along, and that is told.
        let verified = try work.command("verify", exits: 5).output
        #expect(verified.contains("数据库完好") && verified.contains("存档缺少"), "\(verified)")

        let header = "编号,名称,类型,省份,市州"
        try work.write(
            "\(header)\nC002,示例共同体（虚构）,行业产教融合共同体,湖南省,株洲市\n", to: "\(Workplace.registers)/联合体.csv")
        let second = try work.run(now: "2026-05-10T09:00:00+08:00")
        #expect(second.output.contains("不再适用"), "\(second.output)")
        #expect(try Self.alertStates(of: work).contains("municipal-consortium-trial/C002/16.3/2025 resolved"))
        let third = try work.run(now: "2026-05-11T09:00:00+08:00")
        #expect(third.output.contains("应发 0 条"), "\(third.output)")
    }

    /// `municipal-consortium-trial/C002/16.3/2025 firing`
    static func alertStates(of work: Workplace) throws -> [String] {
        try OtherProcess.rows(
            "SELECT fingerprint || ' ' || state FROM alert ORDER BY fingerprint", of: work.path("var/monitor.sqlite"))
    }
}
