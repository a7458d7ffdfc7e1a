package import FEEL

/// What a named person decided on a clause, or what came of a decision.
package enum DeterminationDecision: String, Sendable, CaseIterable {
    case confirm, dismiss, waive, acceptPlanChange, withdraw
    /// 申诉: the consortium asks 部级审定 to look at a decision anew.
    case appeal
    /// 执行: what was decided has been carried out; 佐证材料 is the number of the document.
    case execute

    /// As the register's Chinese form writes it.
    package var title: String {
        switch self {
        case .confirm: "成立"
        case .dismiss: "不成立"
        case .waive: "豁免"
        case .acceptPlanChange: "同意调整"
        case .withdraw: "撤销认定"
        case .appeal: "申诉"
        case .execute: "执行"
        }
    }

    /// Whether it follows on a decision and decides nothing itself: rules never look at it.
    package var isProceeding: Bool { self == .appeal || self == .execute }
}

/// An entry of the register of determinations (认定). It has a name, a date and a ground: one without is no
/// determination, and is not taken in.
package struct Determination: Sendable, Hashable {
    package let consortium: String
    package let clause: String
    package let year: ReportingYear
    package let decision: DeterminationDecision
    /// Who decided; two people as 甲、乙.
    package let by: String
    package let on: CalendarDate?
    package let ground: String
    package let evidence: String?
    /// The id of the incident or the signal that was decided on; nil where the clause and year as such were.
    package let subject: String?
    /// Its own id (认定编号), by which a later one can withdraw it; nil where it has none.
    package let id: String?
    /// The id of the determination that this one withdraws.
    package let withdraws: String?
    /// Of a plan change: the fund (专项, 日常) and the plan as it was accepted, in 万元; nil where not told.
    package let fund: String?
    package let amount: Decimal128?
    /// SHA-256 over what the clause rested on when it was decided (案卷摘要); nil where the register does not tell.
    package let caseDigest: String?
    /// What those who decided signed, in base64; of two people one behind the other. Nil where nobody signed.
    package var signature: String?
    package var source: CellSource

    package init(
        consortium: String, clause: String, year: ReportingYear, decision: DeterminationDecision, by: String,
        on: CalendarDate?, ground: String, evidence: String?, subject: String? = nil, id: String? = nil,
        withdraws: String? = nil, fund: String? = nil, amount: Decimal128? = nil, caseDigest: String? = nil,
        signature: String? = nil, source: CellSource
    ) {
        self.consortium = consortium
        self.clause = clause
        self.year = year
        self.decision = decision
        self.by = by
        self.on = on
        self.ground = ground
        self.evidence = evidence
        self.subject = subject
        self.id = id
        self.withdraws = withdraws
        self.fund = fund
        self.amount = amount
        self.caseDigest = caseDigest
        self.signature = signature
        self.source = source
    }
}
