import FEEL
import Standards
import Testing

@testable import Collection

/// Plans of funds beside their totals, and beside what was received.
struct PlanTests {
    private typealias Known = [String: ObservedValue]

    private func findings(_ rows: [String], _ known: Known? = nil) throws -> [Finding] {
        let text = (["consortium,indicator,year,basis,value"] + rows.map { "C1,\($0)" }).joined(separator: "\n")
        let lookUp: ((ObservationKey) -> ObservedValue?)? = known.map { known in
            { known["\($0.indicator),\($0.year)"] }
        }
        let kinds = Set(FindingKind.plans.map(\.id))
        return try Validation(edition: Edition.trial.get()).findings(
            of: Submission.lines(text), isRegistered: { _ in true }, prior: lookUp
        ).filter { kinds.contains($0.kind.id) }
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let rows: [String]
        let marks: [String]

        init(_ name: String, _ rows: [String], _ marks: [String] = []) {
            (self.name, self.rows, self.marks) = (name, rows, marks)
        }

        var testDescription: String { name }
    }

    static let totals = [
        Case(
            "the total typed as a year's plan", ["6.1.4,2025,实际,600", "6.1.4/三年总额,2025,实际,600"],
            ["plan-equals-total 2:5"]),
        Case(
            "of the other fund", ["6.1.8,2025,实际,90", "6.1.8/三年总额,2025,实际,90"], ["plan-equals-total 2:5"]),
        Case("one fund's plan, the other's total", ["6.1.4,2025,实际,600", "6.1.8/三年总额,2025,实际,600"]),
        Case("nothing planned at all", ["6.1.4,2025,实际,0", "6.1.4/三年总额,2025,实际,0"]),
        Case("one year of three", ["6.1.4,2025,实际,200", "6.1.4/三年总额,2025,实际,600"]),
        Case(
            "more in a year than in all", ["6.1.4,2025,实际,700", "6.1.4/三年总额,2025,实际,600"],
            ["plan-total-differs 2:5"]),
        Case(
            "three years that add up",
            [
                "6.1.4,2024,实际,100", "6.1.4,2025,实际,200", "6.1.4,2026,承诺,300", "6.1.4/三年总额,2025,实际,600",
            ]),
        Case(
            "three years that do not",
            [
                "6.1.4,2024,实际,100", "6.1.4,2025,实际,200", "6.1.4,2026,承诺,250", "6.1.4/三年总额,2025,实际,600",
            ], ["plan-total-differs 3:5"]),
        Case(
            "three of four years that add up",
            [
                "6.1.4,2023,实际,90", "6.1.4,2024,实际,100", "6.1.4,2025,实际,200", "6.1.4,2026,承诺,300",
                "6.1.4/三年总额,2025,实际,600",
            ]),
        Case("a gap", ["6.1.4,2023,实际,90", "6.1.4,2025,实际,200", "6.1.4/三年总额,2025,实际,600"]),
    ]

    @Test(arguments: totals)
    func `a plan beside its total`(_ found: Case) throws {
        #expect(try findings(found.rows).map(\.mark) == found.marks)
    }

    @Test func `what differs is said with its years`() throws {
        let rows = ["6.1.4,2024,实际,100", "6.1.4,2025,实际,200", "6.1.4,2026,承诺,250", "6.1.4/三年总额,2025,实际,600"]
        #expect(
            try findings(rows).map(\.text) == [
                "2024至2026年的计划合计550万元，与6.1.4/三年总额 专项经费三年计划投入总额（万元）的600万元不符。"
                    + "请核对；属实的，请在“说明”一列写明。"
            ])
        #expect(
            try findings(["6.1.4,2025,实际,600", "6.1.4/三年总额,2025,实际,600"]).map(\.text) == [
                "当年计划为600万元，与6.1.4/三年总额 专项经费三年计划投入总额（万元）相同。"
                    + "请核对是否把3年的总额填作一年的计划；属实的，请在“说明”一列写明。"
            ])
    }

    @Test func `a total is held against what was known of the plan, and the other way round`() throws {
        #expect(
            try findings(["6.1.4/三年总额,2025,实际,600", "9.1.1,2025,实际,1"], ["6.1.4,2025": .number(600)]).map(\.mark)
                == ["plan-equals-total 2:5"])
        #expect(
            try findings(["6.1.4,2025,实际,600"], ["6.1.4/三年总额,2025": .number(600)]).map(\.mark)
                == ["plan-equals-total 2:5"])
    }

    static let late: [(rows: [String], known: [String: ObservedValue]?, marks: [String])] = [
        // Told together, by somebody of whom nothing was known, or of whom something else was.
        (["6.1.2,2025,实际,90", "6.1.4,2025,实际,100"], nil, ["plan-late 3:5"]),
        (["6.1.2,2025,实际,90", "6.1.4,2025,实际,100"], ["9.1.1,2025": .number(1)], ["plan-late 3:5"]),
        (["6.1.2,2025,实际,0", "6.1.4,2025,实际,0"], nil, ["plan-late 3:5"]),
        // Even later.
        (["6.1.4,2025,实际,100"], ["6.1.2,2025": .number(90)], ["plan-late 2:5"]),
        // Told before.
        (["6.1.2,2025,实际,90", "6.1.4,2025,实际,100"], ["6.1.4,2025": .number(100)], []),
        (["6.1.2,2025,实际,90"], ["6.1.4,2025": .number(100)], []),
        // A plan for a year of which nothing was received yet.
        (["6.1.2,2025,实际,90", "6.1.4,2026,实际,100", "6.1.4,2025,实际,"], nil, []),
        (["6.1.6,2025,实际,90", "6.1.4,2025,实际,100"], nil, []),
        // Both years of a fund in one.
        (
            ["6.1.2,2024,实际,90", "6.1.4,2024,实际,100", "6.1.2,2025,实际,90", "6.1.4,2025,实际,100"], nil,
            ["plan-late 5:5"]
        ),
    ]

    @Test(arguments: late.indices)
    func `a plan first told with its receipts`(index: Int) throws {
        let (rows, known, marks) = Self.late[index]
        #expect(try findings(rows, known).map(\.mark) == marks)
        if rows.count == 4 { #expect(try findings(rows, known)[0].text.hasPrefix("2024、2025年的计划此前没有报送")) }
    }

    /// Receipts and plans of two funds and two years, known to be told before.
    private func above(_ receipts: [Int], plan: Int = 100) throws -> [Finding] {
        let cells = [("6.1.2", 2024), ("6.1.2", 2025), ("6.1.6", 2024), ("6.1.6", 2025)]
        var known: Known = [:]
        for (cell, _) in zip(cells, receipts) {
            known["\(cell.0 == "6.1.2" ? "6.1.4" : "6.1.8"),\(cell.1)"] = .number(Decimal128(plan))
        }
        return try findings(zip(cells, receipts).map { "\($0.0),\($0.1),实际,\($1)" }, known)
    }

    @Test func `receipts above their plans in every row`() throws {
        #expect(try above([110, 101, 120, 130]).map(\.mark) == ["receipts-above-plan 5:5"])
        #expect(
            try above([110, 101, 120, 130])[0].text.hasPrefix(
                "所报4项（6.1.2 2024年、6.1.2 2025年、6.1.6 2024年、6.1.6 2025年）的到位数都大于计划数。"))
        #expect(try above([110, 100, 120, 130]).isEmpty)
        #expect(try above([110, 101, 120]).isEmpty)
        #expect(try above([0, 0, 0, 0], plan: 0).isEmpty)
    }
}
