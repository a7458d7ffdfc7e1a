import Assessment
import FEEL
import Foundation
import History
import Standards
import Store
import TestSupport
import Testing
import UseCases

/// Between two days of a random history, just what the assessments of both days say otherwise is told as changed.
@Suite("Differences between two days")
struct DiffTests {
    private static let trial = Result {
        try RuleBook(Edition.load(from: Repository.trialStandard, digest: { _ in "" }))
    }

    /// Other numbers of the rules, as an edition may set them from some day on.
    private static let changed = Result {
        try RuleBook(trial.get().edition.setting(["突破倍数": 2, "政策默认有效年数": 1, "重大事件回溯年数": 0]))
    }

    /// In every third history the rules change, too.
    @Test(arguments: Campaign.seeds(8))
    func `what changed is told, and nothing else`(seed: Int) throws {
        let rules = try Self.trial.get()
        let hasOtherRules = seed % 3 == 0
        let later = hasOtherRules ? try Self.changed.get() : rules
        let seed = UInt64(seed)
        let history = RandomHistory(seed: 3_000 + seed)
        let folder = try TemporaryFolder()
        let store = try Store(path: folder.url.appending(path: "all.sqlite").path)
        var ids: [Int: Int] = [:]
        for place in history.events.indices {
            ids[place] = try history.load(
                place, into: store, ids, edition: rules.edition,
                recordedAt: ChinaTime.start(of: RandomHistory.day(1_500 + place)))
        }
        let last = history.events.count - 1
        for (early, late) in [(3, 6), (6, last), (3, last)] {
            let days = (history.events[early].day, history.events[late].day)
            let year = ReportingYear(min(days.1.year, 2025))
            let before = try side(of: store, rules, year, days.0)
            let after = try side(of: store, later, year, days.1)
            let (then, now) = (try conclusions(before), try conclusions(after))
            var told: [String: [OutcomeChange.Subject: [String?]]] = [:]
            try Comparison(
                from: .init(before.assessor, before.input, reading: before.panels),
                to: .init(after.assessor, after.input, reading: after.panels), hasOtherRules: hasOtherRules
            ).changes { change in
                for outcome in change.outcomes {
                    told[change.consortium.id, default: [:]][outcome.subject] = [outcome.before?.id, outcome.after?.id]
                    #expect(!outcome.causes.isEmpty, "seed \(seed): \(change.consortium.id) \(outcome.subject)")
                }
            }
            for id in Set(then.keys).union(now.keys) {
                for (subject, outcome) in now[id] ?? [:] where then[id]?[subject] != outcome {
                    #expect(told[id]?[subject] == [then[id]?[subject], outcome], "seed \(seed): \(id) \(subject)")
                    told[id]?[subject] = nil
                }
                // Of a waiver alone the outcome stays and its words change.
                let rest = told[id, default: [:]].filter { $0.value[0] != $0.value[1] }
                #expect(rest.isEmpty, "seed \(seed): \(id) \(rest)")
            }
        }
    }

    private typealias Side = (assessor: Assessor, input: AssessmentInput, panels: PanelSource<any Error>)

    private func side(of store: Store, _ rules: RuleBook, _ year: ReportingYear, _ day: CalendarDate) throws -> Side {
        let calendar = ReportingCalendar.usual
        let edition = rules.edition
        let instant = ChinaTime.end(of: day)
        let (input, panels) = try store.assessmentInput(
            for: edition, year: year, asOf: instant,
            closes: calendar.closes(from: edition.baseYear, through: year, at: instant))
        let dates = AssessmentDates(calendar, year: year, from: edition.baseYear, today: day)
        return (Assessor(rules: rules, year: year, dates: dates), input, panels)
    }

    private func conclusions(_ side: Side) throws -> [String: [OutcomeChange.Subject: String]] {
        var found: [String: [OutcomeChange.Subject: String]] = [:]
        try side.assessor.assess(side.input, reading: side.panels, { $0 }) { assessment in
            var outcomes: [OutcomeChange.Subject: String] = [.verdict: assessment.verdict.id]
            for check in assessment.clauses { outcomes[.clause(check.clause.code)] = check.outcome.rawValue }
            found[assessment.consortium.id] = outcomes
        }
        return found
    }
}
