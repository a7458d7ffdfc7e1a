import FEEL
import Foundation
import History
import Standards
import TestSupport
import Testing

@testable import Store

/// Whatever is sent in whatever order, a past day is what a store would show that had received only what had come by
/// then.
@Suite("Random histories")
struct RandomHistoryTests {
    /// One thing that is received, in the order of recording.
    private struct Event {
        var figures: [Figure] = []
        var origin = Origin.ministry
        var day = 0
        var incidents: [Incident] = []
        var determinations: [Determination] = []
        /// The place of the event that it takes back.
        var target: Int?
    }

    /// The same histories in every run.
    private struct Generator: RandomNumberGenerator {
        private var numbers: SeededNumbers

        init(seed: UInt64) { numbers = SeededNumbers(seed: seed) }

        mutating func next() -> UInt64 { numbers.next() }

        mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

        mutating func pick<Element>(_ elements: [Element]) -> Element {
            elements[Int.random(in: 0..<elements.count, using: &self)]
        }

        mutating func value() -> ObservedValue {
            pick([
                .missing, .missing, .withdrawn, .notApplicable, .rejected("约"), .decimal("0"),
                .decimal("\(Int.random(in: 1...99, using: &self))"), .decimal("100"), .text("说明"),
            ])
        }

        mutating func figure(of consortium: String) -> Figure {
            Figure(
                consortium: consortium, indicator: pick(["6.1.1", "6.1.2", "6.1.4", "6.1.4", "7.1.1"]),
                year: pick([2024, 2025]), basis: chance(30) ? .committed : .actual, value: value())
        }

        mutating func events() -> [Event] {
            (0..<14).reduce(into: []) { events, place in
                var event = Event(day: Int.random(in: 0...9, using: &self))
                let consortium = pick(["C001", "C002"])
                event.origin = pick([.ministry, .hunan, .secretariat(consortium), .secretariat(consortium)])
                if place > 2, chance(25) {
                    let target = Int.random(in: 0..<place, using: &self)
                    event.target = target
                    event.day = Int.random(in: events[target].day...9, using: &self)
                } else if chance(15) {
                    event.determinations = [
                        .sample(
                            pick([.acceptPlanChange, .withdraw]), of: consortium, id: pick(["R1", "R2", "R3"]),
                            withdraws: pick(["R1", "R2"]), fund: pick([nil, "专项"]), amount: pick([nil, 7]))
                    ]
                } else {
                    event.figures = (0..<6).map { _ in figure(of: consortium) }
                    if chance(40) {
                        event.incidents = [
                            .sample(pick(["I1", "I2"]), of: consortium, status: pick([.reported, .confirmed]))
                        ]
                    }
                }
                events.append(event)
            }
        }
    }

    /// A store that has received those of `events` that came by `day`.
    private func store(of events: [Event], by day: Int = .max) throws -> StoreFixture {
        let fixture = try StoreFixture()
        try fixture.register("C001", "C002")
        var ids: [Int: Int] = [:]
        for (place, event) in events.enumerated() where event.day <= day {
            let name = "\(1000 + place)"
            var load = SubmissionLoad(
                file: SubmissionFile(
                    name: name, path: name, sha256: name, size: 1, origin: event.origin, receivedAt: .day(event.day)),
                forms: event.incidents.isEmpty ? [.observations] : [.observations, .incidents])
            load.incidents = event.incidents
            load.determinations = event.determinations
            if !event.determinations.isEmpty { load.forms.insert(.determinations) }
            if let target = event.target, let id = ids[target] {
                load.forms = [.withdrawals]
                load.withdrawals = [Withdrawal(target: .submission(id), ground: "误报")]
            }
            let observations = event.figures.enumerated().map { row, figure in
                figure.observation(source: CellSource(file: name, sha256: name, sheet: nil, row: row, column: 1))
            }
            let outcome = try fixture.store.load(
                load, observations: observations, edition: .small, recordedAt: .day(20))
            ids[place] = outcome.id
        }
        return fixture
    }

