import FEEL
import Foundation
import GRDB
import History
import Standards
import Testing

@testable import Store

@Suite("Panels and snapshots")
struct PanelTests {
    private let y2025 = ReportingYear(2025)

    @Test func `the value received last counts, whatever the order of loading`() throws {
        let fixture = try StoreFixture()
        try fixture.register("C001")
        try fixture.receive(Figure(value: .decimal("3")), day: 9)
        try fixture.receive(Figure(value: .decimal("1")), day: 2)
        #expect(try fixture.panel(of: "C001").value(1, y2025) == .decimal("3"))
    }

    @Test func `a later blank erases nothing, and 撤回 takes the figure back`() throws {
        let fixture = try StoreFixture()
        try fixture.register("C001")
        try fixture.receive(Figure(value: .decimal("3")))
        try fixture.receive(Figure(value: .missing), day: 1)
        #expect(try fixture.amount() == .decimal("3"))
        try fixture.receive(Figure(value: .withdrawn), day: 2)
        #expect(try fixture.amount() == .missing)
        #expect(try fixture.amount(asOf: 1) == .decimal("3"))
        try fixture.receive(Figure(value: .decimal("4")), day: 3)
        #expect(try fixture.amount() == .decimal("4"))
    }

    @Test func `an authority's figure stands against the consortium's own`() throws {
        let fixture = try StoreFixture()
        try fixture.register("C001")
        try fixture.receive(Figure(value: .decimal("3")), day: 1, from: .secretariat("C001"))
        try fixture.receive(Figure(value: .decimal("4")), day: 2, from: .hunan)
        try fixture.receive(Figure(value: .decimal("5")), day: 3, from: .secretariat("C001"))
        #expect(try fixture.amount(asOf: 1) == .decimal("3"))
        #expect(try fixture.amount() == .decimal("4"))
        try fixture.receive(Figure(value: .withdrawn), day: 4, from: .secretariat("C001"))
        #expect(try fixture.amount() == .decimal("4"))
        try fixture.receive(Figure(value: .decimal("6")), day: 5, from: .secretariat("C001"))
        try fixture.receive(Figure(value: .withdrawn), day: 6, from: .hunan)
        #expect(try fixture.amount() == .decimal("6"))
        #expect(try fixture.store.verify(editions: [.small]).isEmpty)
    }

    private func plan(_ fixture: StoreFixture, asOf day: Int? = nil) throws -> ObservedValue {
        try fixture.panel(of: "C001", asOf: day.map { .day($0) }).plan(2, y2025)
    }

    @Test func `the first plan counts until a determination accepts the change`() throws {
        let fixture = try StoreFixture()
        try fixture.register("C001")
        // A plan alone is not yet a report of its year.
        try fixture.receive(Figure(value: .decimal("1")), Figure(indicator: "6.1.4", value: .decimal("500")))
        try fixture.receive(Figure(indicator: "6.1.4", value: .decimal("300")), day: 1)
        #expect(try plan(fixture) == .decimal("500"))

        try fixture.decide([.sample(.acceptPlanChange)], day: 2)
        try fixture.receive(Figure(indicator: "6.1.4", value: .decimal("100")), day: 3)
        #expect(try plan(fixture) == .decimal("300"))
        #expect(try plan(fixture, asOf: 1) == .decimal("500"))
    }

    @Test func `a plan that was promised first counts, and the promise is told as it was made`() throws {
        let fixture = try StoreFixture()
        try fixture.register("C001")
        try fixture.receive(
            Figure(year: 2024, value: .decimal("1")),
            Figure(indicator: "6.1.4", basis: .committed, value: .decimal("400")))
        try fixture.receive(
            Figure(value: .decimal("1")), Figure(indicator: "6.1.4", value: .decimal("300")),
            Figure(indicator: "6.1.4", basis: .committed, value: .decimal("350")), day: 1)
        let panel = try fixture.panel(of: "C001")
        #expect(panel.plan(2, y2025) == .decimal("400"))
        #expect(panel.value(2, y2025) == .decimal("300"))
        #expect(panel.value(2, y2025, .committed) == .decimal("350"))
        #expect(panel.planLocator(2, y2025) != panel.locator(2, y2025, .committed))
        try fixture.receive(Figure(indicator: "6.1.4", basis: .committed, value: .withdrawn), day: 2)
        #expect(try plan(fixture) == .decimal("300"))
    }

