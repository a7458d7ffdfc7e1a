import Assessment
import Foundation
import Reports
import Standards
import TestSupport
import Testing

@Suite struct NDJSONWriterTests {
    private let writer = NDJSONWriter(edition: Sample.edition)

    private var text: String {
        let assessments = Sample.all.sorted { $0.consortium.id < $1.consortium.id }
        return String(decoding: assessments.flatMap(writer.lines(of:)), as: UTF8.self)
    }

    @Test func `lines are those of the contract`() throws {
        try expectGolden(text, "assessments.ndjson")
    }

    @Test func `each line is JSON`() throws {
        for line in text.split(separator: "\n") {
            #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(line.utf8)) }
        }
    }

    @Test func `lines are sorted by consortium, type, and number of clause or indicator`() throws {
        let keys = try text.split(separator: "\n").map { line in
            let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            return [object["consortium"], object["type"], object["clause"] ?? object["indicator"]]
                .map { $0 as? String ?? "" }
        }
        #expect(keys.map { $0[0] } == keys.map { $0[0] }.sorted())
        let worst = keys.filter { $0[0] == "C001" }
        #expect(
            worst.filter { $0[1] == "check" }.map { $0[2] } == [
                "2.1.1", "2.1.2", "2.3.1", "6.1.1", "6.1.2", "6.1.4", "9.1.5", "10.1.1", "16.1", "16.2", "16.3", "16.4",
                "16.5", "16.6", "2023-15.3",
            ])
        #expect(
            worst.filter { $0[1] == "trend" }.map { $0[2] } == [
                "2.1.2/总产值", "2.1.2/省内排名", "2.3.1", "6.1.2", "6.1.4", "9.1.5", "10.1.1",
            ])
        #expect(worst.last?[1] == "verdict")
    }

    @Test func `hostile names stay inside their strings`() throws {
        let id = "C\"1\\\n\u{1}\u{7f}</script>"
        let assessment = Sample.assessment(id, "名称", verdict: ("pass", 4, "建议\"通过\"\t"))
        let lines = String(decoding: writer.lines(of: assessment), as: UTF8.self).split(separator: "\n")
        #expect(lines.count == 7)
        for line in lines {
            let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            #expect(object["consortium"] as? String == id)
        }
    }

    @Test(arguments: [
        Sample.source(31), Sample.source(1, 703),
        CellSource(file: "数据\"一\".csv", sha256: Sample.digest, sheet: nil, row: 31, column: 6),
        CellSource(file: "a.xlsx", sha256: "", sheet: "表\\一", row: 1, column: 1),
    ])
    func `a source reads as its description does`(source: CellSource) throws {
        let evidence = Evidence(
            subject: .entry(register: .policies, id: "P1", year: nil), value: nil, status: .reported, source: source)
        let check = Sample.check("16.4", .clear, "", because: [evidence])
        let assessment = Sample.worst.replacing(clauses: [check])
        let line = try #require(
            String(decoding: writer.lines(of: assessment), as: UTF8.self).split(separator: "\n")
                .first { $0.contains(#""clause":"16.4""#) })
        let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        let because = try #require(object["because"] as? [[String: Any]])
        #expect(because.first?["source"] as? String == source.description)
    }
}

extension ConsortiumAssessment {
    func replacing(clauses: [ClauseCheck]) -> ConsortiumAssessment {
        ConsortiumAssessment(
            consortium: consortium, year: year, panel: panel, clauses: clauses, acceptance: acceptance, trends: trends,
            signals: signals, verdict: verdict)
    }
}
