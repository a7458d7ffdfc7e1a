import FEEL
import History
import Standards
import Testing

@testable import Assessment

@Suite("Credibility signals")
struct CredibilityTests {
    // MARK: - Evidence

    struct Use: Sendable {
        let consortium: String
        let point: String
        let year: Int
    }

    /// Uses of one document, and the consortia and years that a signal is raised of.
    static let uses: [(uses: [Use], raised: [String])] = [
        // One use, or two points of one year: a report may prove several figures.
        ([Use(consortium: "甲", point: "6.1.2", year: 2024)], []),
        ([Use(consortium: "甲", point: "6.1.2", year: 2024), Use(consortium: "甲", point: "6.1.6", year: 2024)], []),
        // Two consortia: both, from the year on in which both have used it.
        (
            [Use(consortium: "甲", point: "1.1.1", year: 2024), Use(consortium: "乙", point: "2.1.1", year: 2023)],
            ["乙 2024", "甲 2024"]
        ),
        // Who uses it later, in the assessed year or after it, takes nothing from what two showed before.
        (
            [
                Use(consortium: "甲", point: "1.1.1", year: 2023), Use(consortium: "乙", point: "2.1.1", year: 2022),
                Use(consortium: "丙", point: "2.1.1", year: 2025), Use(consortium: "丁", point: "2.1.1", year: 2026),
            ],
            ["丙 2025", "乙 2023", "甲 2023"]
        ),
        // Money cannot be received twice by one voucher; a charter stays in force.
        (
            [Use(consortium: "甲", point: "6.1.2", year: 2024), Use(consortium: "甲", point: "6.1.2", year: 2025)],
            ["甲 2025"]
        ),
        ([Use(consortium: "甲", point: "1.1.1", year: 2024), Use(consortium: "甲", point: "1.1.1", year: 2025)], []),
        // Another point of another year is not the same point twice.
        ([Use(consortium: "甲", point: "6.1.2", year: 2024), Use(consortium: "甲", point: "6.1.6", year: 2025)], []),
        // Cells of a year after the assessed one raise nothing yet.
        ([Use(consortium: "甲", point: "1.1.1", year: 2024), Use(consortium: "乙", point: "1.1.1", year: 2026)], []),
        // A figure after the assessed year decides nothing.
        ([Use(consortium: "甲", point: "6.1.2", year: 2024), Use(consortium: "甲", point: "6.1.2", year: 2026)], []),
    ]

    @Test(arguments: uses)
    func `a document used twice`(uses: [Use], raised: [String]) throws {
        let source = CellSource(file: "观测点.csv", sha256: "", sheet: nil, row: 2, column: 6)
        let signals = try Self.reused(
            try uses.map {
                EvidenceUse(
                    hash: String(repeating: "a", count: 64), consortium: $0.consortium,
                    indicator: try Indicator.trial($0.point).ordinal, year: ReportingYear($0.year), source: source)
            }, year: 2025)
        #expect(signals.map { "\($0.consortium) \($0.year)" }.sorted() == raised)
        #expect(signals.allSatisfy { $0.grade == .strong })
    }

    /// The signals of one document, on the lists of all who use it.
    static func reused(_ uses: [EvidenceUse], year: ReportingYear) throws -> [CredibilitySignal] {
        let edition = try Edition.trial.get()
        let shared = DocumentGroup(uses, edition: edition, subjects: [:]).map { group in
            group.parties.indices.flatMap {
                EvidenceReuse.signals(of: group, at: $0, edition: edition, year: year)
            }
        }
        return (shared ?? []) + EvidenceReuse.acrossYears(uses, edition: edition, year: year)
    }

    // MARK: - Restatements

