import Assessment
import FEEL
import History
import Standards

extension Sample {
    static let workbook = "填报表-2025.xlsx"
    static let digest = "3f2a9c01" + String(repeating: "0", count: 56)

    static func source(_ row: Int, _ column: Int = 6) -> CellSource {
        CellSource(file: workbook, sha256: digest, sheet: "观测点", row: row, column: column)
    }

    static func consortium(_ id: String, _ name: String, province: String = "430000") -> Consortium {
        Consortium(
            id: id, name: name, kind: .municipal, province: province, prefecture: "", park: "示例产业园区",
            parkLevel: "国家级", leadSchool: "示例职业技术学院", leadEnterprise: "示例装备有限公司", cohort: "第一批",
            stage: "建设期", designatedOn: CalendarDate(year: 2022, month: 6, day: 1))
    }

    // MARK: - Evidence

    static func cell(
        _ ordinal: Int, _ year: Int, _ value: String?, row: Int, basis: Basis = .actual
    ) -> Evidence {
        Evidence(
            subject: .cell(indicator: indicators[ordinal], year: ReportingYear(year), basis: basis), value: value,
            status: value == nil ? .missing : .reported, source: value == nil ? nil : source(row))
    }

    static let policy = Evidence(
        subject: .entry(register: .policies, id: "P0001", year: year), value: "关于支持示例工作的若干措施（是否有效：是）",
        status: .reported,
        source: CellSource(file: "policies.csv", sha256: digest, sheet: nil, row: 7, column: 5))

    // MARK: - Figures

    /// A panel of 2022–2025 from a line of four values an indicator; nil is missing.
    static func panel(_ lines: [Int: [String?]]) -> Panel {
        let layout = PanelLayout(firstYear: baseYear, yearCount: 4, indicatorCount: indicators.count)
        var builder = PanelBuilder(layout: layout, indicators: indicators)
        for (ordinal, values) in lines.sorted(by: { $0.key < $1.key }) {
            for (offset, value) in values.enumerated() {
                builder.observe(
                    indicator: ordinal, year: baseYear.advanced(by: offset), basis: .actual,
                    value: value.flatMap { Decimal128($0) }.map { .number($0) } ?? .missing,
                    locator: SourceLocator(part: 1, row: ordinal + 5, column: 6))
            }
        }
        return builder.build()
    }

    static let figures: [Int: [String?]] = [
        1: ["812.5", "905", "1010.25", "1180"], 2: ["6", "5", "5", "4"], 3: ["31", "32.5", "32.5", "34.2"],
        5: ["300", "300", "120", "120"], 6: ["300", "300", "200", "200"], 7: ["80", "100", nil, "125"],
        8: ["500", "480", "510", "505"],
    ]

    // MARK: - Assessments

    static func summary(_ change: (inout OutcomeSummary) -> Void = { _ in }) -> OutcomeSummary {
        var summary = OutcomeSummary()
        summary.reportedPoints = 7
        summary.applicablePoints = 8
        summary.basicRows = 2
        summary.basicRowsMet = 2
        summary.substantiveRows = 3
        summary.substantiveRowsMet = 2
        change(&summary)
        return summary
    }

    static func check(
        _ code: String, _ outcome: ClauseOutcome, _ text: String, because: [Evidence] = [],
        wouldDecide: [Evidence] = [], decidedBy: Determination? = nil, waivedBy: Determination? = nil,
        remedy: ClauseCheck.Remedy? = nil
    ) -> ClauseCheck {
        ClauseCheck(
            clause: clauses.first { $0.code == code } ?? clauses[0], outcome: outcome, decidedBy: decidedBy,
            waivedBy: waivedBy, text: text, because: because, wouldDecide: wouldDecide, remedy: remedy)
    }

    static func decision(_ clause: String, _ decision: DeterminationDecision) -> Determination {
        Determination(
            consortium: "C001", clause: clause, year: year, decision: decision, by: "评审组",
            on: CalendarDate(year: 2026, month: 3, day: 1), ground: "现场核查", evidence: "核查记录.pdf",
            source: CellSource(file: "determinations.csv", sha256: digest, sheet: nil, row: 2, column: 1))
    }

    static let acceptance: [AcceptanceCheck] = [
        accepted(0, .met, .clause, "要求为国家级或省级，填报国家级，达标", [cell(0, 2025, "国家级", row: 5)]),
        accepted(
            1, .undetermined, .convention, "总产值：要求大于0，填报1180亿元，达标；省内排名：要求填报，未填报，数据不足",
            [cell(1, 2025, "1180", row: 6), cell(2, 2025, nil, row: 7)], wouldDecide: [cell(2, 2025, nil, row: 7)]),
        accepted(2, .met, .clause, "要求高于30%，填报34.2%，达标", [cell(3, 2025, "34.2", row: 8)]),
        accepted(3, .met, .clause, "要求为是，填报是，达标", [cell(4, 2025, "是", row: 9)]),
        accepted(
            4, .notMet, .convention, "要求大于0，且不少于承诺的200万元，填报120万元，未达标",
            [cell(5, 2025, "120", row: 10), cell(5, 2025, "200", row: 10, basis: .committed)]),
        accepted(5, .met, .convention, "要求大于0，填报200万元，达标", [cell(6, 2025, "200", row: 11)]),
        accepted(6, .met, .convention, "要求大于0，填报125人，达标", [cell(7, 2025, "125", row: 12)]),
        accepted(7, .notApplicable, .convention, "填报为不适用", [cell(8, 2025, "不适用", row: 13)]),
    ]

