import FEEL
import Standards
import Testing

@testable import Assessment

/// What holds of several determinations (DESIGN §5): contradictory, withdrawn, superseded, void.
@Suite("Determinations")
struct DeterminationBookTests {
    /// A determination on 16.1 (or another clause) for 2025, on a day of May 2026 unless another is said.
    private static func made(
        _ decision: DeterminationDecision, _ day: Int?, by: String = "甲", id: String? = nil, withdraws: String? = nil,
        subject: String? = nil, ground: String = "核查", clause: String = "16.1", date: CalendarDate? = nil
    ) -> Determination {
        Determination(
            consortium: "C001", clause: clause, year: 2025, decision: decision, by: by,
            on: date ?? day.flatMap { CalendarDate(year: 2026, month: 5, day: $0) }, ground: ground, evidence: nil,
            subject: subject, id: id, withdraws: withdraws,
            source: CellSource(file: "认定.csv", sha256: "", sheet: nil, row: 2, column: 1))
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let determinations: [Determination]
        /// What holds; nil where nothing does.
        let holding: DeterminationDecision?
        var contradictory = 0
        var ranks: [String: DeciderRank] = [:]

        init(
            _ name: String, _ determinations: [Determination], _ holding: DeterminationDecision?,
            contradictory: Int = 0, ranks: [String: DeciderRank] = [:]
        ) {
            testDescription = name
            self.determinations = determinations
            self.holding = holding
            self.contradictory = contradictory
            self.ranks = ranks
        }
    }

    private static let ranked: [String: DeciderRank] = ["核查": .weakSignals, "专家": .suspicions, "审定": .cases]

    @Test(arguments: [
        Case("the later supersedes the earlier", [made(.confirm, 1), made(.dismiss, 2)], .dismiss),
        Case("… in whatever order they came", [made(.dismiss, 2), made(.confirm, 1)], .dismiss),
        Case("two of one day that agree", [made(.confirm, 1), made(.confirm, 1, by: "乙")], .confirm),
        Case(
            "two of one day that contradict each other", [made(.confirm, 1), made(.dismiss, 1)], nil, contradictory: 2),
        Case(
            "… leave an earlier one", [made(.dismiss, 1), made(.confirm, 2), made(.dismiss, 2)], .dismiss,
            contradictory: 2),
        Case(
            "… and a later one supersedes them", [made(.confirm, 2), made(.dismiss, 2), made(.confirm, 3)], .confirm),
        Case(
            "the higher role's stands against a later one", [made(.dismiss, 1, by: "审定"), made(.confirm, 2, by: "专家")],
            .dismiss, ranks: ranked),
        Case(
            "… also on one day", [made(.dismiss, 1, by: "审定"), made(.confirm, 1, by: "专家")], .dismiss, ranks: ranked),
        Case(
            "of two people the higher counts", [made(.confirm, 1, by: "专家、审定"), made(.dismiss, 2, by: "专家")],
            .confirm, ranks: ranked),
        Case("a province's word reaches weak signals alone", [made(.dismiss, 1, by: "核查")], nil, ranks: ranked),
        Case(
            "… and takes nothing from an expert's", [made(.confirm, 1, by: "专家"), made(.dismiss, 2, by: "核查")],
            .confirm, ranks: ranked),
        Case("whom nobody knows stands on the authority's word", [made(.dismiss, 1, by: "丙")], .dismiss, ranks: ranked),
        Case("one withdrawn", [made(.confirm, 1, id: "R1"), made(.withdraw, 2, withdraws: "R1")], nil),
        Case(
            "… leaves the one before",
            [
                made(.dismiss, 1), made(.confirm, 2, id: "R1"), made(.withdraw, 3, withdraws: "R1"),
            ], .dismiss),
        Case(
            "a withdrawal withdrawn",
            [
                made(.confirm, 1, id: "R1"), made(.withdraw, 2, id: "R2", withdraws: "R1"),
                made(.withdraw, 3, withdraws: "R2"),
            ], .confirm),
        Case(
            "a withdrawal of what is not there", [made(.confirm, 1, id: "R1"), made(.withdraw, 2, withdraws: "R9")],
            .confirm),
        Case(
            "one of two that contradict each other withdrawn",
            [
                made(.confirm, 1, id: "R1"), made(.dismiss, 1, id: "R2"), made(.withdraw, 2, withdraws: "R1"),
            ], .dismiss),
        Case("without a day", [made(.confirm, nil)], nil),
        Case("without a name", [made(.confirm, 1, by: "")], nil),
        Case("without a ground", [made(.confirm, 1, ground: "")], nil),
        Case("void, so that the earlier holds", [made(.dismiss, 1), made(.confirm, 2, ground: "")], .dismiss),
        Case("dated after today", [made(.confirm, 31)], nil),
        Case("on a subject", [made(.confirm, 1, subject: "I1")], nil),
        Case("of another clause", [made(.confirm, 1, clause: "16.2")], nil),
        Case("a waiver decides no suspicion", [made(.waive, 1)], nil),
    ])
    func `of several, the highest role's latest holds`(of table: Case) throws {
        let clause = try #require(try RuleBook.trial.get().edition.clause("16.1"))
        let today = CalendarDate(year: 2026, month: 5, day: 30)
        let book = DeterminationBook(table.determinations, incidents: [], ranks: table.ranks, today: today)
        let decision = book.decision(on: clause, 2025)
        #expect(decision.holding?.decision == table.holding)
        #expect(decision.contradictory.count == table.contradictory)
    }

    @Test func `a clause that a person alone brings into force is not determined before the year is over`() throws {
        let clause = try #require(try RuleBook.trial.get().edition.clause("16.6"))
        for (day, holds) in [("2025-12-31", false), ("2026-01-01", true)] {
            let made = Self.made(.confirm, nil, clause: "16.6", date: CalendarDate(day))
            let book = DeterminationBook([made], incidents: [], ranks: [:], today: nil)
            #expect((book.decision(on: clause, 2025).holding != nil) == holds, "\(day)")
        }
    }

    @Test func `one made before the incident that it is about decides nothing`() throws {
        let clause = try #require(try RuleBook.trial.get().edition.clause("16.1"))
        func incident(of consortium: String, _ day: Int) -> Incident {
            Incident(
                id: "I1", consortium: consortium, occurredOn: CalendarDate(year: 2026, month: 5, day: day),
                domain: .safety, severity: .major, hasAdverseImpact: nil, status: .reported, evidence: nil,
                source: CellSource(file: "", sha256: "", sheet: nil, row: 1, column: 1))
        }
        let made = Self.made(.dismiss, 5, subject: "I1")
        // Another consortium's incident of the same number, as a predecessor's is at hand, is another incident.
        for (incidents, holds) in [
            ([incident(of: "C001", 6)], false), ([incident(of: "C001", 5)], true),
            ([incident(of: "C000", 6), incident(of: "C001", 5)], true),
        ] {
            let book = DeterminationBook([made], incidents: incidents, ranks: [:], today: nil)
            #expect((book.subjects(of: clause)["I1"]?.holding != nil) == holds)
        }
    }
}