    @Test func `an accepted amount is the plan, of the fund that is named, until the determination is withdrawn`()
        throws
    {
        let fixture = try StoreFixture()
        try fixture.register("C001")
        try fixture.receive(Figure(value: .decimal("1")), Figure(indicator: "6.1.4", value: .decimal("500")))
        try fixture.decide([.sample(.acceptPlanChange, fund: "日常", amount: 90)], day: 1)
        #expect(try plan(fixture) == .decimal("500"))
        try fixture.decide([.sample(.acceptPlanChange, id: "R1", fund: "专项", amount: 350)], day: 2)
        #expect(try plan(fixture) == .decimal("350"))
        let snapshot = try fixture.store.snapshot(edition: .small)
        let locator = try #require(try snapshot.panel(of: "C001")?.planLocator(2, y2025))
        #expect(try snapshot.sourceParts()[locator.part]?.sheet == "登记")
        try fixture.decide([.sample(.withdraw, withdraws: "R1")], day: 3)
        #expect(try plan(fixture) == .decimal("500"))
        #expect(try plan(fixture, asOf: 2) == .decimal("350"))
        #expect(try fixture.store.verify(editions: [.small]).isEmpty)
    }

    @Test func `a secretariat accepts no plan`() throws {
        let fixture = try StoreFixture()
        try fixture.register("C001")
        try fixture.receive(Figure(value: .decimal("1")), Figure(indicator: "6.1.4", value: .decimal("500")))
        try fixture.receive(Figure(indicator: "6.1.4", value: .decimal("300")), day: 1)
        try fixture.decide([.sample(.acceptPlanChange)], day: 2, from: .secretariat("C001"))
        #expect(try plan(fixture) == .decimal("500"))
        #expect(try fixture.registers().determinations.isEmpty)
    }

    @Test func `a past day shows what had been received by then`() throws {
        let fixture = try StoreFixture()
        try fixture.register("C001")
        try fixture.receive(Figure(value: .decimal("1")), day: 1)
        try fixture.receive(Figure(value: .decimal("2")), day: 5)
        try fixture.receive(consortia: [.sample("C002")], day: 5)

        let past = try fixture.store.snapshot(edition: .small, asOf: .day(4))
        #expect(past.consortia.map(\.id) == ["C001"])
        #expect(try past.panel(of: "C001")?.value(1, y2025) == .decimal("1"))
        #expect(try fixture.panel(of: "C001", asOf: .day(0)).value(1, y2025) == .missing)
        let present = try fixture.store.snapshot(edition: .small)
        #expect(present.consortia.map(\.id) == ["C001", "C002"])
        #expect(try present.panel(of: "C001")?.value(1, y2025) == .decimal("2"))
        #expect(try present.panel(of: "C002")?.value(1, y2025) == .missing)
    }

    @Test func `a snapshot does not change while others write`() throws {
        let fixture = try StoreFixture()
        try fixture.register("C001")
        try fixture.receive(Figure(value: .decimal("1")))
        let snapshot = try fixture.store.snapshot(edition: .small)
        try fixture.receive(Figure(value: .decimal("2")), day: 1)
        #expect(try snapshot.panel(of: "C001")?.value(1, y2025) == .decimal("1"))
    }

    @Test func `panels of a past day rebuilt today are the panels that were stored that day`() throws {
        let fixture = try StoreFixture()
        try fixture.register("C001", "C002", "C003")
        for day in 1...6 {
            try fixture.receive(
                Figure(consortium: "C00\(day % 3 + 1)", value: .decimal("\(day)")),
                Figure(consortium: "C001", indicator: "7.1.1", year: 2024, value: .text("说明\(day)")),
                Figure(consortium: "C002", basis: .committed, value: .decimal("0.\(day)")), day: day)
        }
        let stored = try fixture.store.snapshot(edition: .small).mapPanels(withSources: true) { $1 }
        let rebuilt = try fixture.store.snapshot(edition: .small, asOf: .day(99)).mapPanels(withSources: true) { $1 }
        #expect(stored == rebuilt)
        #expect(stored.count == 3)
        #expect(stored[1].value(1, y2025, .committed) == .decimal("0.6"))
    }

