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
        Case(
            received: [.number(260), .missing], figure: .number(260), plan: .number(260), acceptedPlan: .number(260)),
        Case(
            received: [.number(260), .withdrawn], figure: .missing, plan: .missing, acceptedPlan: .missing),
        Case(
            received: [.number(260), .withdrawn, .missing, .number(90), .number(80)], figure: .number(80),
            plan: .number(90), acceptedPlan: .number(80)),
        Case(
            received: [.notApplicable, .missing], figure: .notApplicable, plan: .notApplicable,
            acceptedPlan: .notApplicable),
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
        // Of what was promised the last word is told.
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
        let isPlan = edition.indicators[indicator].revisionPolicy == .first && basis == .actual
        let value = isPlan ? panel.plan(indicator, 2024) : panel.value(indicator, 2024, basis)
        // The place told is that of the value told.
        if let locator = isPlan ? panel.planLocator(indicator, 2024) : panel.locator(indicator, 2024, basis) {
            let there = received[locator.part - 1]
            #expect((there == .withdrawn ? .missing : there) == value)
        } else {
            #expect(received.isEmpty)
        }
        return value
    }

    /// What is said of the plan of 2024, in order, and what counts then.
    struct PlanCase: Sendable, CustomTestStringConvertible {
        enum Word: Sendable {
            case said(ObservedValue, Basis, Voice)
            case accepted(Decimal128?)
        }

        let testDescription: String
        let words: [Word]
        let plan: ObservedValue
        let promise: ObservedValue
    }

    @Test(arguments: [
        PlanCase(
            testDescription: "a promise before the plan",
            words: [.said(.number(400), .committed, .own), .said(.number(300), .actual, .own)], plan: .number(400),
            promise: .number(400)),
        PlanCase(
            testDescription: "a promise after the plan",
            words: [.said(.number(300), .actual, .own), .said(.number(400), .committed, .own)], plan: .number(300),
            promise: .number(400)),
        PlanCase(
            testDescription: "a promise alone", words: [.said(.number(400), .committed, .own)], plan: .number(400),
            promise: .number(400)),
        PlanCase(
            testDescription: "the promise taken back",
            words: [
                .said(.number(400), .committed, .own), .said(.number(300), .actual, .own),
                .said(.withdrawn, .committed, .own),
            ], plan: .number(300), promise: .missing),
        PlanCase(
            testDescription: "nobody takes back another's plan",
            words: [.said(.number(400), .actual, .own), .said(.withdrawn, .actual, .authority)], plan: .number(400),
            promise: .missing),
        PlanCase(
            testDescription: "an authority's plan that came first",
            words: [
                .said(.number(500), .actual, .authority), .said(.number(400), .actual, .own),
                .said(.withdrawn, .actual, .own),
            ], plan: .number(500), promise: .missing),
        PlanCase(
            testDescription: "a change accepted counts, and what comes after it does not",
            words: [
                .said(.number(400), .actual, .own), .said(.number(300), .actual, .own), .accepted(nil),
                .said(.number(200), .actual, .own),
            ], plan: .number(300), promise: .missing),
        PlanCase(
            testDescription: "an amount accepted counts though nobody reported it",
            words: [.said(.number(400), .actual, .own), .accepted(350), .said(.number(300), .actual, .own)],
            plan: .number(350), promise: .missing),
        PlanCase(
            testDescription: "an amount accepted where no plan was", words: [.accepted(350)], plan: .number(350),
            promise: .missing),
        PlanCase(
            testDescription: "an amount, then a later plan accepted",
            words: [
                .said(.number(400), .actual, .own), .accepted(350), .said(.number(300), .actual, .own), .accepted(nil),
            ], plan: .number(300), promise: .missing),
        PlanCase(
            testDescription: "nothing accepted changes nothing",
            words: [.accepted(nil), .said(.missing, .actual, .own)],
            plan: .missing, promise: .missing),
    ])
    func `a plan is the first on either basis`(test: PlanCase) throws {
        let edition = try Edition.trial.get()
        let indicator = try Indicator.trial("6.1.4").ordinal
        var builder = PanelBuilder(
            layout: PanelLayout(firstYear: 2022, yearCount: 4, indicatorCount: edition.indicators.count),
            indicators: edition.indicators)
        for (place, word) in test.words.enumerated() {
            let locator = SourceLocator(part: place + 1, row: 2, column: 5)
            switch word {
            case .said(let value, let basis, let voice):
                builder.observe(
                    indicator: indicator, year: 2024, basis: basis, value: value, locator: locator, voice: voice)
            case .accepted(let amount):
                builder.acceptPlan(indicator: indicator, year: 2024, amount: amount, locator: locator)
            }
        }
        let panel = builder.build()
        #expect(panel.plan(indicator, 2024) == test.plan)
        #expect(panel.value(indicator, 2024, .committed) == test.promise)
        #expect(panel.plan(indicator, 2023) == .missing)
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
