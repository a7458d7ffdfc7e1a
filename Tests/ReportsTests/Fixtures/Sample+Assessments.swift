import Assessment
import FEEL
import History
import Reports
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
        summary.basicCriteria = 2
        summary.basicCriteriaMet = 1
        summary.substantiveCriteria = 2
        summary.substantiveCriteriaMet = 1
        change(&summary)
        return summary
    }

    static func check(
        _ code: String, _ outcome: ClauseOutcome, _ text: String, pending: ClauseOutcome? = nil,
        because: [Evidence] = [], wouldDecide: [Evidence] = [], decidedBy: Determination? = nil,
        waivedBy: Determination? = nil, contradictory: [Determination] = [], remedy: ClauseCheck.Remedy? = nil,
        protection: ClauseCheck.Protection? = nil, raised: OpenCase? = nil, openCases: [OpenCase] = [],
        explanation: Explanation? = nil
    ) -> ClauseCheck {
        ClauseCheck(
            clause: clauses.first { $0.code == code } ?? clauses[0], outcome: outcome, pending: pending,
            decidedBy: decidedBy, waivedBy: waivedBy, contradictory: contradictory, text: text, because: because,
            wouldDecide: wouldDecide, remedy: remedy, protection: protection, raised: raised, openCases: openCases,
            explanation: explanation)
    }

    static func openCase(_ clause: String, _ year: ReportingYear = year, of consortium: String = "C001") -> OpenCase {
        OpenCase(edition: edition.id, consortium: consortium, clause: clause, year: year)
    }

    static func decision(
        _ clause: String, _ decision: DeterminationDecision, by: String = "评审组", ground: String = "现场核查", row: Int = 2
    ) -> Determination {
        Determination(
            consortium: "C001", clause: clause, year: year, decision: decision, by: by,
            on: CalendarDate(year: 2026, month: 3, day: 1), ground: ground, evidence: "核查记录.pdf",
            source: CellSource(file: "determinations.csv", sha256: digest, sheet: nil, row: row, column: 1))
    }

    static let acceptance: [AcceptanceCheck] = [
        accepted(0, .met, .clause, "要求为国家级或省级，填报国家级，达标", [cell(0, 2025, "国家级", row: 5)]),
        accepted(
            1, .undetermined, .convention, "总产值：要求大于0，填报1180亿元，达标；省内排名：要求填报，未填报，数据不足",
            [cell(1, 2025, "1180", row: 6), cell(2, 2025, nil, row: 7)], wouldDecide: [cell(2, 2025, nil, row: 7)]),
        accepted(2, .met, .clause, "要求高于30%，填报34.2%，达标", [cell(3, 2025, "34.2", row: 8)]),
        accepted(3, .met, .clause, "要求为是，填报为“是”，达标", [cell(4, 2025, "是", row: 9)]),
        accepted(
            4, .notMet, .convention, "要求大于0，且不少于承诺的200万元，填报120万元，未达标",
            [cell(5, 2025, "120", row: 10), cell(5, 2025, "200", row: 10, basis: .committed)]),
        accepted(5, .met, .convention, "要求大于0，填报200万元，达标", [cell(6, 2025, "200", row: 11)]),
        accepted(6, .met, .convention, "要求大于0，填报125人，达标", [cell(7, 2025, "125", row: 12)]),
        accepted(7, .notApplicable, .convention, "填报为“不适用”，不计", [cell(8, 2025, "不适用", row: 13)]),
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
            edition: edition.id, consortium: consortium("C001", "示例市智能制造产教联合体"), year: year, panel: panel,
            clauses: worstClauses, acceptance: acceptance,
            trends: TrendCalculator(edition: edition, year: year).trends(of: panel),
            signals: [
                CredibilitySignal(
                    id: "59d0f2a1c3b4e6f8", kind: .unexplainedRestatement, grade: .strong, consortium: "C001",
                    parties: ["C001"], year: ReportingYear(2023), text: "2023年现场工程师联合培养人数原报80人，改报100人，没有说明理由",
                    because: [cell(7, 2023, "100", row: 12)], affects: ["16.2", "16.5"]),
                CredibilitySignal(
                    id: "0a1b2c3d4e5f6071", kind: .frozenFigures, grade: .weak, consortium: "C001",
                    parties: ["C001"], year: year, text: "专项经费到位数连续两年都是120万元",
                    because: [cell(5, 2024, "120", row: 30), cell(5, 2025, "120", row: 10)]),
            ],
            verdict: Verdict(
                id: "disqualify", title: "建议取消资格", tone: .disqualify, standing: .cultivation, row: 1,
                text: "建议取消资格（2024年度，未决）；16.3 已触发；16.6 已触发，已豁免；16.4 2024年度已触发，未决；16.2 疑似，待认定；"
                    + "16.1 数据不足；16.4 预警；应报观测点8个，已报7个；基础性三级指标达标1/2项；实质性三级指标达标1/2项",
                summary: summary {
                    $0.triggered = 1
                    $0.waived = 1
                    $0.suspected = 1
                    $0.undetermined = 1
                    $0.warning = 1
                    $0.openCases = 1
                },
                openCases: [openCase("16.3"), openCase("16.4", ReportingYear(2024))]))
    }()

    private static let worstClauses = [
        check(
            "16.1", .undetermined, "主管部门尚未报送覆盖2025年度的事件登记表，不能判断",
            wouldDecide: [Evidence(subject: .register(.incidents), value: nil, status: .missing, source: nil)]),
        check(
            "16.2", .suspected,
            "有重大数据疑点，待认定；同日的认定相互矛盾，均不采用：评审一组于2026年3月1日认定成立：原始凭证不符；"
                + "评审二组于2026年3月1日认定不成立：系统计口径调整；是否已触发待补数",
            pending: .triggered,
            because: [
                cell(7, 2025, "125", row: 12),
                Evidence(
                    subject: .cell(indicator: indicators[7], year: year, basis: .actual), value: "125",
                    status: .reported, source: source(12), party: "C003"),
            ],
            wouldDecide: [Evidence(subject: .register(.incidents), value: nil, status: .missing, source: nil)],
            contradictory: [
                decision("16.2", .confirm, by: "评审一组", ground: "原始凭证不符"),
                decision("16.2", .dismiss, by: "评审二组", ground: "系统计口径调整", row: 3),
            ], raised: openCase("16.2")),
        check(
            "16.3", .triggered, "2024年到位120万元、计划200万元，2025年到位120万元、计划200万元，连续两年没有按计划落实",
            because: [
                cell(5, 2024, "120", row: 30), cell(6, 2024, "200", row: 31), cell(5, 2025, "120", row: 10),
                cell(6, 2025, "200", row: 11),
            ],
            remedy: .init(year: year, amount: 80, unit: "万元", text: "2025年度缺口80万元"),
            protection: .init(
                year: ReportingYear(2026), by: day("2026-12-31"), text: "2026年度如仍未按计划足额到位，将触发 16.3"),
            raised: openCase("16.3"), explanation: explanation),
        check(
            "16.4", .warning, "2025年政府没有出台有效政策", because: [policy],
            protection: .init(
                year: ReportingYear(2026), by: day("2026-12-31"), text: "2026年度如仍未出台有效政策，又没有往年的政策继续施行，将触发 16.4"),
            openCases: [openCase("16.4", ReportingYear(2024))]),
        check(
            "16.5", .clear, "没有重大突破，待认定；评审组于2026年3月1日认定不成立：现场核查", decidedBy: decision("16.5", .dismiss)),
        check(
            "16.6", .triggered, "经认定，企业没有落实“四个合作”相关工作", decidedBy: decision("16.6", .confirm),
            waivedBy: decision("16.6", .waive, by: "张三、李四", ground: "牵头企业重组期间", row: 4), raised: openCase("16.6")),
        check("2023-15.3", .clear, "没有发现解散、撤销、重大变动或重大违规"),
    ]

    /// A verdict as the table of a standing gives it.
    static func verdict(
        _ id: String, standing: Standing = .cultivation, title: String? = nil, summary: OutcomeSummary = summary()
    ) -> Verdict {
        let table = edition.verdicts.table(for: standing)
        let index = table?.rows.firstIndex { $0.verdict == id }
        let row = index.flatMap { table?.rows[$0] }
        let title = title ?? row?.title ?? table?.listed ?? ""
        return Verdict(
            id: id, title: title, tone: row?.tone ?? .other, standing: standing, row: (index ?? -1) + 1, text: title,
            summary: summary)
    }

    /// A consortium with the given outcomes of 16.1…16.6, and nothing else to say.
    static func assessment(
        _ id: String, _ name: String, province: String = "430000", verdict row: String,
        standing: Standing = .cultivation, title: String? = nil,
        outcomes: [ClauseOutcome] = Array(repeating: .clear, count: 6), reportedPoints: Int = 8
    ) -> ConsortiumAssessment {
        let checks = zip(clauses, outcomes).map { clause, outcome in
            check(
                clause.code, outcome, outcome.title,
                raised: outcome <= .suspected ? openCase(clause.code, of: id) : nil)
        }
        let summary = summary { summary in
            summary.triggered = outcomes.count { $0 == .triggered }
            summary.suspected = outcomes.count { $0 == .suspected }
            summary.undetermined = outcomes.count { $0 == .undetermined }
            summary.warning = outcomes.count { $0 == .warning }
            summary.reportedPoints = reportedPoints
        }
        return ConsortiumAssessment(
            edition: edition.id, consortium: consortium(id, name, province: province), year: year,
            panel: Sample.panel([:]), clauses: checks, acceptance: [], trends: [], signals: [],
            verdict: verdict(row, standing: standing, title: title, summary: summary))
    }

    /// C004: accepted before; whether it is to be warned is not known, and one clause does not apply to it.
    static let kept = assessment("C004", "示例市绿色化工产教联合体", province: "330000", verdict: "keep", standing: .accepted)
        .replacing(clauses: [
            check("16.1", .clear, "没有登记在案的重大违法违规事件"),
            check(
                "16.3", .clear, "2024年度按计划足额到位；本年是否预警待补数", pending: .warning,
                wouldDecide: [
                    cell(5, 2025, nil, row: 0),
                    Evidence(
                        subject: .cell(indicator: indicators[6], year: year, basis: .actual), value: "约200",
                        status: .rejected, source: source(11)),
                ]),
            check("16.5", .notApplicable, "获批后第二个完整年度起适用"),
        ])

    static let all: [ConsortiumAssessment] = [
        assessment("C010", "示例州现代农业产教联合体", province: "530000", verdict: "pass"),
        assessment(
            "C003", "示例市新材料产教联合体", province: "330000", verdict: "hold",
            outcomes: [.clear, .suspected, .clear, .clear, .suspected, .clear]),
        worst,
        assessment(
            "C002", "示例区生物医药产教联合体", verdict: "incomplete",
            outcomes: [.clear, .clear, .undetermined, .undetermined, .clear, .warning], reportedPoints: 5),
        kept,
        assessment(
            "C006", "示例市现代物流产教联合体", verdict: "incomplete", outcomes: Array(repeating: .undetermined, count: 6),
            reportedPoints: 0),
        assessment("C005", "示例市海洋装备产教联合体", province: "330000", verdict: "none", standing: .revoked, outcomes: []),
    ]

    static let summaries = all.map { AssessmentSummary($0, edition: edition) }
}

extension ConsortiumAssessment {
    func replacing(clauses: [ClauseCheck]) -> ConsortiumAssessment {
        ConsortiumAssessment(
            edition: edition, consortium: consortium, year: year, panel: panel, clauses: clauses,
            acceptance: acceptance, trends: trends, signals: signals, verdict: verdict)
    }
}
