import Assessment
import FEEL
import Foundation
import Standards
import Store
import TestSupport
import Testing
import UseCases

/// No recommendation to disqualify disappears by itself (DESIGN §5, Memory): whatever is corrected, taken back, renamed or
/// not reported, it stays until a person closes it.
@Suite("Remembered cases")
struct RememberedCasesTests {
    private let rules: RuleBook

    init() throws {
        rules = try Self.trial.get()
    }

    private static let trial = Result {
        try RuleBook(Edition.load(from: Repository.trialStandard, digest: { _ in "" }))
    }

    /// Each history is looked at after everything that is received, and when years have passed without anything.
    @Test(arguments: Campaign.seeds(8))
    func `an open recommendation stays until a transition, a waiver or a later 不成立 closes it`(number: Int) throws {
        let seed = number - 1
        let history = RandomHistory(seed: UInt64(seed))
        let folder = try TemporaryFolder()
        let store = try Store(path: folder.url.appending(path: "monitor.sqlite").path)
        var open: [OpenCase] = []
        var ids: [Int: Int] = [:]
        for (place, event) in history.events.enumerated() {
            ids[place] = try history.load(
                place, into: store, ids, edition: rules.edition, recordedAt: ChinaTime.start(of: event.day))
            guard place > 1 else { continue }
            let now = try assess(store, on: event.day, year: 2026)
            expect(open, stayIn: now, seed, place)
            open = now.open
        }
        // Years pass without new figures.
        for (day, year) in [(1400, 2027), (1900, 2028)] {
            let later = try assess(store, on: RandomHistory.day(day), year: year)
            expect(open, stayIn: later, seed, history.events.count)
            open = later.open
        }
        // Nobody has touched the store.
        #expect(try store.verify(editions: [rules.edition]).isEmpty, "seed \(seed)")
    }

    private struct Found {
        let open: [OpenCase]
        let registers: Registers
    }

    private func assess(_ store: Store, on day: CalendarDate, year: Int) throws -> Found {
        let year = ReportingYear(year)
        let instant = ChinaTime.end(of: day)
        let calendar = ReportingCalendar.usual
        let edition = rules.edition
        let (input, panels) = try store.assessmentInput(
            for: edition, year: year, asOf: instant,
            closes: calendar.closes(from: edition.baseYear, through: year, at: instant))
        let dates = AssessmentDates(calendar, year: year, from: edition.baseYear, today: day)
        var open: [OpenCase] = []
        try Assessor(rules: rules, year: year, dates: dates).assess(input, reading: panels, { $0 }) { assessment in
            // What another came of stands on both their pages.
            open += assessment.verdict.openCases.filter {
                $0.consortium == assessment.consortium.id && !$0.isProvisional
            }
        }
        return Found(open: open, registers: input.registers)
    }

    private func expect(_ before: [OpenCase], stayIn now: Found, _ seed: Int, _ place: Int) {
        for lost in Set(before).subtracting(now.open) {
            let isClosed =
                now.registers.determinations.contains {
                    $0.consortium == lost.consortium && $0.clause == lost.clause && $0.year == lost.year
                        && ($0.decision == .waive || $0.decision == .dismiss)
                }
                || now.registers.transitions.contains {
                    $0.consortium == lost.consortium && $0.to == .revoked && $0.on.year >= lost.year.value
                }
            #expect(isClosed, "seed \(seed), event \(place): \(lost.id)")
        }
    }
}
