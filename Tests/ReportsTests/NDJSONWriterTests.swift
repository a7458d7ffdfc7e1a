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
        let assessment = Sample.assessment(id, "名称", verdict: "pass", title: "建议\"通过\"\t")
        let lines = String(decoding: writer.lines(of: assessment), as: UTF8.self).split(separator: "\n")
        #expect(lines.count == 7)
        for line in lines {
            let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            #expect(object["consortium"] as? String == id)
        }
    }

    @Test func `what people wrote comes back as they wrote it`() throws {
        let lines = try objects(of: Sample.hostileAssessment)
        #expect(lines.allSatisfy { $0["consortium"] as? String == Sample.hostile("id") })
        let check = try #require(lines.first { $0["clause"] as? String == "16.3" })
        #expect(check["text"] as? String == Sample.hostile("clauseText"))
        #expect((check["protect"] as? [String: Any])?["text"] as? String == Sample.hostile("protection"))
        #expect(check["case"] as? String == "sample-standard/\(Sample.hostile("id"))/16.3/2025")
        let because = try #require(check["because"] as? [[String: Any]])
        #expect(because[0]["id"] as? String == Sample.hostile("entry"))
        #expect(because[0]["value"] as? String == Sample.hostile("value"))
        #expect((because[0]["source"] as? String)?.hasPrefix(Sample.hostile("sheet")) == true)
        #expect(lines.last?["text"] as? String == Sample.hostile("verdictText"))
        #expect(lines.last?["openCases"] as? [String] == ["sample-standard/\(Sample.hostile("id"))/16.3/2025"])
    }

    @Test func `the keys of each line stand in the order of the contract`() throws {
        let head = ["type", "edition"]
        let evidence = ["text", "because", "wouldDecide"]
        let check = head + ["list", "consortium", "year", "clause", "outcome"]
        let changes = ["remedy", "protect", "case"]
        let lines = Set(text.split(separator: "\n").map { keys(of: String($0)) })
        #expect(
            lines == [
                check + evidence, check + evidence + changes, check + ["pending"] + evidence + changes,
                check + ["waived"] + evidence + changes,
                head + [
                    "consortium", "year", "indicator", "n", "yoy", "cagr", "olsSlope", "senSlope", "mannKendallS",
                    "mannKendallP", "direction", "percentile",
                ],
                head + ["consortium", "year", "standing", "verdict", "row", "text", "completeness", "openCases"],
            ])
    }

    @Test func `what is pending, what protects and which case is raised stand beside the outcome`() throws {
        let worst = try objects(of: Sample.worst)
        func check(_ clause: String) throws -> [String: Any] {
            try #require(worst.first { $0["clause"] as? String == clause })
        }
        #expect(try check("16.2")["pending"] as? String == "triggered")
        #expect(try check("16.2")["outcome"] as? String == "suspected")
        #expect(try check("16.3")["case"] as? String == "sample-standard/C001/16.3/2025")
        let remedy = try #require(try check("16.3")["remedy"] as? [String: Any])
        #expect(remedy["year"] as? Int == 2025)
        #expect(remedy["amount"] as? String == "80")
        #expect(remedy["unit"] as? String == "万元")
        let protection = try #require(try check("16.4")["protect"] as? [String: Any])
        #expect(protection["year"] as? Int == 2026)
        #expect(protection["by"] as? String == "2026-12-31")
        #expect(try check("16.4")["case"] is NSNull)
        #expect(try check("16.6")["waived"] as? Bool == true)
        #expect(
            worst.last?["openCases"] as? [String] == [
                "sample-standard/C001/16.3/2025", "sample-standard/C001/16.4/2024",
            ])
        #expect(worst.last?["standing"] as? String == "培育")

        let kept = try objects(of: Sample.kept)
        #expect(kept[1]["outcome"] as? String == "clear")
        #expect(kept[1]["pending"] as? String == "warning")
        #expect(kept[2]["outcome"] as? String == "notApplicable")
        #expect(kept.last?["standing"] as? String == "通过验收")
    }

    @Test func `a single line is the one of all lines`() {
        let lines = text.split(separator: "\n").map(String.init)
        for check in Sample.worst.clauses { #expect(lines.contains(writer.line(check, of: Sample.worst))) }
        #expect(lines.contains(writer.verdictLine(Sample.worst)))
    }

    private func objects(of assessment: ConsortiumAssessment) throws -> [[String: Any]] {
        try String(decoding: writer.lines(of: assessment), as: UTF8.self).split(separator: "\n").map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
    }

    /// The keys of the object itself, not of what it holds, in their order.
    private func keys(of line: String) -> [String] {
        var keys: [String] = []
        var depth = 0
        var text = line[...]
        while let character = text.first {
            if character == "\"", let match = text.prefixMatch(of: #/"((?:[^"\\]|\\.)*)"(:?)/#) {
                if depth == 1, !match.2.isEmpty { keys.append(String(match.1)) }
                text = text[match.range.upperBound...]
            } else {
                if "[{".contains(character) { depth += 1 }
                if "]}".contains(character) { depth -= 1 }
                text.removeFirst()
            }
        }
        return keys
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