    @Test(arguments: [
        ("9.1.1", 2024, "100", "110", nil, false),
        ("9.1.1", 2024, "100", "110.1", nil, true),
        ("9.1.1", 2024, "100", "89.9", nil, true),
        ("9.1.1", 2024, "100", "90", nil, false),
        ("9.1.1", 2024, "0", "0.01", nil, true),
        ("9.1.1", 2024, "-100", "-111", nil, true),
        ("9.1.1", 2024, "100", "200", "口径调整", false),
        ("9.1.1", 2026, "100", "200", nil, false),
        // A plan has a finding of its own.
        ("6.1.4", 2024, "260", "180", nil, false),
    ])
    func `a figure restated by more than a tenth without a reason`(
        point: String, year: Int, before: String, after: String, reason: String?, isRaised: Bool
    ) throws {
        let source = CellSource(file: "观测点.csv", sha256: "", sheet: nil, row: 2, column: 5)
        let signals = UnexplainedRestatement.signals(
            in: [
                Restatement(
                    consortium: "甲", indicator: try Indicator.trial(point).ordinal, year: ReportingYear(year),
                    before: try #require(Decimal128(before)), after: try #require(Decimal128(after)), reason: reason,
                    beforeSource: source, afterSource: source)
            ], edition: try Edition.trial.get(), year: 2025, effective: { Set($0) })
        #expect(signals.map(\.consortium) == (isRaised ? ["甲"] : []))
    }

    // MARK: - Copied figures

    @Test(arguments: [
        (10, "123", true), (9, "123", false), (20, "120", false), (10, "98.6", true), (10, "12300", true),
    ])
    func `two consortia that agree on ten points or more`(count: Int, figure: String, isRaised: Bool) throws {
        let points = try Edition.trial.get().indicators.filter { $0.kind == .count && $0.code.component == nil }
            .prefix(count).map { ($0.code.text, figure) }
        let signals = try Self.copied([("甲", points), ("乙", points), ("丙", [("9.1.1", "7")])])
        #expect(signals.map { "\($0.consortium) \($0.year)" } == (isRaised ? ["甲 2024", "乙 2024"] : []))
    }

    @Test func `components of one point count once, and a figure written otherwise is the same`() throws {
        let edition = try Edition.trial.get()
        let components = edition.indicators.filter { $0.kind.isNumeric && $0.code.component != nil }
        let pair = try #require(
            components.first { one in components.count { $0.code.point == one.code.point } > 1 }
        ).code.point
        let own = components.filter { $0.code.point == pair }.map { ($0.code.text, "321") }
        let others = edition.indicators.filter { $0.kind == .count && $0.code.component == nil }.prefix(9)
            .map { ($0.code.text, "123.0") }
        #expect(try Self.copied([("甲", own + others.dropLast()), ("乙", own + others.dropLast())]).isEmpty)
        let written = others.map { ($0.0, "123") }
        #expect(try Self.copied([("甲", own + others), ("乙", own + written)]).count == 2)
    }

    static func copied(_ consortia: [(id: String, figures: [(String, String)])]) throws -> [CredibilitySignal] {
        let edition = try Edition.trial.get()
        let panels = try consortia.map { try panel([2024: $0.figures]) }
        let table = FigureTable(count: panels.count, edition: edition, year: 2025)
        for (row, panel) in panels.enumerated() { table.add(row, panel) }
        let groups = CopiedFigures.groups(in: table, consortia: consortia.map(\.id), edition: edition)
        return groups.flatMap { group in
            group.parties.indices.flatMap { place in
                let row = consortia.firstIndex { $0.id == group.parties[place] } ?? 0
                return CopiedFigures.signals(of: group, at: place, panel: panels[row], edition: edition)
            }
        }
    }

    // MARK: - Weak signals

    typealias Figures = [Int: [(String, String)]]

    static let slips: [(figures: Figures, kinds: [CredibilitySignal.Kind])] = [
        // Money ten times the year before, or a tenth of it; counts grow as they like.
        ([2024: [("6.1.2", "100")], 2025: [("6.1.2", "1000")]], [.tenfoldJump]),
        ([2024: [("6.1.2", "100")], 2025: [("6.1.2", "999.9")]], []),
        ([2024: [("6.1.2", "0")], 2025: [("6.1.2", "999")]], []),
        ([2024: [("6.1.2", "1000")], 2025: [("6.1.2", "100")]], [.tenfoldJump]),
        ([2024: [("6.1.2", "1000")], 2025: [("6.1.2", "100.1")]], []),
        // A fraction where a percentage is asked for.
        ([2024: [("12.1.1", "93")], 2025: [("12.1.1", "0.93")]], [.fractionForPercent]),
        ([2024: [("11.2.5", "0.5")], 2025: [("11.2.5", "0.4")]], []),
        ([2024: [("9.1.1", "10")], 2025: [("9.1.1", "1000")]], []),
        // A part above its whole.
        ([2025: [("8.2.3", "3"), ("8.2.2", "2")]], [.partExceedsWhole]),
        ([2025: [("8.2.3", "2"), ("8.2.2", "2")]], []),
        // A running total that falls.
        ([2024: [("11.1.1", "50")], 2025: [("11.1.1", "49")]], [.fallingCumulative]),
        ([2024: [("11.1.1", "50")], 2025: [("11.1.1", "50")]], []),
        ([2023: [("11.1.1", "50")], 2025: [("11.1.1", "49")]], []),
        // Three years to the digit; short figures stay by chance.
        ([2023: [("9.1.1", "123")], 2024: [("9.1.1", "123")], 2025: [("9.1.1", "123.0")]], [.frozenFigures]),
        ([2023: [("9.1.1", "12")], 2024: [("9.1.1", "12")], 2025: [("9.1.1", "12")]], []),
        ([2024: [("9.1.1", "123")], 2025: [("9.1.1", "123")]], []),
    ]

    @Test(arguments: slips.indices)
    func `slips are noticed`(index: Int) throws {
        let (figures, kinds) = Self.slips[index]
        let signals = WeakSignals.signals(
            of: try Self.panel(figures), consortium: "甲", edition: try Edition.trial.get(), year: 2025)
        #expect(signals.map(\.kind) == kinds)
        #expect(signals.allSatisfy { $0.grade == .weak && $0.consortium == "甲" })
    }

    /// A panel of 2022–2025 with these figures, by year.
    static func panel(_ figures: Figures) throws -> Panel {
        let edition = try Edition.trial.get()
        var builder = PanelBuilder(
            layout: PanelLayout(firstYear: 2022, yearCount: 4, indicatorCount: edition.indicators.count),
            indicators: edition.indicators)
        for (year, figures) in figures {
            for (code, text) in figures {
                builder.observe(
                    indicator: try Indicator.trial(code).ordinal, year: ReportingYear(year), basis: .actual,
                    value: .number(try #require(Decimal128(text))),
                    locator: SourceLocator(part: 1, row: 1, column: 1))
            }
        }
        return builder.build()
    }
}