    @Test func `panels widen when a new year is reported, all of them`() throws {
        let fixture = try StoreFixture()
        try fixture.register("C001", "C002")
        try fixture.receive(
            Figure(year: 2022, value: .decimal("1")), Figure(consortium: "C002", year: 2023, value: .decimal("2")))
        #expect(try fixture.panel(of: "C001").layout.years == ReportingYear(2022)...ReportingYear(2023))
        try fixture.receive(Figure(value: .decimal("3")), day: 1)
        let panels = try fixture.store.snapshot(edition: .small).mapPanels(withSources: false) { $1 }
        #expect(panels.map(\.layout.lastYear) == [y2025, y2025])
        #expect(panels[1].value(1, ReportingYear(2023)) == .decimal("2"))
        #expect(try fixture.store.verify(editions: [.small]).isEmpty)
    }

    @Test func `a year that cannot have been reported yet does not widen panels`() throws {
        let fixture = try StoreFixture()
        try fixture.register("C001")
        try fixture.receive(Figure(year: 2052, value: .decimal("1")), Figure(year: 2023, value: .decimal("1")))
        #expect(try fixture.panel(of: "C001").layout.lastYear < ReportingYear(2052))
    }

    @Test func `a changed catalogue is right at once and fast after a refresh`() throws {
        let fixture = try StoreFixture()
        try fixture.register("C001")
        try fixture.receive(Figure(value: .decimal("7")))
        let wider = Edition(codes: ["5.1.1", "6.1.1", "6.1.2", "6.1.4"])
        #expect(try fixture.store.snapshot(edition: wider).panel(of: "C001")?.value(2, y2025) == .decimal("7"))
        #expect(try fixture.store.refreshPanels(edition: wider) == 1)
        #expect(try fixture.store.refreshPanels(edition: wider) == 0)
        #expect(try fixture.store.snapshot(edition: wider).panel(of: "C001")?.value(2, y2025) == .decimal("7"))
    }

    @Test func `a quarter's figure is kept, and is not the year's`() throws {
        let fixture = try StoreFixture()
        try fixture.register("C001")
        try fixture.receive(Figure(value: .decimal("8")))
        try fixture.receive(Figure(period: .thirdQuarter, value: .decimal("2")), day: 1)
        #expect(try fixture.amount() == .decimal("8"))
        #expect(try fixture.store.observationCount() == 2)
        let periods = try fixture.store.read { try Int.fetchAll($0, sql: "SELECT period FROM observation ORDER BY 1") }
        #expect(periods == [0, 3])
    }

    @Test func `panels are handed over by consortium, whoever has none reported nothing`() throws {
        let fixture = try StoreFixture()
        try fixture.register("C003", "C001", "C002")
        try fixture.receive(Figure(consortium: "C002", value: .decimal("2")))
        let panels = try fixture.store.snapshot(edition: .small).panels(withSources: false)
        #expect(panels.keys.sorted() == ["C001", "C002", "C003"])
        #expect(panels["C002"]?.value(1, y2025) == .decimal("2"))
        #expect(panels["C003"]?.value(1, y2025) == .missing)
    }

    @Test func `locators lead to the file and cell`() throws {
        let fixture = try StoreFixture()
        try fixture.register("C001")
        try fixture.receive(Figure(value: .decimal("1")), path: "区/C001.csv", sha256: "f00d")
        let snapshot = try fixture.store.snapshot(edition: .small)
        let locator = try #require(try snapshot.panel(of: "C001")?.locator(1, y2025))
        let source = try #require(try snapshot.sourceParts()[locator.part]).source(at: locator)
        #expect(source == CellSource(file: "区/C001.csv", sha256: "f00d", sheet: nil, row: 2, column: 5))
        #expect(try snapshot.mapPanels(withSources: false) { $1.locators.isEmpty } == [true])
    }
}
