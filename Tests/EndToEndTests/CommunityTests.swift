import Foundation
import TestSupport
import Testing

/// Industry communities beside municipal consortia: two pipelines, one database.
@Suite("Industry communities", .serialized, .needsPython)
struct CommunityTests {
    static let guide = "industry-community-guide-2023"
    private static let industry = ["run", "pipelines/industry-annual.yml", "--year", "2025"]

    /// The communities of the sample in an inbox of their own or in that of the municipal consortia, and three of those.
    private static func workplace(shared: Bool) throws -> Workplace {
        let work = try Workplace()
        try work.receiveSample(only: ["C001", "C002", "C003"])
        let files = FileManager.default
        let source = Workplace.sample.appending(path: "communities")
        for name in try files.subpathsOfDirectory(atPath: source.path) where name.hasSuffix(".csv") {
            // A manifest stands at the head of its folder: beside the other it has a name of its own.
            let own = shared ? name.replacing("清单.csv", with: "共同体清单.csv") : name
            let copy = work.url.appending(path: "var/inbox/\(shared ? "" : "communities/")\(own)")
            try files.createDirectory(at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
            try files.copyItem(at: source.appending(path: name), to: copy)
        }
        if shared {
            let pipeline = try work.read("pipelines/industry-annual.yml")
            try work.write(
                pipeline.replacing("inbox/communities/", with: "inbox/"), to: "pipelines/industry-annual.yml")
        }
        return work
    }

    private func lines(_ work: Workplace, of edition: String) throws -> [Substring] {
        try work.command("assess", "--year", "2025", "--format", "ndjson", "--edition", edition).output
            .split(separator: "\n")
    }

    @Test(arguments: [false, true])
    func `each pipeline takes what is its own, in one inbox or in two`(shared: Bool) throws {
        let work = try Self.workplace(shared: shared)
        // Whoever runs first must not take the other's files.
        let industry = try work.command(Self.industry)
        let own = try lines(work, of: Self.guide)
        let municipal = try work.run()
        let theirs = try lines(work, of: "municipal-consortium-trial")
        #expect(own.allSatisfy { !$0.contains(#""consortium":"C001""#) })
        #expect(theirs.allSatisfy { !$0.contains(#""consortium":"H0"#) })
        #expect(theirs.contains { $0.contains("C002") && $0.contains("triggered") })
        #expect(own.contains { $0.contains(#""consortium":"H001""#) && $0.contains(#""list":"documents""#) })
        #expect(try lines(work, of: Self.guide) == own)
        if shared {
            #expect(industry.output.contains("个是市域产教联合体的材料，由其流水线收取"), "\(industry.output)")
            #expect(municipal.output.contains("个是行业产教融合共同体的材料，由其流水线收取"), "\(municipal.output)")
        }
        #expect(!municipal.output.contains("尚无适用标准"))
        #expect(work.exists("var/industry-reports/2025/consortium/H001.html"))
        #expect(!work.exists("var/industry-reports/2025/consortium/C001.html"))
        #expect(!work.exists("var/reports/2025/consortium/H001.html"))
        let states = try EditionsTests.alertStates(of: work)
        #expect(states.filter { $0.contains("/H0") }.allSatisfy { $0.hasPrefix(Self.guide) })
        #expect(states.filter { $0.contains("/C001/") }.allSatisfy { $0.hasPrefix("municipal-consortium-trial") })
        try work.command("verify")
        try work.command("verify", "--edition", Self.guide)
    }

    /// What the sample tells of each community, as programs read it.
    @Test func `documents, days and demands come out as the sample has them`() throws {
        let work = try Self.workplace(shared: false)
        try work.command(Self.industry)
        let own = try lines(work, of: Self.guide)
        let expected: [(String, String, String)] = [
            ("C029", "analysis-report", "met"), ("C030", "analysis-report", "met"),
            ("C030", "demand-forecast", "notMet"),
            ("C030", "talent-list", "notMet"), ("H001", "annual-summary", "met"), ("H002", "annual-summary", "notMet"),
            ("H002", "technology-list", "undetermined"), ("H003", "work-plan", "undetermined"),
            ("H004", "analysis-report", "met"), ("H004", "charter", "undetermined"),
            ("H005", "talent-list", "undetermined"),
            ("H005", "work-plan", "met"), ("H006", "analysis-report", "notApplicable"),
            ("H006", "application", "notMet"),
            ("H006", "annual-summary", "met"), ("H004", "1.1.4", "notMet"), ("H004", "1.1.3", "notMet"),
            ("H005", "1.1.4", "met"), ("C030", "2.1.4", "notMet"),
        ]
        for (consortium, clause, outcome) in expected {
            let found = own.filter {
                $0.contains(#""consortium":"\#(consortium)""#) && $0.contains(#""clause":"\#(clause)""#)
            }
            #expect(
                found.count == 1 && found[0].contains(#""outcome":"\#(outcome)""#), "\(consortium) \(clause): \(found)")
        }
        // Nothing is said of what the guide does not ask, and nobody is judged.
        #expect(own.allSatisfy { !$0.contains(#""clause":"3.2.1""#) && !$0.contains(#""list":"negative""#) })
        let verdicts = own.filter { $0.contains(#""type":"verdict""#) }
        #expect(verdicts.count == 8 && verdicts.allSatisfy { $0.contains(#""verdict":"none""#) && $0.contains("不作结论") })

        let status = try work.command("status", "--year", "2025", "--edition", Self.guide).output
        #expect(status.contains("2025年12月15日截止"), "\(status)")
        #expect(status.contains("应报 8 家，按时 5 家，迟报 1 家，部分报送 1 家，未报 1 家"), "\(status)")
        #expect(status.contains("年度总结报告：按时 5 家，迟报 1 家，未报 2 家"), "\(status)")
        #expect(status.contains("没有规定否定性指标和结论办法，只列监测情况，不作结论"), "\(status)")
        let refused = try work.command("explain", "H001", "16.3", "--year", "2025", "--edition", Self.guide, exits: 2)
        #expect(refused.complaint.contains("没有否定性指标等条款，只列监测情况"), "\(refused.complaint)")
        let told = try work.command("explain", "H004", "analysis-report", "--year", "2025", "--edition", Self.guide)
            .output
        #expect(told.contains("以首次为准") && told.contains("2025-05-06"), "\(told)")

        let page = try work.read("var/industry-reports/2025/consortium/H004.html")
        #expect(page.contains("一、应报材料") && page.contains("未报") && !page.contains("否定性指标</h2>"))
        let overview = try work.read("var/industry-reports/2025/index.html")
        #expect(overview.contains("不作结论") && overview.contains("年度总结报告") && !overview.contains("已触发"))
    }

    /// What is missing is told until it comes; a wrong day is taken back.
    @Test func `duties follow the register`() throws {
        let work = try Self.workplace(shared: false)
        func states(_ day: String) throws -> [String] {
            try work.command(Self.industry, now: "\(day)T09:00:00+08:00")
            return try EditionsTests.alertStates(of: work)
        }
        // 2026: on the last day of the first quarter it is called to mind, on the day after it is missing.
        let due = "\(Self.guide)/H004/document:work-plan-2026"
        let first = try states("2026-03-31")
        #expect(first.contains("\(due) firing"), "\(first)")
        let second = try states("2026-04-01")
        #expect(second.contains("\(due) firing"))
        #expect(second.contains("\(Self.guide)/H003/document:analysis-report-2025 firing"))
        #expect(!second.contains { $0.contains("H006/document:analysis-report-2025") }, "before its designation")
        // A municipal consortium has none of these.
        #expect(!second.contains { $0.contains("/C001/") })

        let header = "联合体编号,材料类别,期间,标题,报送日期,佐证材料,撤回"
        let row = "H004,年度工作计划,2026,示例计划（虚构）,2026-03-25,计划.pdf"
        let inbox = "var/inbox/communities/submissions"
        try work.write("\(header)\n\(row),\n", to: "\(inbox)/2026/H004-计划.csv")
        #expect(try states("2026-04-02").contains("\(due) resolved"))
        // Taken back after the window of figures has closed, and entered with the right day.
        try work.write(
            "\(header)\n\(row),是\n\(row.replacing("03-25", with: "04-01")),\n", to: "\(inbox)/2026/H004-计划更正.csv")
        let last = try states("2026-04-03")
        #expect(last.contains("\(due) firing"), "\(last)")
        let told = try work.command("explain", "H004", "work-plan", "--year", "2026", "--edition", Self.guide).output
        #expect(told.contains("2026年4月1日报送，迟报1天"), "\(told)")
        try work.command("verify", "--edition", Self.guide)
    }
}