extension CredibilityTests {
    // MARK: - Groups, ids, effect

    @Test func `three that copied from each other are one group with one id`() throws {
        let points = try Edition.trial.get().indicators.filter { $0.kind == .count && $0.code.component == nil }
            .prefix(12).map { ($0.code.text, "123") }
        let signals = try Self.copied([("丙", points), ("甲", points), ("乙", points), ("丁", [("9.1.1", "7")])])
        #expect(signals.map(\.consortium).sorted() == ["丙", "乙", "甲"])
        #expect(Set(signals.map(\.id)).count == 1)
        #expect(signals.allSatisfy { $0.parties == ["丙", "甲", "乙"] })
        // The own cells, then those of each of the others.
        #expect(signals.allSatisfy { $0.because.count == 36 && $0.because[12].party != nil })
    }

    @Test func `an id is the same in every year, and another for other cells`() throws {
        let source = CellSource(file: "观测点.csv", sha256: "", sheet: nil, row: 2, column: 6)
        func ids(_ points: [String], year: ReportingYear) throws -> Set<String> {
            let uses = try zip(["甲", "乙"], points).map { consortium, point in
                EvidenceUse(
                    hash: String(repeating: "a", count: 64), consortium: consortium,
                    indicator: try Indicator.trial(point).ordinal, year: 2024, source: source)
            }
            return Set(try Self.reused(uses, year: year).map(\.id))
        }
        let id = try ids(["1.1.1", "1.1.1"], year: 2024)
        #expect(id.count == 1 && id.first?.count == 16)
        #expect(try ids(["1.1.1", "1.1.1"], year: 2025) == id)
        #expect(try ids(["1.1.1", "1.1.2"], year: 2025) != id)
    }

