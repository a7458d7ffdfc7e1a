import FEEL
import History
import Standards
import Testing

@testable import Assessment

/// The memory of recommendations (DESIGN §5, Memory).
@Suite("Open cases")
struct OpenCaseTests {
    private let rules: RuleBook
    private let consortium = Consortium.example("C001")
    private let dates: AssessmentDates

    init() throws {
        rules = try RuleBook.trial.get()
        dates = AssessmentDates(
            .usual, year: 2025, from: 2022, today: CalendarDate(year: 2026, month: 6, day: 1))
    }

    /// 经费 by year: 120 of 200 where short, else all of it.
    private func panel(short: Set<Int>) throws -> Panel {
        let assessor = Assessor(rules: rules, year: 2025)
        var builder = PanelBuilder(layout: assessor.emptyPanel.layout, indicators: rules.edition.indicators)
        for year in 2023...2025 {
            let figures: [(String, ObservedValue)] = [
                ("6.1.1", .truth(true)), ("6.1.2", .number(Decimal128(short.contains(year) ? 120 : 200))),
                ("6.1.4", .number(200)), ("6.1.5", .truth(false)),
            ]
            for (code, value) in figures {
                builder.observe(
                    indicator: try Indicator.trial(code).ordinal, year: ReportingYear(year), basis: .actual,
                    value: value, locator: .none)
            }
        }
        return builder.build()
    }

    private func determination(_ decision: DeterminationDecision, _ month: Int, _ day: Int) -> Determination {
        Determination(
            consortium: "C001", clause: "16.3", year: 2024, decision: decision, by: "部级审定",
            on: CalendarDate(year: 2025, month: month, day: day), ground: "复核", evidence: nil,
            source: CellSource(file: "认定.csv", sha256: "", sheet: nil, row: 2, column: 1))
    }

    private func assess(
        now: Set<Int>, atClose: Set<Int>? = nil, correctedOn: CalendarDate? = nil,
        _ determinations: [Determination] = []
    ) throws -> ConsortiumAssessment {
        var input = AssessmentInput(
            consortia: [consortium], panels: ["C001": try panel(short: now)],
            registers: Registers(determinations: determinations))
        if let atClose {
            input.closings[2024] = AssessmentInput.Closing(
                panels: ["C001": try panel(short: atClose)], registers: Registers(),
                corrections: correctedOn.map { ["C001": $0] } ?? [:])
        }
        return try #require(Assessor(rules: rules, year: 2025, dates: dates).assess(input).first)
    }

    @Test func `a year triggered and paid up since stays open, and the verdict says so`() throws {
        let assessment = try assess(now: [2023, 2024])
        #expect(assessment.verdict.openCases.map(\.id) == ["municipal-consortium-trial/C001/16.3/2024"])
        #expect(assessment.verdict.id == "disqualify")
        #expect(assessment.verdict.text.hasPrefix("建议取消资格（2024年度，未决）；16.3 2024年度已触发，未决；"))
        let check = try #require(assessment.clauses.first { $0.clause.code == "16.3" })
        #expect(check.outcome == .clear)
        #expect(check.openCases.map(\.year) == [2024])
        #expect(check.raised == nil)
    }

    @Test func `the assessed year's own case stands among them`() throws {
        let verdict = try assess(now: [2023, 2024, 2025]).verdict
        #expect(verdict.openCases.map(\.year) == [2024, 2025])
        #expect(try assess(now: [2024, 2025]).verdict.openCases.map(\.year) == [2025])
    }

    @Test func `what was triggered at the close stays open after a correction`() throws {
        #expect(try assess(now: [2023], atClose: [2023, 2024]).verdict.openCases.map(\.year) == [2024])
        #expect(try assess(now: [2023], atClose: [2023]).verdict.openCases.isEmpty)
        #expect(try assess(now: [2023]).verdict.openCases.isEmpty)
    }

    @Test func `the assessed year's own trigger at the close stays open after a correction`() throws {
        let input = AssessmentInput(
            consortia: [consortium], panels: ["C001": try panel(short: [2024])], registers: Registers(),
            closings: [2025: AssessmentInput.Closing(panels: ["C001": try panel(short: [2024, 2025])])])
        let assessment = try #require(Assessor(rules: rules, year: 2025, dates: dates).assess(input).first)
        #expect(assessment.verdict.openCases.map(\.year) == [2025])
        #expect(assessment.verdict.text.hasPrefix("建议取消资格（2025年度，未决）"))
    }