    private static func accepted(
        _ point: Int, _ outcome: AcceptanceOutcome, _ basis: RuleBasis, _ text: String, _ because: [Evidence],
        wouldDecide: [Evidence] = []
    ) -> AcceptanceCheck {
        AcceptanceCheck(
            point: edition.points[point], outcome: outcome, basis: basis, text: text, because: because,
            wouldDecide: wouldDecide)
    }

    /// C001: everything that can go wrong, goes wrong.
    static let worst: ConsortiumAssessment = {
        let panel = Sample.panel(figures)
        return ConsortiumAssessment(
            consortium: consortium("C001", "示例市智能制造产教联合体"), year: year, panel: panel,
            clauses: [
                check(
                    "16.1", .undetermined, "事件登记表没有收集",
                    wouldDecide: [
                        Evidence(subject: .register(.incidents), value: nil, status: .missing, source: nil)
                    ]),
                check("16.2", .suspected, "有强可信度信号，待核查", because: [cell(7, 2025, "125", row: 12)]),
                check(
                    "16.3", .triggered, "2024年到位120万元、计划200万元，2025年到位120万元、计划200万元，连续两年没有按计划落实",
                    because: [
                        cell(5, 2024, "120", row: 30), cell(6, 2024, "200", row: 31), cell(5, 2025, "120", row: 10),
                        cell(6, 2025, "200", row: 11),
                    ],
                    remedy: .init(amount: 80, unit: "万元", text: "还差 80 万元，12 月 31 日前到位即可避免触发 16.3")),
                check("16.4", .warning, "2025年政府没有出台有效政策", because: [policy]),
                check(
                    "16.5", .clear, "没有重大突破；评审组于2026-03-01认定不成立：现场核查", decidedBy: decision("16.5", .dismiss)),
                check(
                    "16.6", .triggered, "经认定，企业没有落实“四个合作”相关工作", decidedBy: decision("16.6", .confirm),
                    waivedBy: decision("16.6", .waive)),
                check("2023-15.3", .clear, "没有发现解散、撤销、重大变动或重大违规"),
            ],
            acceptance: acceptance,
            trends: NationalTrends(
                kinds: [.municipal], calculator: TrendCalculator(edition: edition, year: year)
            ) { add in add(0, panel) }[0],
            signals: [
                CredibilitySignal(
                    kind: .unexplainedRestatement, consortium: "C001", year: ReportingYear(2023),
                    text: "2023年现场工程师联合培养人数原报80人，改报100人，没有说明理由", because: [cell(7, 2023, "100", row: 12)]),
                CredibilitySignal(
                    kind: .frozenFigures, consortium: "C001", year: year, text: "专项经费到位数连续两年都是120万元",
                    because: [cell(5, 2024, "120", row: 30), cell(5, 2025, "120", row: 10)]),
            ],
            verdict: Verdict(
                id: "disqualify", title: "建议取消资格", row: 1, text: "建议取消资格；16.3 已触发；16.6 已触发但获豁免",
                summary: summary {
                    $0.triggered = 1
                    $0.waived = 1
                    $0.suspected = 1
                    $0.undetermined = 1
                    $0.warning = 1
                }))
    }()

    /// A consortium with the given outcomes of 16.1…16.6, and nothing else to say.
    static func assessment(
        _ id: String, _ name: String, province: String = "430000", verdict: (id: String, row: Int, title: String),
        outcomes: [ClauseOutcome] = Array(repeating: .clear, count: 6)
    ) -> ConsortiumAssessment {
        let panel = Sample.panel([:])
        let checks = zip(clauses, outcomes).map { clause, outcome in check(clause.code, outcome, outcome.title) }
        return ConsortiumAssessment(
            consortium: consortium(id, name, province: province), year: year, panel: panel, clauses: checks,
            acceptance: [], trends: [], signals: [],
            verdict: Verdict(
                id: verdict.id, title: verdict.title, row: verdict.row, text: verdict.title,
                summary: summary { summary in
                    summary.triggered = outcomes.count { $0 == .triggered }
                    summary.suspected = outcomes.count { $0 == .suspected }
                    summary.undetermined = outcomes.count { $0 == .undetermined }
                    summary.warning = outcomes.count { $0 == .warning }
                    summary.reportedPoints = 8
                }))
    }

    static let all: [ConsortiumAssessment] = [
        assessment("C010", "示例州现代农业产教联合体", province: "530000", verdict: ("pass", 4, "建议通过")),
        assessment(
            "C003", "示例市新材料产教联合体", province: "330000", verdict: ("hold", 2, "暂缓，待认定"),
            outcomes: [.clear, .suspected, .clear, .clear, .suspected, .clear]),
        worst,
        assessment(
            "C002", "示例区生物医药产教联合体", verdict: ("incomplete", 3, "资料不全，限期补报"),
            outcomes: [.clear, .clear, .undetermined, .undetermined, .clear, .warning]),
    ]
}
