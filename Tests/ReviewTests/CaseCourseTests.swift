import Assessment
import FEEL
import Standards
import Testing

@testable import Review

/// The states of a case and the day by which each is to end (DESIGN §9).
@Suite("The course of a case")
struct CaseCourseTests {
    private static func day(_ text: String) -> CalendarDate {
        guard let day = CalendarDate(text) else { preconditionFailure("a day: \(text)") }
        return day
    }

    private static func said(_ decision: DeterminationDecision, _ on: String) -> Determination {
        Determination(
            consortium: "C001", clause: "16.5", year: ReportingYear(2025), decision: decision, by: "甲", on: day(on),
            ground: "理由", evidence: nil, source: CellSource(file: "", sha256: "", sheet: nil, row: 2, column: 1))
    }

    private static let confirmed = said(.confirm, "2026-04-20")
    private static let appealed = said(.appeal, "2026-05-10")

    private static func proceedings(
        appeal: Determination? = nil, answer: Determination? = nil, execution: Determination? = nil,
        isRevoked: Bool = false
    ) -> Proceedings {
        Proceedings(
            clause: "16.5", year: ReportingYear(2025), decision: confirmed, appeal: appeal, answer: answer,
            execution: execution,
            revocation: isRevoked
                ? Transition(
                    consortium: "C001", from: nil, to: .revoked, on: day("2026-06-01"), document: "", by: "",
                    ground: "",
                    source: confirmed.source)
                : nil)
    }

    private func course(
        _ outcome: ClauseOutcome, isUnverified: Bool = false, decidedBy: Determination? = nil,
        waivedBy: Determination? = nil, reopened: [Determination] = [], _ proceedings: Proceedings? = nil,
        on today: String = "2026-05-01"
    ) -> String {
        let course = CaseCourse(
            outcome: outcome, isUnverified: isUnverified, decidedBy: decidedBy, waivedBy: waivedBy, reopened: reopened,
            proceedings: proceedings, calendar: .usual, year: ReportingYear(2025), today: Self.day(today))
        return "\(course.state.title) \(course.due?.description ?? "—")"
    }

    @Test func `until it is decided`() {
        #expect(course(.suspected, isUnverified: true) == "待核查 2026-07-29")
        #expect(course(.suspected) == "待认定 2026-09-27")
        // A decision that is suspended gives the days anew, from the day it was made.
        #expect(course(.suspected, reopened: [Self.confirmed]) == "重开，待认定 2026-10-17")
        #expect(course(.triggered, reopened: [Self.said(.waive, "2026-01-20")]) == "重开，待认定 2026-09-27")
        #expect(course(.clear, decidedBy: Self.said(.dismiss, "2026-04-20")) == "结案 —")
    }

    @Test func `once it was found true, appealed against, answered and carried out`() {
        let found = Self.proceedings()
        #expect(course(.triggered, decidedBy: Self.confirmed, found, on: "2026-05-20") == "已认定 2026-12-31")
        #expect(course(.triggered, decidedBy: Self.confirmed, found, on: "2026-05-21") == "待执行 2026-12-31")
        let appealed = Self.proceedings(appeal: Self.appealed)
        #expect(course(.triggered, decidedBy: Self.confirmed, appealed, on: "2026-05-11") == "申诉 2026-07-09")
        let upheld = Self.proceedings(appeal: Self.appealed, answer: Self.said(.confirm, "2026-05-12"))
        #expect(course(.triggered, decidedBy: Self.confirmed, upheld, on: "2026-05-13") == "待执行 2026-12-31")
        let late = Self.proceedings(appeal: Self.appealed, answer: Self.said(.confirm, "2026-11-12"))
        #expect(course(.triggered, decidedBy: Self.confirmed, late, on: "2026-11-13") == "待执行 2027-02-10")
        let carriedOut = Self.proceedings(execution: Self.said(.execute, "2026-06-02"), isRevoked: true)
        #expect(course(.triggered, decidedBy: Self.confirmed, carriedOut) == "结案 —")
        // The transition alone carries it out, as the memory of open cases has it.
        #expect(course(.triggered, decidedBy: Self.confirmed, Self.proceedings(isRevoked: true)) == "结案 —")
    }

    @Test func `what a rule found goes to be carried out, waived, or appealed against`() {
        #expect(course(.triggered) == "待执行 2026-12-31")
        #expect(course(.triggered, waivedBy: Self.said(.waive, "2026-04-20")) == "结案 —")
        let appealed = Proceedings(clause: "16.5", year: ReportingYear(2025), appeal: Self.appealed)
        #expect(course(.triggered, appealed) == "申诉 2026-07-09")
    }

    @Test func `a province sets days of its own`() {
        let days = CaseDays(verify: 10, decide: 20, appeal: 5, answer: 6, execute: 300, basis: .convention)
        let usual = ReportingCalendar.usual
        let calendar = ReportingCalendar(
            opens: usual.opens, closes: usual.closes, supplementsUntil: usual.supplementsUntil,
            rectifiesUntil: usual.rectifiesUntil, basis: .convention, cases: days)
        let year = ReportingYear(2025)
        #expect(calendar.verificationDeadline(for: year) == Self.day("2026-04-10"))
        #expect(calendar.decisionDeadline(for: year) == Self.day("2026-04-20"))
        #expect(calendar.appealDeadline(after: Self.day("2026-04-20")) == Self.day("2026-04-25"))
        #expect(calendar.answerDeadline(after: Self.day("2026-04-25")) == Self.day("2026-05-01"))
        #expect(calendar.executionDeadline(for: year, decided: Self.day("2026-04-20")) == Self.day("2027-02-14"))
    }
}
