import Assessment
import FEEL
import Foundation
import Reports
import Standards
import Store
import TestSupport
import Testing
import UseCases

/// What is told of a past day is what was told on it (DESIGN §3, Submission): whatever came since, and in whatever order
/// files were taken in, nothing that came later shows.
@Suite("As of a past day")
struct AsOfTests {
    private let rules: RuleBook

    init() throws {
        rules = try Self.trial.get()
    }

    private static let trial = Result {
        try RuleBook(Edition.load(from: Repository.trialStandard, digest: { _ in "" }))
    }

    private static let changed = Result {
        try RuleBook(trial.get().edition.setting(["突破倍数": 2, "政策默认有效年数": 1, "重大事件回溯年数": 0]))
    }

    /// Three days of each history; every third is told by other numbers of the rules, today and then.
    @Test(arguments: Campaign.seeds(8))
    func `a past day is told as by a store that had received no more`(seed: Int) throws {
        let rules = seed % 3 == 0 ? try Self.changed.get() : rules
        let seed = UInt64(seed)
        let history = RandomHistory(seed: 1_000 + seed)
        var numbers = SeededNumbers(seed: seed)
        // Files are taken in some time after they were received.
        let delays = history.events.map { _ in Int(numbers.next() % 90) }
        let order = history.events.indices.sorted { left, right in
            (history.days[left] + delays[left], left) < (history.days[right] + delays[right], right)
        }
        let folder = try TemporaryFolder()
        let all = try store(of: history, order, in: folder, "all.sqlite")
        for place in [4, 7, history.events.count - 1] {
            let day = history.events[place].day
            let year = ReportingYear(min(day.year, 2026) - Int(numbers.next() % 2) + Int(seed % 2))
            let known = order.filter { history.events[$0].day <= day }
            let fresh = try store(of: history, known, in: folder, "\(place).sqlite")
            let instant = ChinaTime.end(of: day)
            let past = try told(all, rules, year, instant, asOf: instant)
            let then = try told(fresh, rules, year, instant, asOf: nil)
            #expect(!then.isEmpty && past == then, "seed \(seed), \(day), \(year)：\(difference(past, then))")
        }
    }

    private func difference(_ past: [String], _ then: [String]) -> String {
        past.difference(from: then).map { "\($0)" }.joined(separator: "\n")
    }

    /// Every line that is printed of every consortium, and why each clause came out as it did.
    private func told(
        _ store: Store, _ rules: RuleBook, _ year: ReportingYear, _ now: Date, asOf: Date?
    ) throws -> [String] {
        let calendar = ReportingCalendar.usual
        let edition = rules.edition
        let (input, panels) = try store.assessmentInput(
            for: edition, year: year, asOf: asOf,
            closes: calendar.closes(from: edition.baseYear, through: year, at: now))
        let dates = AssessmentDates(calendar, year: year, from: edition.baseYear, today: ChinaTime.day(of: now))
        let writer = NDJSONWriter(edition: edition)
        var told: [String] = []
        try Assessor(rules: rules, year: year, dates: dates).assess(
            input, reading: panels, explaining: true, { $0 }
        ) { assessment in
            let lines = String(decoding: writer.lines(of: assessment), as: UTF8.self).split(separator: "\n")
            told += lines.map(String.init) + assessment.clauses.map { "\($0.explanation as Any)" }
        }
        return told
    }

    private func store(
        of history: RandomHistory, _ places: [Int], in folder: borrowing TemporaryFolder, _ name: String
    ) throws -> Store {
        let store = try Store(path: folder.url.appending(path: name).path)
        var ids: [Int: Int] = [:]
        for (turn, place) in places.enumerated() {
            ids[place] = try history.load(
                place, into: store, ids, edition: rules.edition,
                recordedAt: ChinaTime.start(of: RandomHistory.day(1_500 + turn)))
        }
        return store
    }
}
