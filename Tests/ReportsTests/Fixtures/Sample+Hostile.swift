import Assessment
import FEEL
import Reports
import Standards

extension Sample {
    /// What a person may write that is markup to a browser, an escape to JSON, and a command to a terminal.
    static func hostile(_ field: String) -> String {
        "<script>\(field)</script>\"'&amp;\\\u{1b}[2J\u{202e}\u{0}"
    }

    /// The fields that ``hostileAssessment`` and ``hostileModel`` fill in so, by the pages that show them.
    static let hostileFields = (
        both: ["id", "name", "verdict", "remedy", "protection", "province", "prefecture"],
        overview: ["unjudgedId", "unjudgedName", "findingTitle", "findingText", "findingPlace"],
        dossier: [
            "park", "parkLevel", "leadSchool", "leadEnterprise", "cohort", "verdictText", "clauseText", "value",
            "entry",
            "party", "rejected", "file", "sheet", "by", "ground", "evidence", "contradicting", "waiving", "signal",
            "explanation", "detail", "acceptance", "findingConsortium",
        ]
    )

    static let hostileAssessment: ConsortiumAssessment = {
        let id = hostile("id")
        let consortium = Consortium(
            id: id, name: hostile("name"), kind: .municipal, province: hostile("province"),
            prefecture: hostile("prefecture"), park: hostile("park"), parkLevel: hostile("parkLevel"),
            leadSchool: hostile("leadSchool"), leadEnterprise: hostile("leadEnterprise"), cohort: hostile("cohort"),
            stage: "", designatedOn: nil)
        let source = CellSource(file: hostile("file"), sha256: digest, sheet: hostile("sheet"), row: 1, column: 1)
        let because = [
            Evidence(
                subject: .entry(register: .policies, id: hostile("entry"), year: year), value: hostile("value"),
                status: .reported, source: source, party: hostile("party"))
        ]
        let rejected = Evidence(
            subject: .cell(indicator: indicators[5], year: year, basis: .actual), value: hostile("rejected"),
            status: .rejected, source: source)
        let decisions = [decision("16.3", .confirm, by: hostile("contradicting")), decision("16.3", .dismiss)]
        return ConsortiumAssessment(
            edition: edition.id, consortium: consortium, year: year, panel: Sample.panel([:]),
            clauses: [
                check(
                    "16.3", .triggered, hostile("clauseText"), because: because, wouldDecide: [rejected],
                    remedy: .init(year: year, amount: 80, unit: "万元", text: hostile("remedy")),
                    protection: .init(year: year, by: day("2026-12-31"), text: hostile("protection")),
                    raised: openCase("16.3", of: id), openCases: [openCase("16.3", ReportingYear(2024), of: id)]),
                check("16.5", .suspected, "待认定", contradictory: decisions),
                check(
                    "16.6", .triggered, "已触发",
                    decidedBy: Determination(
                        consortium: id, clause: "16.6", year: year, decision: .confirm, by: hostile("by"), on: nil,
                        ground: hostile("ground"), evidence: hostile("evidence"), source: source),
                    waivedBy: decision("16.6", .waive, by: hostile("waiving")),
                    explanation: Explanation(
                        .outcome, "已触发",
                        children: [
                            Explanation(.cell, hostile("explanation"), detail: hostile("detail"), source: source)
                        ])
                ),
            ],
            acceptance: [
                AcceptanceCheck(
                    point: edition.points[0], outcome: .notMet, basis: .clause, text: hostile("acceptance"),
                    because: because)
            ], trends: [],
            signals: [
                CredibilitySignal(
                    id: "0000000000000000", kind: .copiedFigures, grade: .strong, consortium: id, parties: [id],
                    year: year, text: hostile("signal"), because: because)
            ],
            verdict: Verdict(
                id: "disqualify", title: hostile("verdict"), tone: .disqualify, standing: .cultivation, row: 1,
                text: hostile("verdictText"), summary: summary { $0.triggered = 2 },
                openCases: [openCase("16.3", of: id)]))
    }()

    static let hostileModel = model(
        submissions: [
            ReportRecord(
                consortium: hostileAssessment.consortium, state: .partial, receivedOn: nil, reportedPoints: 97,
                applicablePoints: 116, dueOn: nil)
        ],
        unjudged: [
            Consortium(
                id: hostile("unjudgedId"), name: hostile("unjudgedName"), kind: .industry, province: "", prefecture: "",
                park: "", parkLevel: "", leadSchool: "", leadEnterprise: "", cohort: "", stage: "", designatedOn: nil)
        ],
        findings: hostileFindings)

    static let hostileFindings = [
        ReportFinding(
            severity: .error, title: "数字无法识别", consortium: hostileAssessment.consortium.id,
            text: hostile("findingConsortium"), place: ""),
        ReportFinding(
            severity: .info, title: hostile("findingTitle"), consortium: nil, text: hostile("findingText"),
            place: hostile("findingPlace")),
    ]
}
