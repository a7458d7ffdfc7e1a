import FEEL
import Foundation
import Standards
import Store
import TestSupport
import Testing
import UseCases

@testable import Assessment

/// A signal between two that a third joins later, day after day as the store takes it in: what was determined on the two
/// holds for the two, and is remembered when one of them leaves.
@Suite("Groups that grow")
struct GrownGroupTests {
    enum Matter: CaseIterable {
        case figures, document
    }

    private let rules: RuleBook
    private static let ids = ["C001", "C002", "C003"]
    private static let year = ReportingYear(2025)
    private static let trial = Result {
        try RuleBook(Edition.load(from: Repository.trialStandard, digest: { _ in "" }))
    }

    init() throws {
        rules = try Self.trial.get()
    }

    @Test(arguments: Matter.allCases)
    func `a confirmation on two stays theirs when a third joins`(matter: Matter) throws {
        let history = try History(edition: rules.edition)
        try history.begin(with: [report(matter, "C001"), report(matter, "C002")])
        #expect(try outcomes(history, on: "2026-04-20") == [.suspected, .suspected, .clear])
        try history.add(on: "2026-05-01", decisions: [decision(.confirm, on: try signal(history, "2026-04-20"))])
        #expect(try outcomes(history, on: "2026-05-01") == [.triggered, .triggered, .clear])
        try history.add(on: "2026-06-01", of: "C003", report(matter, "C003"))
        #expect(try outcomes(history, on: "2026-06-01") == [.triggered, .triggered, .suspected])
    }

    @Test(arguments: Matter.allCases)
    func `a dismissal on two says nothing of a third, one on all three settles it`(matter: Matter) throws {
        let history = try History(edition: rules.edition)
        try history.begin(with: [report(matter, "C001"), report(matter, "C002")])
        try history.add(on: "2026-05-01", decisions: [decision(.dismiss, on: try signal(history, "2026-04-20"))])
        #expect(try outcomes(history, on: "2026-05-01") == [.clear, .clear, .clear])
        try history.add(on: "2026-06-01", of: "C003", report(matter, "C003"))
        #expect(try outcomes(history, on: "2026-06-01") == [.suspected, .suspected, .suspected])
        try history.add(on: "2026-06-10", decisions: [decision(.dismiss, on: try signal(history, "2026-06-01"))])
        #expect(try outcomes(history, on: "2026-06-10") == [.clear, .clear, .clear])
    }

    /// The case that a confirmation made stays open, though the figures that it was about are no longer there, and though
    /// it stands on the list of another.
    @Test func `who leaves a group takes the case along`() throws {
        let history = try History(edition: rules.edition)
        try history.begin(with: [report(.figures, "C001"), report(.figures, "C002")])
        try history.add(on: "2026-05-01", decisions: [decision(.confirm, on: try signal(history, "2026-04-20"))])
        try history.add(on: "2026-06-01", of: "C003", report(.figures, "C003"))
        try history.add(on: "2026-07-01", of: "C001", report(.figures, "C001", from: 700))
        let found = try history.assess(rules, Self.year, on: "2026-07-01")
        #expect(found.map { Self.outcome($0) } == [.clear, .suspected, .suspected])
        let open = found.map { $0.verdict.openCases.filter { $0.clause == "16.2" }.map(\.consortium) }
        #expect(open.first == ["C001"])
    }

    // MARK: - What is received

    /// Twelve figures, or a yes that a document proves.
    private func report(_ matter: Matter, _ consortium: String, from first: Int = 123) -> [Observation] {
        func observation(_ code: IndicatorCode, _ value: ObservedValue, _ evidence: String? = nil) -> Observation {
            Observation(
                consortium: consortium, indicator: code, year: Self.year, basis: .actual, value: value,
                evidence: evidence, source: Self.source)
        }
        switch matter {
        case .figures:
            let points = rules.edition.indicators.filter { $0.kind == .count && $0.code.component == nil }.prefix(12)
            return points.enumerated().map { place, indicator in
                observation(indicator.code, .number(Decimal128(first + place)))
            }
        case .document:
            return [
                observation(IndicatorCode("1.1.1"), .truth(true), "sha256:" + String(repeating: "a", count: 64))
            ]
        }
    }

