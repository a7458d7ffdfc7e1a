import FEEL
import Foundation
import GRDB
import History
import Standards
import Synchronization
import TestSupport
import Testing

@testable import Store

/// Figures are added to the panels that are stored: whatever comes in whatever order, these are the panels that all
/// observations make.
@Suite("Adding to panels")
struct PanelMergingTests {
    private let consortia = ["C001", "C002"]

    private func figure(_ numbers: inout SeededNumbers) -> Figure {
        let values: [ObservedValue] = [
            .missing, .withdrawn, .notApplicable, .rejected("约"), .decimal("0"), .decimal("12.50"), .text("说明"),
            .decimal("1234567890123456789012"), .decimal("\(Int.random(in: 1...9, using: &numbers))"),
        ]
        return Figure(
            consortium: consortia.randomElement(using: &numbers) ?? "",
            indicator: ["6.1.1", "6.1.2", "6.1.4", "7.1.1"].randomElement(using: &numbers) ?? "",
            year: [2023, 2024, 2025, 2027].randomElement(using: &numbers) ?? 2025,
            basis: Int.random(in: 0..<4, using: &numbers) == 0 ? .committed : .actual,
            value: values.randomElement(using: &numbers) ?? .missing)
    }

    @Test(arguments: 1...12)
    func `added to or made anew, panels are the same bytes`(seed: UInt64) throws {
        let fixture = try StoreFixture()
        try fixture.register("C001", "C002")
        var numbers = SeededNumbers(seed: seed)
        let origins: [Origin] =
            seed.isMultiple(of: 3) ? [.secretariat("C001"), .hunan] : [.secretariat("C001"), .secretariat("C001")]
        for place in 0..<20 {
            let figures = (0..<Int.random(in: 1...12, using: &numbers)).map { _ in figure(&numbers) }
            // Now and then one that was received before others.
            let day = Int.random(in: 0..<8, using: &numbers) == 0 ? place / 2 : place
            try fixture.receive(
                figures, day: day, from: origins.randomElement(using: &numbers) ?? .ministry)
            let problems = try fixture.store.verify(editions: [.small])
            #expect(problems.isEmpty, "submission \(place)")
        }
    }

    /// How often observations are read while `body` runs.
    private func readings(_ fixture: StoreFixture, _ body: () throws -> Void) throws -> Int {
        let count = Mutex(0)
        func trace(_ options: Database.TracingOptions) {
            fixture.store.pool.writeWithoutTransaction { db in
                db.trace(options: options) { event in
                    if "\(event)".contains("FROM observation") { count.withLock { $0 += 1 } }
                }
            }
        }
        trace(.statement)
        try body()
        trace([])
        return count.withLock(\.self)
    }

    @Test func `a correction reads nothing of what was received before but what it restates`() throws {
        let fixture = try StoreFixture()
        try fixture.register("C001")
        let years = [2023, 2024, 2025].map { Figure(year: $0, value: .decimal("1")) }
        for figure in years { try fixture.receive([figure], from: .secretariat("C001")) }
        for day in 1...5 {
            let corrected = Figure(value: .decimal("\(day)"))
            let count = try readings(fixture) {
                try fixture.receive([corrected], day: day, from: .secretariat("C001"))
            }
            #expect(count == 0)
        }
        // Of two cells, the one of a past year.
        let restated = [Figure(year: 2024, value: .decimal("7")), Figure(value: .decimal("7"))]
        #expect(try readings(fixture) { try fixture.receive(restated, day: 6, from: .secretariat("C001")) } == 1)
        #expect(try fixture.store.verify(editions: [.small]).isEmpty)
    }

    @Test func `what stands is told without reading the history of a consortium`() throws {
        let fixture = try StoreFixture()
        try fixture.register("C001")
        try fixture.receive([Figure(value: .decimal("1"))], from: .secretariat("C001"))
        try fixture.receive([Figure(year: 2024, value: .withdrawn)], day: 1, from: .secretariat("C001"))
        let (amount, plan) = (Edition.small.indicators[1], Edition.small.indicators[2])
        try fixture.store.withStandingFigures(edition: .small) { figures in
            #expect(figures.value(of: "C001", amount, ReportingYear(2025), .actual) == .decimal("1"))
            #expect(figures.value(of: "C001", amount, ReportingYear(2024), .actual) == .withdrawn)
            #expect(figures.value(of: "C001", plan, ReportingYear(2025), .actual) == nil)
            #expect(figures.value(of: "C009", amount, ReportingYear(2025), .actual) == nil)
            #expect(!figures.mayHold(.authority, of: "C001"))
        }
        try fixture.receive([Figure(value: .decimal("3"))], day: 2, from: .hunan)
        try fixture.store.withStandingFigures(edition: .small) { figures in
            #expect(figures.value(of: "C001", amount, ReportingYear(2025), .actual) == .decimal("3"))
            #expect(figures.value(of: "C001", amount, ReportingYear(2025), .actual, saidBy: .own) == .decimal("1"))
        }
    }

    /// As the checks of a submission were made before: from everything that was received.
    @Test(arguments: 1...6)
    func `what stands is what all revisions make of it`(seed: UInt64) throws {
        let fixture = try StoreFixture()
        try fixture.register("C001", "C002")
        var numbers = SeededNumbers(seed: seed)
        let origins: [Origin] = seed.isMultiple(of: 2) ? [.secretariat("C001"), .hunan] : [.secretariat("C001")]
        for place in 0..<12 {
            let figures = (0..<6).map { _ in figure(&numbers) }
            try fixture.receive(figures, day: place, from: origins.randomElement(using: &numbers) ?? .ministry)
        }
        for consortium in consortia {
            let prior = try fixture.store.priorValues(of: consortium, edition: .small)
            try fixture.store.withStandingFigures(edition: .small) { figures in
                for indicator in Edition.small.indicators {
                    for year in [2023, 2024, 2025, 2027].map(ReportingYear.init) {
                        for basis in Basis.allCases {
                            let stands =
                                indicator.revisionPolicy == .first
                                ? prior.firstReported(indicator.code, year) : prior.last(indicator.code, year, basis)
                            #expect(
                                figures.value(of: consortium, indicator, year, basis) == stands?.value,
                                "\(consortium) \(indicator.code) \(year) \(basis)")
                            for voice in Voice.allCases where indicator.revisionPolicy == .last {
                                #expect(
                                    figures.value(of: consortium, indicator, year, basis, saidBy: voice)
                                        == prior.last(indicator.code, year, basis, of: voice)?.value)
                            }
                        }
                    }
                }
            }
        }
    }
}