    /// A shortfall told away is a matter of 16.3; students of a point that no clause looks at change nothing.
    @Test(arguments: [("6.1.2", "150", CredibilitySignal.Grade.strong), ("8.1.3", "250", .weak)])
    func `a restatement is strong where it changes an outcome`(
        point: String, before: String, grade: CredibilitySignal.Grade
    ) throws {
        let rules = try RuleBook.trial.get()
        let panel = try Self.panel([
            2024: [("6.1.2", "200"), ("6.1.4", "200"), ("6.1.6", "0"), ("6.1.8", "0"), ("8.1.3", "200")]
        ])
        let source = CellSource(file: "观测点.csv", sha256: "", sheet: nil, row: 2, column: 5)
        let input = AssessmentInput(
            consortia: [.example("甲")], panels: ["甲": panel], registers: Registers(),
            restatements: [
                Restatement(
                    consortium: "甲", indicator: try Indicator.trial(point).ordinal, year: 2024,
                    before: try #require(Decimal128(before)), after: 200, reason: nil, beforeSource: source,
                    afterSource: source)
            ])
        let assessment = try #require(Assessor(rules: rules, year: 2025).assess(input).first)
        let signal = try #require(assessment.signals.first { $0.kind == .unexplainedRestatement })
        #expect(signal.grade == grade)
        #expect(signal.affects == (grade == .strong ? ["16.2", "16.3"] : []))
        let falsification = assessment.clauses.first { $0.clause.code == "16.2" }
        #expect(falsification?.outcome == (grade == .strong ? .suspected : .undetermined))
    }

    /// A shortfall of 2024 told away, by one that the register names twice: it counts from its first designation, though
    /// its last entry tells of a later one. Where a correction or the authority's word stands instead, nothing changed.
    @Test(arguments: [("200", true, CredibilitySignal.Grade.strong), ("150", true, .weak), ("200", false, .weak)])
    func `a restatement is weighed against what stands now, by all that is known of its consortium`(
        standing: String, counts: Bool, grade: CredibilitySignal.Grade
    ) throws {
        func entry(from: String?, levelOn: String) -> Consortium {
            Consortium(
                id: "甲", name: "甲", kind: .municipal, province: "430000", prefecture: "430100", park: "",
                parkLevel: "", leadSchool: "", leadEnterprise: "", cohort: "", stage: "培育",
                designatedOn: CalendarDate("2022-06-30"), validFrom: from.flatMap { CalendarDate($0) },
                level: .national, levelOn: CalendarDate(levelOn))
        }
        let source = CellSource(file: "观测点.csv", sha256: "", sheet: nil, row: 2, column: 5)
        let input = AssessmentInput(
            consortia: [
                entry(from: nil, levelOn: "2022-06-30"), entry(from: "2024-01-01", levelOn: "2024-10-12"),
            ],
            panels: [
                "甲": try Self.panel([
                    2024: [("6.1.2", standing), ("6.1.4", "200"), ("6.1.6", "0"), ("6.1.8", "0")]
                ])
            ], registers: Registers(),
            restatements: [
                Restatement(
                    consortium: "甲", indicator: try Indicator.trial("6.1.2").ordinal, year: 2024, before: 150,
                    after: 200, reason: nil, beforeSource: source, afterSource: source, counts: counts)
            ])
        let assessment = try #require(Assessor(rules: try RuleBook.trial.get(), year: 2025).assess(input).first)
        #expect(assessment.signals.first { $0.kind == .unexplainedRestatement }?.grade == grade)
    }

    @Test func `what one party's determination says of a signal holds for the other`() throws {
        let rules = try RuleBook.trial.get()
        let points = rules.edition.indicators.filter { $0.kind == .count && $0.code.component == nil }
            .prefix(12).map { ($0.code.text, "123") }
        let panel = try Self.panel([2024: points])
        var registers = Registers()
        registers.incidentCoverage.add("", until: try #require(CalendarDate(year: 2026, month: 1, day: 1)))
        var input = AssessmentInput(
            consortia: [.example("甲"), .example("乙")], panels: ["甲": panel, "乙": panel], registers: registers)
        func outcomes() -> [ClauseOutcome?] {
            Assessor(rules: rules, year: 2025).assess(input).map {
                $0.clauses.first { $0.clause.code == "16.2" }?.outcome
            }
        }
        #expect(outcomes() == [.suspected, .suspected])
        let id = try #require(
            Assessor(rules: rules, year: 2025).assess(input).first?.signals.first { $0.grade == .strong }?.id)
        input.registers.determinations = [
            Determination(
                consortium: "甲", clause: "16.2", year: 2025, decision: .dismiss, by: "部级专家",
                on: CalendarDate(year: 2026, month: 4, day: 1), ground: "同一集团报送", evidence: nil, subject: id,
                source: CellSource(file: "认定.csv", sha256: "", sheet: nil, row: 2, column: 1))
        ]
        #expect(outcomes() == [.clear, .clear])
    }

