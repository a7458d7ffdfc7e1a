import Configuration
import FEEL
package import Standards

/// A consortium judged on what people rated of it.
package struct RatingTest: Sendable {
    let year: ReportingYear
    let consortium: Consortium
    /// In the order in which they are received.
    let ratings: [Rating]
    /// What should hold of single points, by their codes; nil for a point of which nothing does.
    package let grades: [String: RatingGrade?]
    let verdict: String
    let row: Int
    /// On how many points the two agree, and their kappa to three places; nil where the case does not ask.
    let agreed: Int?
    let kappa: String?
}

extension RatingTest {
    /// `given` has, by round (初评, 裁定) and person, what was found of which points; `leads` the parties that are named.
    init(_ fields: YAMLFields, _ edition: Edition) {
        let year = fields.year
        let given = fields.required("given").map { YAMLFields($0, ["初评", "裁定", "leads"]) }
        let expect = fields.required("expect").map {
            YAMLFields($0, ["verdict", "row", "grades", "agreed", "kappa"])
        }
        let leads = given?.optional("leads")?.items.map(\.text)
        func name(_ field: RatingScheme.Lead.Field) -> String {
            let lead = edition.ratings?.leads.first { $0.field == field }
            return leads.map { names in lead.map { names.contains($0.id) ? "示例" : "" } ?? "" } ?? "示例"
        }
        let consortium = Consortium(
            id: "T001", name: "测试联合体", kind: edition.kind, province: "430000", prefecture: "430100",
            park: name(.park), parkLevel: "", leadSchool: name(.leadSchool), leadEnterprise: name(.leadEnterprise),
            cohort: "", stage: edition.ratings?.standing.title ?? "", designatedOn: nil)
        let codes = edition.ratings?.points.map(\.code) ?? []
        // What is reported on a year is rated in the next.
        let day = CalendarDate(year: year.value + 1, month: 6, day: 1)
        let ratings = day.map { day in
            RatingRound.allCases.flatMap { round in
                (given?.optional(round.title)?.pairs ?? []).flatMap { by, marks in
                    marks.pairs.flatMap { points, grade in
                        points.codes(among: codes).map { code in
                            Rating(
                                consortium: consortium.id, point: code, round: round, grade: grade.grade ?? .met,
                                by: by.text, on: day, ground: "测试理由", source: grade.source)
                        }
                    }
                }
            }
        }
        let grades = (expect?.optional("grades")?.pairs ?? []).flatMap { points, grade in
            points.codes(among: codes).map { ($0, grade.rawText == "" ? nil : grade.grade) }
        }
        self.init(
            year: year, consortium: consortium, ratings: ratings ?? [],
            grades: Dictionary(grades) { _, later in later },
            verdict: expect?.required("verdict")?.word(
                among: edition.verdicts.rows.map { ($0.verdict, $0.verdict) }) ?? "",
            row: expect?.required("row")?.integer ?? 0, agreed: expect?.optional("agreed")?.integer,
            kappa: expect?.optional("kappa")?.rawText)
    }
}

extension YAMLEntry {
    /// One code, or all from one to another (`1.1…6.3`).
    fileprivate func codes(among codes: [String]) -> [String] {
        let ends = text.split(separator: "…").map(String.init)
        guard let first = ends.first.flatMap({ codes.firstIndex(of: $0) }),
            let last = ends.last.flatMap({ codes.firstIndex(of: $0) }), first <= last
        else {
            report(expected: "应为 ratings.yml 里的观测点编号，或者从一个到另一个", remedy: "请写成 3.1 或 1.1…6.3 的样子")
            return []
        }
        return Array(codes[first...last])
    }

    fileprivate var grade: RatingGrade? { word(among: RatingGrade.allCases.map { ($0.title, $0) }) }
}
