import FEEL
import History
import Standards
import Testing

@testable import Assessment

/// Consortia whose figures agree are groups, found without a look at every pair.
@Suite("Groups of copied figures")
struct FigureGroupTests {
    private let rules: RuleBook
    private let points: [String]

    init() throws {
        rules = try RuleBook.trial.get()
        points = rules.edition.indicators.filter { $0.kind == .count && $0.code.component == nil }.prefix(30)
            .map(\.code.text)
    }

    private var edition: Edition { rules.edition }

    // MARK: - The same as of all pairs

    /// Random figures of few values, so that many pairs nearly agree.
    @Test(arguments: 1...12)
    func `groups are what hangs together of all pairs`(seed: Int) throws {
        var random = SplitMix(seed: UInt64(seed))
        let values = [101, 102, 103, 104, 105, 106, 107].prefix(3 + seed % 5)
        let panels = try (0..<60).map { _ in
            let few = points.prefix(12 + seed).filter { _ in Int.random(in: 0..<4, using: &random) > 0 }
            return try CredibilityTests.panel([
                2024: few.map { ($0, "\(values.randomElement(using: &random) ?? 100)") }
            ])
        }
        let ids = panels.indices.map { "C\(100 + $0)" }
        let found = groups(panels, ids)
        let expected = pairwise(panels, ids)
        #expect(Set(found.map(\.parties)) == Set(expected))
        for group in found {
            for (place, agreements) in group.agreements.enumerated() {
                #expect(!agreements.isEmpty && agreements.count <= CredibilitySignal.othersNamed)
                for agreement in agreements {
                    let own = panels[ids.firstIndex(of: group.parties[place]) ?? 0]
                    let other = panels[ids.firstIndex(of: group.parties[agreement.other]) ?? 0]
                    #expect(agreement.indicators.count == common(own, other) && common(own, other) >= 10)
                }
            }
        }
    }

    private func groups(
        _ panels: [Panel], _ ids: [String], subjects: [String: Set<String>] = [:]
    ) -> [FigureGroup] {
        let table = FigureTable(count: panels.count, edition: edition, year: 2025)
        for (row, panel) in panels.enumerated() { table.add(row, panel) }
        return CopiedFigures.groups(in: table, consortia: ids, edition: edition, subjects: subjects)
    }

    private func common(_ one: Panel, _ other: Panel) -> Int {
        edition.indicators.count { indicator in
            guard case .number(let a) = one.value(indicator.ordinal, 2024),
                case .number(let b) = other.value(indicator.ordinal, 2024)
            else { return false }
            return a == b
        }
    }

    /// Of every pair that agrees on ten points, what hangs together.
    private func pairwise(_ panels: [Panel], _ ids: [String]) -> [[String]] {
        var group = Array(panels.indices)
        for one in panels.indices {
            for other in panels.indices where other > one && common(panels[one], panels[other]) >= 10 {
                let (from, to) = (group[other], group[one])
                for place in group.indices where group[place] == from { group[place] = to }
            }
        }
        return Dictionary(grouping: panels.indices, by: { group[$0] }).values.filter { $0.count > 1 }
            .map { $0.sorted().map { ids[$0] } }
    }

    // MARK: - Many

