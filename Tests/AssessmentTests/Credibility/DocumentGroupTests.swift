import History
import Standards
import Testing

@testable import Assessment

/// Documents that several use, which others join later: what was determined before stays with those it was about.
@Suite("Groups of one document")
struct DocumentGroupTests {
    /// A party, the year that it uses the document for, and the part of a file that told of it, in the order of receipt.
    typealias Use = (party: String, year: Int, part: Int)

    private let edition: Edition

    init() throws {
        edition = try Edition.trial.get()
    }

    private func uses(_ uses: [Use]) throws -> [EvidenceUse] {
        try uses.map { use in
            EvidenceUse(
                hash: String(repeating: "a", count: 64), consortium: use.party,
                indicator: try Indicator.trial("1.1.1").ordinal, year: ReportingYear(use.year),
                source: CellSource(file: "观测点.csv", sha256: "", sheet: nil, row: 2, column: 6), part: use.part)
        }
    }

    private func group(_ uses: [Use], decided: [String: Set<String>] = [:]) throws -> DocumentGroup {
        try #require(DocumentGroup(self.uses(uses), edition: edition, subjects: decided))
    }

    private static let three: [Use] = [("甲", 2024, 1), ("乙", 2024, 2), ("丙", 2024, 3)]

    // MARK: - Ids

    @Test func `the id is of the uses, whatever their order`() throws {
        let ids = try [Self.three, Self.three.reversed()].map { try group($0).id }
        #expect(ids[0] == ids[1])
        #expect(try group(Self.three.map { ($0.party, $0.year, 9) }).id == ids[0])
    }

    @Test(
        arguments: [
            [("甲", 2024, 1), ("乙", 2024, 2)], [("甲", 2024, 1), ("乙", 2024, 2), ("丁", 2024, 3)],
            [("甲", 2024, 1), ("乙", 2024, 2), ("丙", 2023, 3)],
            [("甲", 2024, 1), ("乙", 2024, 2), ("丙", 2024, 3), ("丙", 2023, 3)],
        ] as [[Use]])
    func `another party, year or use is another matter`(uses: [Use]) throws {
        #expect(try group(uses).id != group(Self.three).id)
    }

    // MARK: - Parts

    @Test func `nobody's determination, no parts`() throws {
        #expect(try group(Self.three).parts.isEmpty)
        #expect(try group(Self.three, decided: ["甲": ["0000000000000000"]]).parts.isEmpty)
    }

    @Test(arguments: [["甲", "乙"], ["甲", "丙"], ["乙", "丙"]])
    func `a pair on which somebody determined is a part, whoever came first`(pair: [String]) throws {
        let id = try group(Self.three.filter { pair.contains($0.party) }).id
        let parts = try group(Self.three, decided: [pair[1]: [id]]).parts
        #expect(parts == [SignalPart(id: id, parties: pair.sorted())])
    }

    @Test func `a group is a part once another has joined it, and both it and a pair may be`() throws {
        let (pair, three) = (try group(Array(Self.three.prefix(2))).id, try group(Self.three).id)
        let four = Self.three + [("丁", 2025, 4)]
        let parts = try group(four, decided: ["甲": [three], "乙": [pair]]).parts
        #expect(Set(parts.map(\.id)) == [pair, three])
        #expect(Set(parts.map { $0.parties.count }) == [2, 3])
        // Who came between them was known when it was determined: then it was about another group.
        let between = [Self.three[0], Self.three[1], ("丁", 2025, 3), ("丙", 2024, 4)]
        #expect(try group(between, decided: ["甲": [three]]).parts.isEmpty)
    }

    @Test func `a part that its party uses for one more year is there no more`() throws {
        let pair = try group(Array(Self.three.prefix(2))).id
        #expect(try group(Self.three + [("乙", 2025, 4)], decided: ["甲": [pair]]).parts.isEmpty)
    }

    // MARK: - Years

    /// Used by two for 2024, by a third for 2023 and told of later: for the first two it counts from 2024 on, as before.
    @Test func `a part counts from the year on in which its own parties use it`() throws {
        let pair = try group(Array(Self.three.prefix(2))).id
        let grown = try group(
            [("甲", 2024, 1), ("乙", 2025, 2), ("丙", 2024, 3)],
            decided: ["甲": [try group([("甲", 2024, 1), ("乙", 2025, 2)]).id, pair]])
        let own = try #require(grown.parties.firstIndex(of: "甲"))
        func years(_ year: ReportingYear) -> [String] {
            EvidenceReuse.signals(of: grown, at: own, edition: edition, year: year).map {
                "\($0.wholeID == nil ? "whole" : "part") \($0.year)"
            }
        }
        #expect(years(2023).isEmpty)
        #expect(years(2024) == ["whole 2024"])
        #expect(years(2025) == ["whole 2024", "part 2025"])
    }

    /// Who joins in a later year leaves what was settled of the years before.
    @Test(arguments: [(2024, ["乙"]), (2025, ["丙", "乙"])] as [(Int, [String])])
    func `the peers of a year are those who use it by then`(year: Int, peers: [String]) throws {
        let grown = try group([("甲", 2024, 1), ("乙", 2024, 2), ("丙", 2025, 3)])
        let own = try #require(grown.parties.firstIndex(of: "甲"))
        let signal = try #require(
            EvidenceReuse.signals(of: grown, at: own, edition: edition, year: ReportingYear(year)).first)
        #expect(Set(signal.peers ?? []) == Set(peers))
    }
}