    private func decision(_ decision: DeterminationDecision, on subject: String) -> Determination {
        Determination(
            consortium: "C002", clause: "16.2", year: Self.year, decision: decision, by: "部级专家",
            on: CalendarDate("2026-05-01"), ground: "核查", evidence: nil, subject: subject, source: Self.source)
    }

    fileprivate static let source = CellSource(file: "", sha256: "", sheet: nil, row: 2, column: 1)

    // MARK: - What comes of it

    private static func outcome(_ assessment: ConsortiumAssessment) -> ClauseOutcome? {
        assessment.clauses.first { $0.clause.code == "16.2" }?.outcome
    }

    /// Of 16.2, by consortium.
    private func outcomes(_ history: History, on day: String) throws -> [ClauseOutcome?] {
        try history.assess(rules, Self.year, on: day).map { Self.outcome($0) }
    }

    /// The id of the one strong signal of C002 that stands for itself on a day.
    private func signal(_ history: History, _ day: String) throws -> String {
        let found = try history.assess(rules, Self.year, on: day).filter { $0.consortium.id == "C002" }
            .flatMap(\.signals).filter { $0.grade == .strong && $0.wholeID == nil }
        #expect(found.count == 1)
        return try #require(found.first).id
    }

    /// A store, and what is received one day after the other.
    private final class History {
        private let folder: TemporaryFolder
        private let store: Store
        private let edition: Edition

        init(edition: Edition) throws {
            self.edition = edition
            folder = try TemporaryFolder()
            store = try Store(path: folder.url.appending(path: "monitor.sqlite").path)
        }

        /// Registers, and the reports of the first consortia in time.
        func begin(with reports: [[Observation]]) throws {
            try add(on: "2024-01-01", consortia: GrownGroupTests.ids.map(consortium))
            for (id, report) in zip(GrownGroupTests.ids, reports) { try add(on: "2026-02-01", of: id, report) }
            try add(on: "2026-04-01", covers: true)
        }

        func add(
            on day: String, of sender: String? = nil, _ observations: [Observation] = [], consortia: [Consortium] = [],
            decisions: [Determination] = [], covers: Bool = false
        ) throws {
            let received = ChinaTime.start(of: try #require(CalendarDate(day)))
            let name = "\(day) \(sender ?? "") \(decisions.count)"
            var forms: Set<SubmissionForm> = covers ? [.incidents, .policies] : []
            if !observations.isEmpty { forms.insert(.observations) }
            if !consortia.isEmpty { forms.insert(.consortia) }
            if !decisions.isEmpty { forms.insert(.determinations) }
            var load = SubmissionLoad(
                file: SubmissionFile(
                    name: name, path: name, sha256: name, size: 1,
                    origin: sender.map { Origin(authority: .secretariat, consortium: $0) } ?? .ministry,
                    receivedAt: received),
                forms: forms)
            load.consortia = consortia
            load.determinations = decisions
            _ = try store.load(load, observations: observations, edition: edition, recordedAt: received)
        }

        private func consortium(_ id: String) -> Consortium {
            Consortium(
                id: id, name: "示例联合体", kind: .municipal, province: "430000", prefecture: "430100", park: "",
                parkLevel: "", leadSchool: "", leadEnterprise: "", cohort: "", stage: "培育",
                designatedOn: CalendarDate("2022-06-01"))
        }

        func assess(_ rules: RuleBook, _ year: ReportingYear, on day: String) throws -> [ConsortiumAssessment] {
            let day = try #require(CalendarDate(day))
            let instant = ChinaTime.end(of: day)
            let calendar = ReportingCalendar.usual
            let (input, panels) = try store.assessmentInput(
                for: edition, year: year, asOf: instant,
                closes: calendar.closes(from: edition.baseYear, through: year, at: instant))
            let dates = AssessmentDates(calendar, year: year, from: edition.baseYear, today: day)
            var found: [ConsortiumAssessment] = []
            try Assessor(rules: rules, year: year, dates: dates).assess(input, reading: panels, { $0 }) {
                found.append($0)
            }
            return found
        }
    }
}