    /// Everything that an assessment reads, as text.
    private func contents(_ snapshot: StoreSnapshot) throws -> [String] {
        let parts = try snapshot.sourceParts()
        var lines: [String] = []
        for (id, panel) in try snapshot.panels(withSources: true).sorted(by: { $0.key < $1.key }) {
            for indicator in Edition.small.indicators {
                for year in [2024, 2025].map(ReportingYear.init) {
                    for basis in Basis.allCases {
                        let place =
                            panel.locator(indicator.ordinal, year, basis)
                            .flatMap { parts[$0.part]?.source(at: $0).description } ?? ""
                        lines.append(
                            "\(id) \(indicator.code) \(year) \(basis) \(panel.value(indicator.ordinal, year, basis)) \(place)"
                        )
                    }
                }
            }
        }
        let registers = try snapshot.registers
        lines += registers.incidents.map {
            "\($0.id) \($0.consortium) \($0.status as Any) \($0.reportedBy ?? "") \($0.source)"
        }
        lines += registers.determinations.map { "\($0.consortium) \($0.decision) \($0.id ?? "") \($0.source)" }
        lines.append("\(registers.incidentCoverage.days.sorted { $0.key < $1.key })")
        lines += try snapshot.restatements().map { "\($0.consortium) \($0.before) \($0.after) \($0.afterSource)" }
        for year in [2024, 2025].map(ReportingYear.init) {
            lines += try snapshot.reportProgress(year: year, threshold: Decimal128(1) / 2).sorted { $0.key < $1.key }
                .map { "\($0.key) \($0.value)" }
        }
        return lines
    }

    @Test(arguments: 1...8)
    func `a past day is what a store shows that had received no more`(seed: UInt64) throws {
        var generator = Generator(seed: seed)
        let events = generator.events()
        let all = try store(of: events)
        #expect(try all.store.verify(editions: [.small]).isEmpty)
        let now = try contents(try all.store.snapshot(edition: .small))
        #expect(try contents(try all.store.snapshot(edition: .small, asOf: .day(99))) == now)
        for day in [0, 3, 6, 8] {
            let past = try contents(try all.store.snapshot(edition: .small, asOf: .day(day)))
            let fresh = try store(of: events, by: day)
            let expected = try contents(try fresh.store.snapshot(edition: .small))
            #expect(past.difference(from: expected).map { "\($0)" }.joined(separator: "\n") == "", "day \(day)")
        }
    }

    @Test(arguments: 21...24)
    func `in whatever order files are recorded, the same stands`(seed: UInt64) throws {
        var generator = Generator(seed: seed)
        var events = generator.events().filter { $0.target == nil && $0.determinations.isEmpty }
        func contents(_ order: [Int]) throws -> [String] {
            let fixture = try StoreFixture()
            try fixture.register("C001", "C002")
            for place in order {
                let event = events[place]
                let name = "\(1000 + place)"
                let load = SubmissionLoad(
                    file: SubmissionFile(
                        name: name, path: name, sha256: name, size: 1, origin: event.origin,
                        receivedAt: .day(event.day)), forms: [.observations])
                let observations = event.figures.enumerated().map { row, figure in
                    figure.observation(source: CellSource(file: name, sha256: name, sheet: nil, row: row, column: 1))
                }
                _ = try fixture.store.load(load, observations: observations, edition: .small, recordedAt: .day(20))
            }
            #expect(try fixture.store.verify(editions: [.small]).isEmpty)
            return try self.contents(try fixture.store.snapshot(edition: .small))
        }
        // Many on one day.
        for place in events.indices { events[place].day %= 3 }
        let inOrder = try contents(Array(events.indices))
        #expect(try contents(events.indices.reversed()) == inOrder)
        #expect(try contents(events.indices.shuffled(using: &generator)) == inOrder)
    }
}