    @Test func `two thousand that agree are one signal, which names three of the others and counts them`() throws {
        let panel = try CredibilityTests.panel([2024: points.prefix(12).map { ($0, "123") }])
        let ids = (0..<2000).map { "C\(10_000 + $0)" }
        let found = groups(ids.map { _ in panel }, ids)
        let group = try #require(found.first)
        #expect(found.count == 1 && group.parties == ids)
        let signal = try #require(
            CopiedFigures.signals(of: group, at: 1999, panel: panel, edition: edition).first)
        #expect(signal.text == "2024年有12个观测点的数与 C10000、C10001、C10002 完全相同，同组共2000家")
        #expect(signal.because.count == 12 * 4)
    }

    @Test func `a document that two thousand use is one signal`() throws {
        let source = CellSource(file: "观测点.csv", sha256: "", sheet: nil, row: 2, column: 6)
        let uses = try (0..<2000).map {
            EvidenceUse(
                hash: String(repeating: "a", count: 64), consortium: "C\(10_000 + $0)",
                indicator: try Indicator.trial("1.1.1").ordinal, year: 2024, source: source)
        }
        let group = try #require(DocumentGroup(uses, edition: edition, subjects: [:]))
        let signal = try #require(
            EvidenceReuse.signals(of: group, at: 0, edition: edition, year: 2025).first)
        #expect(signal.text == "同一份佐证材料（SHA-256 aaaaaaaa…）也被 C10001、C10002、C10003 等1999家使用")
        #expect(signal.because.count == 4)
    }

    /// It counts from the year on in which a consortium and another have used it, whoever joins them later.
    @Test func `who joins later delays nothing for those before`() throws {
        let uses = try [("甲", 2023), ("乙", 2023), ("丙", 2025)].map { consortium, year in
            EvidenceUse(
                hash: String(repeating: "a", count: 64), consortium: consortium,
                indicator: try Indicator.trial("1.1.1").ordinal, year: ReportingYear(year),
                source: CellSource(file: "观测点.csv", sha256: "", sheet: nil, row: 2, column: 6))
        }
        let group = try #require(DocumentGroup(uses, edition: edition, subjects: [:]))
        let years = group.parties.indices.flatMap {
            EvidenceReuse.signals(of: group, at: $0, edition: edition, year: 2025)
        }.map { "\($0.consortium) \($0.year)" }
        #expect(Set(years) == ["甲 2023", "乙 2023", "丙 2025"])
    }

    // MARK: - What was determined of some of them

    /// Of 甲, 乙, 丙 with the same figures, 丙 having come last: what 16.2 comes to.
    private static let decided: [(steps: [(DeterminationDecision, [String])], outcomes: [ClauseOutcome])] = [
        ([], [.suspected, .suspected, .suspected]),
        ([(.dismiss, ["甲", "乙", "丙"])], [.clear, .clear, .clear]),
        ([(.confirm, ["甲", "乙", "丙"])], [.triggered, .triggered, .triggered]),
        // What was decided of two stays for the two; the third is another matter, also between it and them.
        ([(.dismiss, ["甲", "乙"])], [.suspected, .suspected, .suspected]),
        ([(.confirm, ["甲", "乙"])], [.triggered, .triggered, .suspected]),
        // Where every pair that one is of is settled, it is settled for that one.
        ([(.dismiss, ["甲", "乙"]), (.dismiss, ["甲", "丙"])], [.clear, .suspected, .suspected]),
        (
            [(.dismiss, ["甲", "乙"]), (.dismiss, ["甲", "丙"]), (.dismiss, ["乙", "丙"])],
            [.clear, .clear, .clear]
        ),
        ([(.dismiss, ["甲", "乙", "丙"]), (.confirm, ["甲", "乙"])], [.triggered, .triggered, .clear]),
    ]

    @Test(arguments: decided.indices)
    func `a determination on a pair of a group holds for the pair`(index: Int) throws {
        let (steps, expected) = Self.decided[index]
        var input = try input(["甲", "乙", "丙"])
        input.registers.determinations = try steps.map { decision, parties in
            determination(decision, try id(of: parties), by: parties[0])
        }
        #expect(try outcomes(input) == ["甲": expected[0], "乙": expected[1], "丙": expected[2]])
    }

    @Test func `a determination on a group holds for those whom it was about when others join`() throws {
        let before = ["甲", "乙", "丙"]
        let decided = determination(.confirm, try id(of: before), by: "乙")
        var grown = try input(["丁"] + before, late: "丁")
        grown.registers.determinations = [decided]
        #expect(
            try outcomes(grown) == ["甲": .triggered, "乙": .triggered, "丙": .triggered, "丁": .suspected])
        grown.registers.determinations = [determination(.dismiss, try id(of: before), by: "乙")]
        #expect(try outcomes(grown).values.allSatisfy { $0 == .suspected })
        let part = try #require(
            Assessor(rules: rules, year: 2025).assess(grown).flatMap(\.signals).first {
                $0.wholeID != nil
            })
        #expect(part.text.hasSuffix("之间的这一疑点已有认定；同组现有4家，其余须另行认定（\(part.wholeID ?? "")）"))
    }

    /// 甲 agrees with 乙, 乙 with 丙, 甲 and 丙 with nobody else: they hang together by 乙.
    @Test(arguments: [
        (["甲", "乙"], [ClauseOutcome.clear, .suspected, .suspected]),
        (["乙", "丙"], [.suspected, .suspected, .clear]),
    ])
    func `in a chain, a dismissal settles it for who agrees with nobody else`(
        pair: [String], expected: [ClauseOutcome]
    ) throws {
        var chain = try input(["甲", "乙", "丙"], figures: ["甲": 0..<12, "乙": 0..<24, "丙": 12..<24])
        let alone = try input(pair, figures: ["甲": 0..<12, "乙": 0..<24, "丙": 12..<24])
        let subject = try #require(
            Assessor(rules: rules, year: 2025).assess(alone).first?.signals.first { $0.grade == .strong }?.id)
        chain.registers.determinations = [determination(.dismiss, subject, by: pair[0])]
        #expect(try outcomes(chain) == ["甲": expected[0], "乙": expected[1], "丙": expected[2]])
    }

    private func determination(_ decision: DeterminationDecision, _ subject: String, by consortium: String)
        -> Determination
    {
        Determination(
            consortium: consortium, clause: "16.2", year: 2025, decision: decision, by: "部级专家",
            on: CalendarDate("2026-04-01"), ground: "核查", evidence: nil, subject: subject,
            source: CellSource(file: "认定.csv", sha256: "", sheet: nil, row: 2, column: 1))
    }

    /// Consortia with the same figures, of the points that are given; those of `late` were read after all others'.
    private func input(
        _ ids: [String], late: String = "", figures: [String: Range<Int>] = [:]
    ) throws -> AssessmentInput {
        var registers = Registers()
        registers.incidentCoverage.add("", until: try #require(CalendarDate("2026-01-01")))
        let panels = try ids.map { id in
            var builder = PanelBuilder(
                layout: PanelLayout(firstYear: 2022, yearCount: 4, indicatorCount: edition.indicators.count),
                indicators: edition.indicators)
            for point in points[figures[id] ?? 0..<12] {
                builder.observe(
                    indicator: try Indicator.trial(point).ordinal, year: 2024, basis: .actual, value: .number(123),
                    locator: SourceLocator(part: id == late ? 2 : 1, row: 1, column: 1))
            }
            return (id, builder.build())
        }
        return AssessmentInput(
            consortia: ids.map { .example($0) }, panels: Dictionary(uniqueKeysWithValues: panels),
            registers: registers)
    }

    /// The signal between these alone.
    private func id(of ids: [String]) throws -> String {
        let assessment = Assessor(rules: rules, year: 2025).assess(try input(ids)).first
        return try #require(assessment?.signals.first { $0.grade == .strong }?.id)
    }

    private func outcomes(_ input: AssessmentInput) throws -> [String: ClauseOutcome] {
        let found = Assessor(rules: rules, year: 2025).assess(input).map { assessment in
            (
                assessment.consortium.id,
                assessment.clauses.first { $0.clause.code == "16.2" }?.outcome ?? .notApplicable
            )
        }
        return Dictionary(uniqueKeysWithValues: found)
    }
}
