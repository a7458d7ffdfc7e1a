import Assessment
import FEEL
import Standards

/// A small standard and consortia judged by it, made by hand: one or two of everything that a report shows. The names
/// are invented, the figures too.
enum Sample {
    static let year = ReportingYear(2025)
    static let baseYear = ReportingYear(2022)

    // MARK: - Standard

    static let edition = Edition(
        id: "sample-standard", title: "示例建设标准（试行）", version: "试行", kind: .municipal, baseYear: baseYear,
        documents: [
            SourceDocument(id: "standard", title: "示例建设标准（试行）", number: nil, issuer: "示例部", date: nil),
            SourceDocument(
                id: "notice", title: "关于开展示例工作的通知", number: "示教函〔2023〕0号", issuer: "示例部", date: "2023-04-18"),
        ],
        categories: [
            Category(
                title: "基础性指标", role: .basic,
                goals: [
                    Goal(
                        code: "2", title: "产业园区", cooperation: "", aim: "",
                        criteria: [
                            criterion(
                                "2.1", "区位优势", 1,
                                [point("2.1.1", "产业园区等级", [0]), point("2.1.2", "产业发展状况", [1, 2])]),
                            criterion("2.3", "对市域经济贡献", 2, [point("2.3.1", "占全市相应产业产值的比重", [3])]),
                        ])
                ]),
            Category(
                title: "实质性指标", role: .substantive,
                goals: [
                    Goal(
                        code: "6", title: "条件保障", cooperation: "合作办学", aim: "加大支持保障",
                        criteria: [
                            criterion(
                                "6.1", "经费保障", 3,
                                [
                                    point("6.1.1", "是否安排专项经费", [4]), point("6.1.2", "专项经费到位数", [5]),
                                    point("6.1.4", "下一年度计划专项经费", [6]),
                                ])
                        ]),
                    Goal(
                        code: "9", title: "人才培养", cooperation: "合作育人", aim: "",
                        criteria: [
                            criterion("9.1", "联合培养", 4, [point("9.1.5", "现场工程师联合培养人数", [7])])
                        ]),
                    Goal(
                        code: "10", title: "社会培训", cooperation: "合作育人", aim: "",
                        criteria: [criterion("10.1", "技能培训", 5, [point("10.1.1", "企业员工培训", [8])])]),
                ]),
        ],
        indicators: indicators, parameters: [], measures: [], clauses: clauses,
        acceptance: AcceptanceRules(byKind: [:], byIndicator: [:], committed: [:]), verdicts: verdicts,
        credibility: nil,
        digest: "5a3d9c0de1f2a4b6c8d0e2f4a6b8c0d2e4f6a8b0c2d4e6f8a0b2c4d6e8f0a2b4")

    static let indicators: [Indicator] = [
        indicator(0, "2.1.1", "产业园区等级", .choice, "", "园区"),
        indicator(1, "2.1.2/总产值", "园区总产值", .amount, "亿元", "园区"),
        indicator(2, "2.1.2/省内排名", "园区总产值省内排名", .rank, "", "园区"),
        indicator(3, "2.3.1", "占全市相应产业产值的比重", .percent, "%", "园区"),
        indicator(4, "6.1.1", "是否安排专项经费", .boolean, "", "市级政府"),
        indicator(5, "6.1.2", "专项经费到位数", .amount, "万元", "市级政府"),
        indicator(6, "6.1.4", "下一年度计划专项经费", .amount, "万元", "市级政府"),
        indicator(7, "9.1.5", "现场工程师联合培养人数", .count, "人", "牵头学校"),
        indicator(8, "10.1.1", "企业员工培训", .count, "人次", "牵头学校"),
    ]

    private static func indicator(
        _ ordinal: Int, _ code: String, _ title: String, _ kind: IndicatorKind, _ unit: String, _ reporter: String
    ) -> Indicator {
        Indicator(
            ordinal: ordinal, code: IndicatorCode(code), title: title, kind: kind, unit: unit, reporter: reporter,
            evidenceDue: false)
    }

    private static func criterion(
        _ code: String, _ title: String, _ sequence: Int, _ points: [ObservationPoint]
    ) -> Criterion {
        Criterion(code: code, title: title, text: "", sequence: sequence, points: points)
    }