    @Test func `a dismissal closes it where it came after the correction`() throws {
        let day = try #require(CalendarDate(year: 2025, month: 5, day: 10))
        func open(_ determination: Determination) throws -> Int {
            try assess(now: [2023], atClose: [2023, 2024], correctedOn: day, [determination]).verdict.openCases.count
        }
        #expect(try open(determination(.dismiss, 5, 11)) == 0)
        #expect(try open(determination(.dismiss, 5, 10)) == 1)
        // Where nothing was corrected a dismissal closes nothing.
        #expect(try assess(now: [2023, 2024], [determination(.dismiss, 5, 11)]).verdict.openCases.count == 1)
    }

    /// A 16.1 of 2024 that was open at the close of the window, and what became of it: on the incident I1, that was 查实 or
    /// a 线索 that a person confirmed, the authority corrected its register on 10 May, and a person decided.
    @Test(arguments: [
        (isConfirmed: false, subject: "I1", day: 11, count: 0), (isConfirmed: false, subject: "I1", day: 10, count: 1),
        (isConfirmed: false, subject: "I2", day: 11, count: 1), (isConfirmed: true, subject: "I1", day: 11, count: 0),
        // The 成立 was of 5 May.
        (isConfirmed: true, subject: "I1", day: 6, count: 0), (isConfirmed: true, subject: "I1", day: 4, count: 1),
        (isConfirmed: true, subject: "I2", day: 11, count: 1),
    ])
    func `a dismissal of the subject closes the case that rested on it alone`(
        isConfirmed: Bool, subject: String, day: Int, count: Int
    ) throws {
        let source = CellSource(file: "事件.csv", sha256: "", sheet: nil, row: 2, column: 1)
        func incident(_ status: IncidentStatus) -> Incident {
            Incident(
                id: "I1", consortium: "C001", occurredOn: CalendarDate(year: 2024, month: 3, day: 1), domain: .safety,
                severity: .major, hasAdverseImpact: true, status: status, evidence: nil, source: source)
        }
        func decision(_ decision: DeterminationDecision, of subject: String, on day: Int) -> Determination {
            Determination(
                consortium: "C001", clause: "16.1", year: 2024, decision: decision, by: "部级审定",
                on: CalendarDate(year: 2025, month: 5, day: day), ground: "复核", evidence: nil, subject: subject,
                source: source)
        }
        let confirmation = isConfirmed ? [decision(.confirm, of: "I1", on: 5)] : []
        let before = Registers(
            incidents: [incident(isConfirmed ? .reported : .confirmed)], determinations: confirmation)
        let now = Registers(
            incidents: [incident(isConfirmed ? .reported : .dismissed)],
            determinations: confirmation + [decision(.dismiss, of: subject, on: day)])
        var input = AssessmentInput(
            consortia: [consortium], panels: ["C001": try panel(short: [])], registers: now)
        input.closings[2024] = AssessmentInput.Closing(
            panels: input.panels, registers: before,
            corrections: ["C001": try #require(CalendarDate(year: 2025, month: 5, day: 10))])
        let verdict = try #require(Assessor(rules: rules, year: 2025, dates: dates).assess(input).first).verdict
        #expect(verdict.openCases.count { $0.year == 2024 } == count)
    }

    @Test func `a waiver closes it, a confirmation leaves it for execution`() throws {
        #expect(try assess(now: [2023, 2024], [determination(.waive, 5, 11)]).verdict.openCases.isEmpty)
        #expect(try assess(now: [2023, 2024], [determination(.confirm, 5, 11)]).verdict.openCases.count == 1)
    }

    /// 资料不全 sets the day up to which is handed in what is missing.
    @Test(arguments: [
        ("2026-04-30", "资料不全，限期补报（2026年4月30日前）"), ("2026-05-01", "资料不全，限期补报（期限2026年4月30日已过）"),
    ])
    func `a day that is over is not set`(day: String, said: String) throws {
        let today = try #require(CalendarDate(day))
        let dates = AssessmentDates(.usual, year: 2025, from: 2022, today: today)
        let input = AssessmentInput(
            consortia: [consortium], panels: ["C001": try panel(short: [])], registers: Registers())
        let verdict = try #require(Assessor(rules: rules, year: 2025, dates: dates).assess(input).first).verdict
        #expect(verdict.text.hasPrefix(said), "\(verdict.text)")
    }

    @Test func `before the close of its window a case is provisional`() throws {
        let input = AssessmentInput(
            consortia: [consortium], panels: ["C001": try panel(short: [2024, 2025])], registers: Registers())
        for (month, isProvisional) in [(3, true), (4, false)] {
            let today = CalendarDate(year: 2026, month: month, day: month == 4 ? 1 : 31)
            let dates = AssessmentDates(.usual, year: 2025, from: 2022, today: today)
            let assessment = try #require(Assessor(rules: rules, year: 2025, dates: dates).assess(input).first)
            #expect(assessment.verdict.openCases.map(\.isProvisional) == [isProvisional])
        }
    }
}
