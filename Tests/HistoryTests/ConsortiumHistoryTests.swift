import FEEL
import Standards
import Testing

@testable import History

@Suite("Histories of consortia")
struct ConsortiumHistoryTests {
    private typealias Entry = ConsortiumHistory.Entry

    /// An entry of the trial standard's indicator whose id in the store is its place in it.
    private static func entry(
        _ code: String, _ value: ObservedValue, year: Int = 2024, basis: Basis = .actual, receipt: Int,
        reportingYear: Int? = nil, voice: Voice = .own, reason: String? = nil
    ) throws -> Entry {
        Entry(
            indicator: Int64(try Indicator.trial(code).ordinal), year: year, basis: basis, receipt: receipt,
            reportingYear: reportingYear, voice: voice,
            locator: SourceLocator(part: receipt + 1, row: 2, column: 5), value: value, reason: reason)
    }

    private static func ordinals() throws -> [Int64: Int] {
        let indicators = try Edition.trial.get().indicators
        return Dictionary(uniqueKeysWithValues: indicators.map { (Int64($0.ordinal), $0.ordinal) })
    }

    private static func plan(
        _ entries: [Entry], _ accepted: [ConsortiumHistory.AcceptedPlan] = [], of code: String = "6.1.4"
    ) throws -> ObservedValue {
        let indicators = try Edition.trial.get().indicators
        return ConsortiumHistory(entries: entries.inOrderOfReceipt, acceptedPlans: accepted)
            .panel(
                layout: PanelLayout(firstYear: 2022, yearCount: 4, indicatorCount: indicators.count),
                indicators: indicators, ordinals: try ordinals()
            ).plan(try Indicator.trial(code).ordinal, 2024)
    }

    @Test func `plans of both bases are taken in one order of receipt`() throws {
        let entries = [
            try Self.entry("6.1.4", .number(300), receipt: 2),
            try Self.entry("6.1.4", .number(400), basis: .committed, receipt: 1),
        ]
        #expect(try Self.plan(entries) == .number(400))
        #expect(try Self.plan([entries[0]]) == .number(300))
    }

    @Test func `a decision of a fund touches its plan alone, and an amount needs a fund`() throws {
        let entries = [
            try Self.entry("6.1.4", .number(300), receipt: 0), try Self.entry("6.1.8", .number(90), receipt: 0),
            try Self.entry("6.1.4", .number(200), receipt: 1), try Self.entry("6.1.8", .number(80), receipt: 1),
        ]
        func plans(_ fund: String?, _ amount: Decimal128?, receipt: Int = 2) throws -> [ObservedValue] {
            let accepted = ConsortiumHistory.AcceptedPlan(
                year: 2024, fund: fund, amount: amount, receipt: receipt,
                locator: SourceLocator(part: 9, row: 1, column: 1))
            return [try Self.plan(entries, [accepted]), try Self.plan(entries, [accepted], of: "6.1.8")]
        }
        #expect(try plans("专项", 250) == [.number(250), .number(90)])
        #expect(try plans("日常", nil) == [.number(300), .number(80)])
        #expect(try plans(nil, nil) == [.number(200), .number(80)])
        #expect(try plans(nil, 250) == [.number(200), .number(80)])
        // Decided beside the first plan, before the second came.
        #expect(try plans(nil, nil, receipt: 0) == [.number(300), .number(90)])
    }

    @Test func `a change is what a later year's report says otherwise, each voice against itself`() throws {
        func changes(_ words: [(ObservedValue, Int, Voice)]) throws -> [String] {
            let entries = try words.enumerated().map { place, word in
                try Self.entry("6.1.2", word.0, receipt: place, reportingYear: word.1, voice: word.2)
            }
            return ConsortiumHistory(entries: entries).changes.map { "\($0.old.value)-\($0.new.value)" }
        }
        let (one, two) = (ObservedValue.number(1), ObservedValue.number(2))
        #expect(try changes([(one, 2024, .own), (two, 2025, .own)]).count == 1)
        #expect(try changes([(one, 2024, .own), (two, 2024, .own)]).isEmpty)
        #expect(try changes([(one, 2024, .own), (.missing, 2025, .own)]).isEmpty)
        #expect(try changes([(.missing, 2024, .own), (one, 2025, .own)]).isEmpty)
        #expect(try changes([(one, 2024, .own), (.missing, 2024, .own), (two, 2025, .own)]).count == 1)
        #expect(try changes([(one, 2024, .own), (.withdrawn, 2024, .own), (two, 2025, .own)]).isEmpty)
        #expect(try changes([(one, 2024, .own), (.withdrawn, 2025, .own)]).count == 1)
        #expect(try changes([(one, 2024, .own), (two, 2025, .authority)]).isEmpty)
    }

