import FEEL
import Foundation
import Standards

@testable import Store

/// One figure of a submission.
struct Figure {
    var consortium = "C001"
    var indicator = "6.1.2"
    var year = 2025
    var period = Period.year
    var basis = Basis.actual
    var value: ObservedValue
    var evidence: String?
    var reason: String?
    var explanation: String?

    func observation(source: CellSource) -> Observation {
        Observation(
            consortium: consortium, indicator: IndicatorCode(indicator), year: ReportingYear(year), period: period,
            basis: basis, value: value, evidence: evidence, reason: reason, explanation: explanation,
            source: source)
    }
}

extension ObservedValue {
    static func decimal(_ text: String) -> ObservedValue {
        Decimal128(text).map(ObservedValue.number) ?? .rejected(text)
    }
}

extension Origin {
    static func secretariat(_ consortium: String) -> Origin {
        Origin(authority: .secretariat, sender: "\(consortium)秘书处", consortium: consortium)
    }

    static let hunan = Origin(authority: .authority, region: "430000", sender: "示例省厅")
}

extension Consortium {
    static func sample(
        _ id: String, name: String? = nil, kind: ConsortiumKind = .municipal, validFrom: CalendarDate? = nil,
        predecessor: String? = nil
    ) -> Consortium {
        Consortium(
            id: id, name: name ?? "示例联合体\(id)", kind: kind, province: "430000", prefecture: "430100",
            park: "示例园区", parkLevel: "国家级", leadSchool: "示例学校", leadEnterprise: "示例企业", cohort: "第一批",
            stage: "建设期", designatedOn: CalendarDate(year: 2023, month: 4, day: 1), validFrom: validFrom,
            predecessor: predecessor)
    }
}

extension Policy {
    static func sample(
        _ id: String, isEffective: Bool? = nil, title: String = "若干措施", validUntil: CalendarDate? = nil,
        repealedOn: CalendarDate? = nil
    ) -> Policy {
        Policy(
            id: id, level: .city, region: "430100", title: title, number: "示例〔2025〕1号", issuer: "示例市政府",
            issuedOn: CalendarDate(year: 2025, month: 3, day: 1), isEffective: isEffective, evidence: nil,
            validUntil: validUntil, repealedOn: repealedOn, source: .register)
    }
}

extension Incident {
    static func sample(
        _ id: String, of consortium: String = "C001", status: IncidentStatus? = .reported,
        severity: IncidentSeverity = .major, description: String? = nil
    ) -> Incident {
        Incident(
            id: id, consortium: consortium, occurredOn: nil, domain: .safety, severity: severity, hasAdverseImpact: nil,
            status: status, evidence: "e.pdf", description: description, source: .register)
    }
}

extension Determination {
    static func sample(
        _ decision: DeterminationDecision, of consortium: String = "C001", by: String = "评审甲", id: String? = nil,
        withdraws: String? = nil, subject: String? = nil, fund: String? = nil, amount: Decimal128? = nil
    ) -> Determination {
        Determination(
            consortium: consortium, clause: "16.3", year: ReportingYear(2025), decision: decision, by: by,
            on: CalendarDate(year: 2026, month: 5, day: 6), ground: "核查", evidence: nil, subject: subject, id: id,
            withdraws: withdraws, fund: fund, amount: amount, source: .register)
    }
}

extension Transition {
    static func sample(
        _ consortium: String = "C001", to: Standing, on day: CalendarDate, document: String = "示例〔2026〕1号"
    ) -> Transition {
        Transition(
            consortium: consortium, from: nil, to: to, on: day, document: document, by: "示例部门", ground: "验收",
            source: .register)
    }
}

extension RegisterEntry {
    static func member(_ name: String, of consortium: String = "C001", role: String = "成员单位") -> RegisterEntry {
        RegisterEntry(
            form: .members, consortium: consortium, key: name, values: ["name": name, "role": role],
            source: .register)
    }
}

extension CalendarDate {
    /// A day that the test writes as `2026-01-31`.
    static func of(_ text: String) -> CalendarDate {
        guard let date = CalendarDate(text) else { preconditionFailure("\(text) is no day") }
        return date
    }
}

extension CellSource {
    /// Where the samples stand; file and hash are those of the submission.
    static let register = CellSource(file: "", sha256: "", sheet: "登记", row: 4, column: 1)
}

extension Edition {
    /// Four indicators, each a point: a boolean, an amount, a plan, a text.
    static let small = Edition(codes: ["6.1.1", "6.1.2", "6.1.4", "7.1.1"])
    /// Another edition that has some of the same codes, for industry communities.
    static let other = Edition("other", codes: ["6.1.4", "6.1.2"], kind: .industry)

    init(_ id: String = "small", codes: [String], kind: ConsortiumKind = .municipal) {
        let indicators = codes.enumerated().map { ordinal, code in
            Indicator(
                ordinal: ordinal, code: IndicatorCode(code), title: code == "6.1.4" ? "专项经费规划" : code,
                kind: .amount, unit: "万元", reporter: "秘书处", evidenceDue: false,
                revisionPolicy: code == "6.1.4" ? .first : .last)
        }
        let points = indicators.map { indicator in
            ObservationPoint(code: indicator.code.text, title: indicator.title, indicators: [indicator.ordinal])
        }
        self.init(
            id: id, title: "小标准", version: "1", kind: kind, baseYear: ReportingYear(2022), documents: [],
            categories: [
                Category(
                    title: "基础性指标", role: .basic,
                    goals: [
                        Goal(
                            code: "6", title: "", cooperation: "", aim: "",
                            criteria: [Criterion(code: "6.1", title: "", text: "", sequence: 1, points: points)])
                    ])
            ],
            indicators: indicators, parameters: [], measures: [], clauses: [],
            acceptance: AcceptanceRules(byKind: [:], byIndicator: [:], committed: [:]),
            verdicts: .none,
            credibility: CredibilityRules(
                restatementTolerance: 0, sharedPoints: 10, significantDigits: 3, jumps: [:], frozenYears: 3,
                nonRepeating: [], parts: []),
            digest: "")
    }
}
