import Assessment
import FEEL
import Reports
import Standards

extension Sample {
    static let regions = RegionNames(["330000": "浙江省", "430000": "湖南省", "530000": "云南省"])

    static let asOf = day("2026-04-30")

    static let explanation = Explanation(
        .outcome, "16.3 连续两年没有按计划落实经费投入：已触发", detail: "连续两年没有按计划落实",
        children: [
            Explanation(.clause, "条款原文：连续两年没有按计划落实经费投入", detail: "《示例建设标准（试行）》"),
            Explanation(
                .condition, "已触发的条件成立：近2年有两年，且每年到位经费小于计划经费",
                detail: "count(近2年) = 2 and\nevery 年 in 近2年 satisfies 年.到位经费 < 年.计划经费"),
            Explanation(.year, "2024年", children: [measure(120, 30), plan(200, 31)]),
            Explanation(.year, "2025年", children: [measure(120, 10), plan(200, 11)]),
            Explanation(.remedy, "更正后的数据不再满足条件，或获豁免，结论才会改变"),
        ])

    private static func measure(_ amount: Int, _ row: Int) -> Explanation {
        Explanation(
            .measure, "到位经费 = \(amount)万元", detail: #"actual("6.1.2")"#,
            children: [Explanation(.cell, "6.1.2 专项经费到位数：\(amount)万元", source: source(row))])
    }

    private static func plan(_ amount: Int, _ row: Int) -> Explanation {
        Explanation(
            .measure, "计划经费 = \(amount)万元", detail: #"actual("6.1.4")"#,
            children: [Explanation(.cell, "6.1.4 下一年度计划专项经费：\(amount)万元", source: source(row))])
    }

    static let submissions: [ReportRecord] = all.filter { $0.verdict.standing != .revoked }.map { assessment in
        let (state, received, reported): (ReportRecord.State, String?, Int) =
            switch assessment.consortium.id {
            case "C002": (.partial, "2026-03-28", 5)
            case "C003": (.late, "2026-04-09", 8)
            case "C006": (.missing, nil, 0)
            case "C001": (.onTime, "2026-03-20", 7)
            default: (.onTime, "2026-03-20", 8)
            }
        return ReportRecord(
            consortium: assessment.consortium, state: state, receivedOn: received.map(day), reportedPoints: reported,
            applicablePoints: 8, dueOn: day("2026-03-31"))
    }

    /// A community of an industry, for which there is no edition.
    static let unjudged = Consortium(
        id: "H001", name: "示例行业产教融合共同体", kind: .industry, province: "430000", prefecture: "", park: "", parkLevel: "",
        leadSchool: "示例职业技术大学", leadEnterprise: "示例集团", cohort: "第一批", stage: "建设期", designatedOn: nil)

    static let findings: [ReportFinding] = [
        ReportFinding(
            severity: .warning, title: "计划调低", consortium: "C001", text: "2025年计划专项经费原报200万元，改报150万元；仍按200万元判断。",
            place: "\(workbook) › 观测点!F11"),
        ReportFinding(
            severity: .error, title: "数字无法识别", consortium: "C001", text: "应为数字，读到“约120”。请只填数字；没有采集请留空。",
            place: "\(workbook) › 观测点!F12"),
        ReportFinding(
            severity: .error, title: "文件无法读取", consortium: nil, text: "不是 Excel 工作簿，已移入隔离区。", place: "损坏.xlsx"),
    ]

    static func model(
        submissions: [ReportRecord] = submissions, unjudged: [Consortium] = [unjudged],
        findings: [ReportFinding] = findings, dataState: ReportModel.DataState = .final,
        norms: NormCoverage? = nil, calendar: ReportingCalendar? = nil, asOf: CalendarDate = asOf
    ) -> ReportModel {
        ReportModel(
            year: year, asOf: asOf, dataState: dataState, edition: edition, submissions: submissions,
            unjudged: unjudged, findings: FindingDigest(findings), regions: regions,
            norms: norms, calendar: calendar, generatedAt: "2026-05-01 06:00")
    }
}

extension HTMLReport {
    /// The page with those of the sample's findings that are the consortium's.
    func dossier(_ assessment: ConsortiumAssessment) -> Page {
        dossier(assessment, findings: Sample.findings.filter { $0.consortium == assessment.consortium.id })
    }
}