    @Test func `a report changes what had come before it, unless that was explained since`() throws {
        typealias Word = (value: Int, year: Int, voice: Voice, reason: String?)
        func changes(_ words: [Word]) throws -> [String] {
            let entries = try words.enumerated().map { place, word in
                try Self.entry(
                    "6.1.2", .number(Decimal128(word.value)), receipt: place, reportingYear: word.year,
                    voice: word.voice, reason: word.reason)
            }
            return ConsortiumHistory(entries: entries).changes.map {
                "\($0.old.locator.part)-\($0.new.locator.part)\($0.counts ? "" : "*")"
            }
        }
        // A correction of the year's own report, and the report itself, that came after the next year's.
        #expect(try changes([(1, 2024, .own, nil), (1, 2025, .own, nil), (2, 2024, .own, "补充凭证")]).isEmpty)
        #expect(try changes([(1, 2025, .own, nil), (2, 2024, .own, nil)]).isEmpty)
        #expect(try changes([(1, 2024, .own, nil), (2, 2025, .own, nil), (3, 2024, .own, nil)]) == ["1-2"])
        // What was changed without a word and explained afterwards.
        #expect(try changes([(1, 2024, .own, nil), (2, 2025, .own, nil), (1, 2024, .own, "恢复")]).isEmpty)
        #expect(try changes([(1, 2024, .own, nil), (2, 2025, .own, nil), (3, 2026, .own, nil)]) == ["1-2", "2-3"])
        // While an authority's figure stands, what the consortium says otherwise counts for nothing.
        let own: [Word] = [(1, 2024, .own, nil), (2, 2025, .own, nil)]
        #expect(try changes(own + [(5, 2025, .authority, nil)]) == ["1-2*"])
    }

    @Test func `completeness counts points of which every figure that applies is there`() throws {
        let edition = try Edition.trial.get()
        let points = Array(edition.points.prefix(4)) + edition.points.filter { $0.indicators.count > 1 }.prefix(1)
        let several = try #require(points.last)
        let layout = PanelLayout(firstYear: 2024, yearCount: 1, indicatorCount: edition.indicators.count)
        var builder = PanelBuilder(layout: layout, indicators: edition.indicators)
        func observe(_ indicator: Int, _ value: ObservedValue) {
            builder.observe(
                indicator: indicator, year: 2024, basis: .actual, value: value,
                locator: SourceLocator(part: 1, row: 1, column: 1))
        }
        observe(points[0].indicators[0], .truth(true))
        observe(points[1].indicators[0], .rejected("无"))
        observe(points[2].indicators[0], .notApplicable)
        observe(several.indicators[0], .notApplicable)
        observe(several.indicators[1], .number(1))
        let completeness = Completeness(of: builder.build(), in: 2024, points: points, indicators: edition.indicators)
        #expect(completeness.applicablePoints == 4)
        #expect(completeness.reportedPoints == 2)
        #expect(completeness.reaches(Decimal128(1) / 2))
        #expect(!completeness.reaches(Decimal128(51) / 100))
        #expect(!Completeness(of: builder.build(), in: 2024, points: [], indicators: []).reaches(0))
    }

    @Test func `the first submission with which a year is complete enough is found, whatever came before or after`()
        throws
    {
        let edition = try Edition.trial.get()
        let codes = edition.points.flatMap(\.indicators).map { edition.indicators[$0].code.text }
        let half = codes.count / 2
        var entries = try codes.prefix(half).map { try Self.entry($0, .text("甲"), receipt: 1) }
        entries += try codes.suffix(from: half).map { try Self.entry($0, .text("乙"), receipt: 3) }
        entries += try codes.map { try Self.entry($0, .withdrawn, receipt: 4) }
        entries += try codes.map { try Self.entry($0, .text("别的年"), year: 2023, receipt: 0) }
        let history = ConsortiumHistory(entries: Array(entries.reversed()).inOrderOfReceipt)
        func receipt(_ percent: Int, year: ReportingYear = 2024) throws -> Int? {
            history.receipt(
                reaching: Decimal128(percent) / 100, of: year, edition: edition, ordinals: try Self.ordinals())
        }
        #expect(try receipt(90) == 3)
        #expect(try receipt(30) == 1)
        #expect(try receipt(100, year: 2023) == 0)
        #expect(try receipt(1, year: 2022) == nil)
    }
}
