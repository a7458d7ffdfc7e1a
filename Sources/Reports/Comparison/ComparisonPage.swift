package import Assessment
package import Foundation
package import Standards

/// What changed between assessments, as a page that stands alone.
package struct ComparisonPage {
    /// One year under one edition.
    package struct Part {
        let edition: Edition
        let heading: String
        let changes: [ConsortiumChange]
        let count: Int

        package init(edition: Edition, heading: String, changes: [ConsortiumChange], count: Int) {
            self.edition = edition
            self.heading = heading
            self.changes = changes
            self.count = count
        }
    }

    private let title: String
    private let regions: RegionNames
    private let asOf: Date

    package init(title: String, regions: RegionNames, asOf: Date) {
        self.title = title
        self.regions = regions
        self.asOf = asOf
    }

    package func html(_ parts: [Part]) -> String {
        let editions = Set(parts.map(\.edition.title)).sorted()
        let head = PageShell.Head(
            title: title, series: editions.joined(separator: "、"), heading: title,
            facts: [("比较", parts.map(\.heading).joined(separator: "；"))], kind: "overview", back: nil)
        let day = ChinaTime.day(of: asOf).inChinese
        return PageShell().page(
            head, body: "\(parts.map(section))",
            colophon: "<p>本页于\(day)生成。每一项变化只列缺一不可的原因：少了其中任何一项，结果就不会变。</p>")
    }

    private func section(_ part: Part) -> HTML {
        let text = ComparisonText(edition: part.edition, regions: regions)
        let tally: [HTML] = text.tally(part.changes).map { "<li>\($0.sentence)：\($0.count)家</li>\n" }
        let rows: [HTML] = part.changes.map { row($0, text) }
        let table: HTML =
            rows.isEmpty
            ? .empty
            : """
            <table class="plain"><thead><tr><th scope="col">联合体</th><th scope="col">变化</th>\
            <th scope="col">原因</th></tr></thead><tbody>
            \(rows)</tbody></table>
            """
        return """
            <section><h2>\(part.heading)</h2>
            <p class="lead">\(ComparisonText.total(part.changes.count, of: part.count))</p>
            \(tally.isEmpty ? .empty : "<ul>\n\(tally)</ul>")
            \(table)
            </section>

            """
    }

    private func row(_ change: ConsortiumChange, _ text: ComparisonText) -> HTML {
        let consortium = change.consortium
        let cells: [HTML] = change.outcomes.enumerated().map { place, outcome in
            let causes: [HTML] = CauseText(outcome).lines.map { "<li>\($0)</li>\n" }
            let name: HTML =
                place > 0
                ? .empty
                : """
                <th scope="rowgroup" rowspan="\(change.outcomes.count)">\(consortium.id) \(consortium.name)<br>\
                \(regions[consortium.province])</th>
                """
            return "<tr>\(name)<td>\(text.sentence(outcome))</td><td><ul>\n\(causes)</ul></td></tr>\n"
        }
        return "\(cells)"
    }
}