    private static func point(_ code: String, _ title: String, _ indicators: [Int]) -> ObservationPoint {
        ObservationPoint(code: code, title: title, indicators: indicators)
    }

    static let clauses: [Clause] = [
        clause("16.1", "在招生、就业、安全等领域发生重大违法违规事件、造成不良社会影响", rationale: "条款未写期限，取本年和前两年"),
        clause("16.2", "申报和建设过程中存在重大造假行为", rationale: "申报和建设过程，自基年起算"),
        clause("16.3", "连续两年没有按计划落实经费投入", rationale: "“连续两年”取上年和本年，计划以第一次上报的为准"),
        clause("16.4", "连续两年政府没有出台有效政策", rationale: "“连续两年”取上年和本年"),
        clause("16.5", "人才培养没有取得重大突破", rationale: "条款没有规定怎样算重大突破，由专家认定"),
        clause("16.6", "企业没有落实“四个合作”相关工作", rationale: "任何一项企业参与的数大于0即算有活动"),
        clause(
            "2023-15.3", "通过验收的联合体，如发生解散、撤销或其他重大变动、重大违规行为，将取消相关资格和政策支持", list: .revocation, document: "notice",
            rationale: "从获批之日起算"),
    ]

    private static func clause(
        _ code: String, _ title: String, list: ClauseList = .negative, document: String = "standard",
        rationale: String
    ) -> Clause {
        Clause(
            code: code, list: list, title: title, document: document, basis: .clause, numbers: .convention,
            rationale: rationale, trigger: .automatic, triggered: formula("true"), suspected: nil, warning: nil,
            remedy: nil, texts: [:])
    }

    // MARK: - Verdicts

    private static let verdicts = VerdictRules(
        names: [:],
        tables: [
            table(
                .cultivation,
                [
                    disqualify, hold, incomplete,
                    row("pass", "建议通过验收", .pass, ["-", "-", "-", "true", ">= 0.8"], "示教函〔2023〕0号“进行验收”"),
                    row("rectify", "限期整改", .rectify, ["-", "-", "-", "-", ">= 0.6"], "示教函〔2023〕0号“进行验收”"),
                    row("fail", "建议不通过", .fail, ["-", "-", "-", "-", "-"], "示教函〔2023〕0号“进行验收”"),
                ]),
            table(
                .accepted,
                [
                    disqualify, hold, incomplete,
                    row("keep", "保持资格", .keep, ["-", "-", "-", "true", ">= 0.6"], "示例建设标准（试行）“过程监测”"),
                    row("rectify", "限期整改", .rectify, ["-", "-", "-", "-", "-"], "示例建设标准（试行）“过程监测”"),
                ]),
            VerdictTable(
                standing: .revoked, hitPolicy: "first", inputs: [], rows: [], listed: "已取消资格，只列入名单，不作年度结论"),
        ])

    private static let disqualify = row(
        "disqualify", "建议取消资格", .disqualify, ["> 0", "-", "-", "-", "-"], "示例建设标准（试行）“退出机制”")
    private static let hold = row("hold", "暂缓，待认定", .hold, ["-", "> 0", "-", "-", "-"], "疑似的须先认定")
    private static let incomplete = row(
        "incomplete", "资料不全，限期补报", .incomplete, ["-", "-", "true", "-", "-"], "有条款尚不能判断，或者报到的观测点少于完整率下限")

    private static func table(_ standing: Standing, _ rows: [VerdictTable.Row]) -> VerdictTable {
        VerdictTable(
            standing: standing, hitPolicy: "first",
            inputs: [
                .init(name: "已触发", value: formula("已触发数 + 未决案件数")), .init(name: "疑似", value: formula("疑似数")),
                .init(name: "资料不全", value: formula("数据不足数 > 0")), .init(name: "基础达标", value: formula("基础指标全部达标")),
                .init(name: "实质达标率", value: formula("实质指标达标率")),
            ], rows: rows)
    }

    private static func row(
        _ id: String, _ title: String, _ tone: VerdictTone, _ cells: [String], _ reference: String
    ) -> VerdictTable.Row {
        VerdictTable.Row(
            verdict: id, title: title, tone: tone, cells: cells.map(formula), basis: .convention, reference: reference)
    }

    static func formula(_ text: String) -> Formula { Formula(text: text, file: "sample.yml", line: 1, column: 1) }
}
