package import Configuration
package import Foundation
package import Standards

extension RuleTestSuite {
    /// Reads every `*.test.yml` in `directory`, in the order of the names.
    /// - Throws: everything that is wrong in any of them.
    package static func load(
        from directory: URL, for edition: Edition
    ) throws(ConfigurationError) -> [RuleTestSuite] {
        let log = IssueLog()
        let names = AtHand.names(in: directory, log: log)
        let suites = names.filter { $0.hasSuffix(".test.yml") }.sorted().compactMap { name -> RuleTestSuite? in
            guard let data = try? Data(contentsOf: directory.appending(path: name)) else {
                log.add(
                    ConfigurationIssue(
                        file: name, line: 0, column: 0, expected: "应能读这个文件", found: "打不开",
                        remedy: "请检查文件权限"))
                return nil
            }
            guard let root = YAMLDocument(name: name, data: data, log: log).root else { return nil }
            return RuleTestSuite(file: name, cases: root.items.map { RuleTestCase($0, edition) })
        }
        guard log.issues.isEmpty else { throw ConfigurationError(log.issues) }
        return suites
    }
}

extension RuleTestCase {
    /// A case names its subject: `clause`, `point`, or neither for ratings (初评, 裁定) and the verdict table.
    fileprivate init(_ entry: YAMLEntry, _ edition: Edition) {
        let subject: Subject
        let common = ["name", "year", "given", "expect"]
        let fields: YAMLFields
        if entry["clause"] != nil {
            fields = YAMLFields(entry, common + ["clause"])
            subject = .clause(ClauseTest(fields, edition))
        } else if entry["point"] != nil {
            fields = YAMLFields(entry, common + ["point"])
            subject = .acceptance(AcceptanceTest(fields, edition))
        } else if entry["given"].map({ given in RatingRound.allCases.contains { given[$0.title] != nil } }) ?? false {
            fields = YAMLFields(entry, common)
            subject = .rating(RatingTest(fields, edition))
        } else {
            fields = YAMLFields(entry, common + ["standing"])
            subject = .verdict(VerdictTest(fields, edition))
        }
        self.init(name: fields.text("name"), file: entry.document.name, line: entry.line, subject: subject)
    }
}

extension YAMLFields {
    var year: ReportingYear { required("year")?.year ?? ReportingYear(0) }
}

// MARK: - Acceptance and verdict

extension AcceptanceTest {
    fileprivate init(_ fields: YAMLFields, _ edition: Edition) {
        let points = edition.points.map { ($0.code, $0) }
        let point: ObservationPoint? = fields.required("point")?.word(among: points)
        let given = fields.required("given").map { YAMLFields($0, ["actual", "committed", "base", "designatedOn"]) }
        let consortium = Consortium.ofTests(designatedOn: given?.optional("designatedOn")?.date)
        let base = Tenure(consortium, transitions: [], earliest: edition.baseYear).baseYear
        func observations(_ key: String, _ basis: Basis, in year: ReportingYear) -> [Observation] {
            guard let point, let cells = given?.optional(key) else { return [] }
            return point.indicators.map { edition.indicators[$0] }.compactMap { indicator in
                // A point of several figures has one a component: {人次: 40, 课时: 320}; the principal is 主.
                let isSplit = point.indicators.count > 1 && cells.rawText == nil
                let cell =
                    indicator.code.component.map { isSplit ? cells[$0] : nil } ?? (isSplit ? cells["主"] : cells)
                return cell.map {
                    Observation(
                        consortium: consortium.id, indicator: indicator.code, year: year, basis: basis,
                        value: $0.observed(by: indicator), source: $0.source)
                }
            }
        }
        self.init(
            point: point?.code ?? "", year: fields.year, consortium: consortium,
            observations: observations("base", .actual, in: base) + observations("actual", .actual, in: fields.year)
                + observations("committed", .committed, in: fields.year),
            outcome: fields.required("expect")?.word() ?? .undetermined)
    }
}

extension VerdictTest {
    fileprivate init(_ fields: YAMLFields, _ edition: Edition) {
        let expect = fields.required("expect").map { YAMLFields($0, ["verdict", "row"]) }
        let pairs = fields.required("given")?.pairs ?? []
        self.init(
            year: fields.year,
            standing: fields.optional("standing")?.word(among: Standing.allCases.map { ($0.title, $0) })
                ?? .cultivation,
            summary: Dictionary(
                pairs.map { ($0.key.text, $0.value.summaryValue) }, uniquingKeysWith: { first, _ in first }),
            verdict: expect?.required("verdict")?.word(among: edition.verdicts.rows.map { ($0.verdict, $0.verdict) })
                ?? "", row: expect?.required("row")?.integer ?? 0)
    }
}

extension YAMLEntry {
    /// A number, or 是 or 否.
    fileprivate var summaryValue: ObservedValue {
        rawText == "是" ? .truth(true) : rawText == "否" ? .truth(false) : .number(number)
    }
}