    /// A statement signed on 20 February 2024 that nothing grave had happened in three years.
    @Test(arguments: [
        ("2023-05-10", IncidentDomain.safety, IncidentSeverity.major, IncidentStatus.confirmed, true),
        ("2021-02-20", .enrolment, .critical, .confirmed, true), ("2021-02-19", .safety, .major, .confirmed, false),
        ("2024-02-20", .safety, .major, .confirmed, false), ("2023-05-10", .other, .major, .confirmed, false),
        ("2023-05-10", .safety, .serious, .confirmed, false), ("2023-05-10", .safety, .major, .reported, false),
        ("2023-05-10", .safety, .major, .dismissed, false),
    ])
    func `a statement that a confirmed incident contradicts is suspected until a person decides on it`(
        day: String, domain: IncidentDomain, severity: IncidentSeverity, status: IncidentStatus, isFalse: Bool
    ) throws {
        let source = CellSource(file: "推荐书.docx", sha256: "", sheet: "表3", row: 1, column: 1)
        func statement(by: String) throws -> RegisterEntry {
            SignedStatement(
                form: "f", formTitle: "推荐书", id: "s", title: "声明", text: "未发生过。", isChanged: false, by: by,
                on: CalendarDate("2024-02-20"), isSealed: false,
                denial: SignedStatement.Denial(
                    since: try #require(CalendarDate("2021-02-20")), domains: [.enrolment, .employment, .safety],
                    severities: [.major, .critical])
            ).entry(of: "甲", source: source)
        }
        var registers = Registers()
        registers.incidentCoverage.add("", until: try #require(CalendarDate("2026-01-01")))
        registers.incidents = [
            Incident(
                id: "E1", consortium: "甲", occurredOn: CalendarDate(day), domain: domain, severity: severity,
                hasAdverseImpact: false, status: status, evidence: nil, source: source)
        ]
        var input = AssessmentInput(
            consortia: [.example("甲")], panels: [:], registers: registers, statements: [try statement(by: "甲某")])
        func falsification(_ year: ReportingYear) throws -> ClauseCheck? {
            let rules = try RuleBook.trial.get()
            return Assessor(rules: rules, year: year).assess(input).first?.clauses.first { $0.clause.code == "16.2" }
        }
        #expect(try falsification(2025)?.outcome == (isFalse ? .suspected : .clear))
        #expect(try falsification(2023)?.outcome == .clear)
        guard isFalse else { return }
        let check = try #require(try falsification(2025))
        #expect(check.because.map(\.title).suffix(2) == ["申报材料 声明", "事件登记 E1"])
        #expect(check.because.map(\.value).contains("“未发生过。”（甲某2024年2月20日签署）"))
        let signal = try #require(
            Assessor(rules: try RuleBook.trial.get(), year: 2025).assess(input).first?.signals.first)
        #expect(
            signal.text
                == "甲某2024年2月20日签署的《推荐书》声明“未发生过。”，主管部门登记的事件 E1（\(CalendarDate.inChinese(day))，\(domain.title)，\(severity.title)）已查实，"
                + "声明是否属实须由主管部门核实")
        input.registers.determinations = [
            Determination(
                consortium: "甲", clause: "16.2", year: 2025, decision: .dismiss, by: "部级专家",
                on: CalendarDate("2026-04-01"), ground: "签署时尚未立案", evidence: nil, subject: signal.id, source: source)
        ]
        #expect(try falsification(2025)?.outcome == .clear)
    }
}
