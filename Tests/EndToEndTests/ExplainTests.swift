import Foundation
import TestSupport
import Testing

@Suite("Explanations")
struct ExplainTests {
    /// The whole of it: clause and document, the rule in words and in FEEL, each value with its cell, what would change it.
    @Test(arguments: [
        ("C002", "16.3", "triggered"), ("C021", "16.3", "undetermined"), ("C013", "16.4", "register-blank"),
        ("C016", "16.5", "dismissed"), ("C027", "16.2", "signal"),
    ])
    func `an explanation reads so`(consortium: String, clause: String, name: String) throws {
        let work = try Self.collected.get()
        let outcome = try work.command("explain", consortium, clause, "--year", "2025")
        try expectGolden(outcome.output, "explain-\(name).txt")
    }

    /// Every cell that an explanation names holds, in the file, what the explanation says.
    @Test func `cells are where they are said to be`() throws {
        let work = try Self.collected.get()
        let lines = try work.outcomes().split(separator: "\n")
        struct Line: Decodable {
            struct Fact: Decodable {
                let indicator: String?
                let year: Int?
                let value: String?
                let source: String?
            }
            let consortium: String
            let clause: String?
            let because: [Fact]?
        }
        let facts = try lines.map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
            .filter { $0.consortium == "C002" && $0.clause == "16.3" }.flatMap { $0.because ?? [] }
        #expect(facts.count == 12)
        for fact in facts {
            let source = try #require(fact.source)
            let place = try #require(source.firstMatch(of: try Regex(#"^(.+):([0-9]+):([0-9]+)@([0-9a-f]{8})$"#)))
            func part(_ index: Int) throws -> String { String(try #require(place.output[index].substring)) }
            // A plan counts as it was first told: the source is that of an earlier year.
            let file = try work.read("\(Workplace.submissions)/\(part(1))")
            #expect(try part(1).hasSuffix("湖南省/C002.csv"))
            let rows = file.split(separator: "\n", omittingEmptySubsequences: false)
            let cells = rows[try #require(Int(part(2))) - 1].split(separator: ",", omittingEmptySubsequences: false)
            #expect(cells[1] == fact.indicator ?? "")
            #expect(cells[2] == fact.year.map { "\($0)" } ?? "")
            // 260.0 and 260 are one amount.
            let cell = cells[try #require(Int(part(3))) - 1]
            #expect(Double(cell).map { $0 == Double(fact.value ?? "") } ?? (cell == fact.value ?? ""))
        }
    }

    /// What is missing is named also where it is no cell: a policy whose entry does not say whether it is in force.
    @Test func `an entry of a register that would decide is named`() throws {
        let line = try #require(
            try Self.collected.get().outcomes().split(separator: "\n").first {
                $0.contains(#""consortium":"C013""#) && $0.contains(#""clause":"16.4""#)
            })
        struct Check: Decodable {
            struct Entry: Decodable {
                let register: String?
                let id: String?
            }
            let wouldDecide: [Entry]
        }
        let check = try JSONDecoder().decode(Check.self, from: Data(line.utf8))
        #expect(check.wouldDecide.map(\.id) == ["P2025031"])
    }

    /// The sample, collected once for all of these.
    /// The page beside the overview shows the ministry's text; the one of a case marks what decided it.
    @Test func `the official texts are shown with what became of them, for all and for one case`() throws {
        let work = try Self.collected.get()
        try work.command("report", "--year", "2025", "--out", "pages")
        let all = try work.read("pages/norms.html")
        #expect(all.contains("连续两年没有按计划落实经费投入"))
        #expect(!all.contains("本结论的依据"))
        try work.command("rules", "coverage", "--consortium", "C002", "--year", "2025", "--html", "C002.html")
        let one = try work.read("C002.html")
        let mark = try Regex(#"<p class="norm [a-z ]* decides" id="construction-standard-trial-16\.([0-9])""#)
        let decided = one.matches(of: mark)
        #expect(decided.count == 1)
        #expect(decided.first?.output[1].substring == "3")
        let refused = try work.command("rules", "coverage", "--consortium", "C002", exits: 2)
        #expect(refused.errors.contains("--consortium、--year 和 --html 要一起用"))
    }

    private static let collected = Result {
        let work = try Workplace()
        try work.receiveSample()
        try work.collectInbox(exits: 3)
        return work
    }
}
