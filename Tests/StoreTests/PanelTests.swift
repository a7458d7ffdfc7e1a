import Assessment
import FEEL
import Foundation
import History
import Standards
import Testing

@testable import Store

@Suite("Panels and snapshots")
struct PanelTests {
    private let y2025 = ReportingYear(2025)

    @Test("the value received last counts, whatever the order of loading")
    func orderOfReceipt() throws {
        let fixture = try StoreFixture()
        try fixture.register("C001")
        try fixture.receive(Figure(value: .decimal("3")), day: 9)
        try fixture.receive(Figure(value: .decimal("1")), day: 2)
        #expect(try fixture.panel(of: "C001").value(1, y2025) == .decimal("3"))
    }

    @Test("a later blank withdraws a figure")
    func laterBlank() throws {
        let fixture = try StoreFixture()
        try fixture.register("C001")
        try fixture.receive(Figure(value: .decimal("3")))
        try fixture.receive(Figure(value: .missing), day: 1)
        #expect(try fixture.panel(of: "C001").value(1, y2025) == .missing)
    }

    @Test("the first plan counts until a determination accepts the change")
    func plan() throws {
        let fixture = try StoreFixture()
        try fixture.register("C001")
        // A plan alone is not yet a report of its year.
        try fixture.receive(Figure(value: .decimal("1")), Figure(indicator: "6.1.4", value: .decimal("500")))
        try fixture.receive(Figure(indicator: "6.1.4", value: .decimal("300")), day: 1)
        #expect(try fixture.panel(of: "C001").value(2, y2025) == .decimal("500"))

        try fixture.receive(day: 2, forms: [.determinations], determinations: [.sample(.acceptPlanChange)])
        #expect(try fixture.panel(of: "C001").value(2, y2025) == .decimal("300"))
        #expect(try fixture.panel(of: "C001", asOf: .day(1)).value(2, y2025) == .decimal("500"))
    }

    @Test("a past day shows what had been received by then")
    func asOf() throws {
        let fixture = try StoreFixture()
        try fixture.register("C001")
        try fixture.receive(Figure(value: .decimal("1")), day: 1)
        try fixture.receive(Figure(value: .decimal("2")), day: 5, consortia: [.sample("C002")])

        let past = try fixture.store.snapshot(edition: .small, asOf: .day(4))
        #expect(past.consortia.map(\.id) == ["C001"])
        #expect(try past.panel(of: "C001")?.value(1, y2025) == .decimal("1"))
        #expect(try fixture.panel(of: "C001", asOf: .day(0)).value(1, y2025) == .missing)
        let present = try fixture.store.snapshot(edition: .small)
        #expect(present.consortia.map(\.id) == ["C001", "C002"])
        #expect(try present.panel(of: "C001")?.value(1, y2025) == .decimal("2"))
        #expect(try present.panel(of: "C002")?.value(1, y2025) == .missing)
    }

    @Test("a snapshot does not change while others write")
    func isolation() throws {
        let fixture = try StoreFixture()
        try fixture.register("C001")
        try fixture.receive(Figure(value: .decimal("1")))
        let snapshot = try fixture.store.snapshot(edition: .small)
        try fixture.receive(Figure(value: .decimal("2")), day: 1)
        #expect(try snapshot.panel(of: "C001")?.value(1, y2025) == .decimal("1"))
    }

    @Test("panels of a past day rebuilt today are the panels that were stored that day")
    func rebuiltEqualsStored() throws {
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

    @Test("panels widen when a new year is reported, all of them")
    func newYear() throws {
        let fixture = try StoreFixture()
        try fixture.register("C001", "C002")
        try fixture.receive(
            Figure(year: 2022, value: .decimal("1")), Figure(consortium: "C002", year: 2023, value: .decimal("2")))
        #expect(try fixture.panel(of: "C001").layout.years == ReportingYear(2022)...ReportingYear(2023))
        try fixture.receive(Figure(value: .decimal("3")), day: 1)
        let panels = try fixture.store.snapshot(edition: .small).mapPanels(withSources: false) { $1 }
        #expect(panels.map(\.layout.lastYear) == [y2025, y2025])
        #expect(panels[1].value(1, ReportingYear(2023)) == .decimal("2"))
        #expect(try fixture.store.verify(edition: .small).isEmpty)
    }

    @Test("a year that cannot have been reported yet does not widen panels")
    func slipOfThePen() throws {
        let fixture = try StoreFixture()
        try fixture.register("C001")
        try fixture.receive(Figure(year: 2052, value: .decimal("1")), Figure(year: 2023, value: .decimal("1")))
        #expect(try fixture.panel(of: "C001").layout.lastYear < ReportingYear(2052))
    }

    @Test("a changed catalogue is right at once and fast after a refresh")
    func changedCatalogue() throws {
        let fixture = try StoreFixture()
        try fixture.register("C001")
        try fixture.receive(Figure(value: .decimal("7")))
        let wider = Edition(codes: ["5.1.1", "6.1.1", "6.1.2", "6.1.4"])
        #expect(try fixture.store.snapshot(edition: wider).panel(of: "C001")?.value(2, y2025) == .decimal("7"))
        #expect(try fixture.store.refreshPanels(edition: wider) == 1)
        #expect(try fixture.store.refreshPanels(edition: wider) == 0)
        #expect(try fixture.store.snapshot(edition: wider).panel(of: "C001")?.value(2, y2025) == .decimal("7"))
    }

    @Test("locators lead to the file and cell")
    func sources() throws {
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
