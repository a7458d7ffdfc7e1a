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

    static let submissions: [ReportRecord] = all.map { assessment in
        let due = CalendarDate(year: 2026, month: 3, day: 31)
        return switch assessment.consortium.id {
        case "C002": ReportRecord(consortium: assessment.consortium, state: .missing, receivedOn: nil, dueOn: due)
        case "C003":
            ReportRecord(
                consortium: assessment.consortium, state: .late,
                receivedOn: CalendarDate(year: 2026, month: 4, day: 9), dueOn: due)
        default:
            ReportRecord(
                consortium: assessment.consortium, state: .onTime,
                receivedOn: CalendarDate(year: 2026, month: 3, day: 20), dueOn: due)
        }
    }

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
        _ assessments: [ConsortiumAssessment] = all, dataState: ReportModel.DataState = .final
    ) -> ReportModel {
        ReportModel(
            year: year, asOf: asOf, dataState: dataState,
            edition: edition, assessments: assessments, explanations: ["C001": ["16.3": explanation]],
            submissions: submissions, findings: findings, regions: regions, generatedAt: "2026-05-01 06:00")
    }

}
