import FEEL
import Standards
import Testing

@testable import History

@Suite("Which value of a cell counts")
struct PanelBuilderTests {
    /// What is received in order, and what counts then; of a figure, of a plan, and of a plan whose change was accepted.
    struct Case: Sendable, CustomTestStringConvertible {
        let received: [ObservedValue]
        let figure: ObservedValue
        let plan: ObservedValue
        let acceptedPlan: ObservedValue

        var testDescription: String { received.map { $0.text ?? "空白" }.joined(separator: "、") }
    }

    @Test(arguments: [
        Case(received: [], figure: .missing, plan: .missing, acceptedPlan: .missing),
        Case(received: [.number(260)], figure: .number(260), plan: .number(260), acceptedPlan: .number(260)),
        Case(
            received: [.number(260), .number(180)], figure: .number(180), plan: .number(260),
            acceptedPlan: .number(180)),
        Case(
            received: [.number(180), .number(260), .number(200)], figure: .number(200), plan: .number(180),
            acceptedPlan: .number(200)),
        Case(received: [.missing, .number(180)], figure: .number(180), plan: .number(180), acceptedPlan: .number(180)),
        Case(
            received: [.rejected("约260"), .notApplicable, .number(180)], figure: .number(180), plan: .number(180),
            acceptedPlan: .number(180)),
        Case(received: [.number(260), .missing], figure: .missing, plan: .number(260), acceptedPlan: .number(260)),
        Case(
            received: [.number(260), .number(200), .notApplicable], figure: .notApplicable, plan: .number(260),
            acceptedPlan: .number(200)),
        Case(
            received: [.notApplicable, .rejected("待定")], figure: .rejected("待定"), plan: .rejected("待定"),
            acceptedPlan: .rejected("待定")),
    ])
    func `the last of a figure, the first of a plan`(test: Case) throws {
        #expect(try Self.counted(test.received, "6.1.2") == test.figure)
        #expect(try Self.counted(test.received, "6.1.4") == test.plan)
        #expect(try Self.counted(test.received, "6.1.8", acceptedPlanYears: [2024]) == test.acceptedPlan)
        // Consent to another year's plan changes nothing here.
        #expect(try Self.counted(test.received, "6.1.4", acceptedPlanYears: [2023, 2025]) == test.plan)
        // What was promised is no plan: the last word counts.
        #expect(try Self.counted(test.received, "6.1.4", basis: .committed) == test.figure)
    }

    private static func counted(
        _ received: [ObservedValue], _ code: String, basis: Basis = .actual, acceptedPlanYears: Set<ReportingYear> = []
    ) throws -> ObservedValue {
        let edition = try Edition.trial.get()
        let indicator = try Indicator.trial(code).ordinal
        var builder = PanelBuilder(
            layout: PanelLayout(firstYear: 2022, yearCount: 4, indicatorCount: edition.indicators.count),
            indicators: edition.indicators, acceptedPlanYears: acceptedPlanYears)
        for (place, value) in received.enumerated() {
            builder.observe(
                indicator: indicator, year: 2024, basis: basis, value: value,
                locator: SourceLocator(part: place + 1, row: 2, column: 5))
        }
        let panel = builder.build()
        // The place told is that of the value told.
        if let locator = panel.locator(indicator, 2024, basis) {
            #expect(received[locator.part - 1] == panel.value(indicator, 2024, basis))
        } else {
            #expect(received.isEmpty)
        }
        return panel.value(indicator, 2024, basis)
    }

    @Test func `years outside the panel are left out`() throws {
        var builder = PanelBuilder(
            layout: PanelLayout(firstYear: 2022, yearCount: 1, indicatorCount: 1),
            indicators: Array(try Edition.trial.get().indicators.prefix(1)))
        for year in [2021, 2023] {
            builder.observe(
                indicator: 0, year: ReportingYear(year), basis: .actual, value: .number(1),
                locator: SourceLocator(part: 1, row: 1, column: 1))
        }
        #expect(builder.build().actual == [.missing])
    }
}
