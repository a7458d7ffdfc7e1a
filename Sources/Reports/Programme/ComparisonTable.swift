import Standards

/// ``RulesComparison`` as a table of a page.
struct ComparisonTable {
    let comparison: RulesComparison
    /// Its name.
    let province: String

    var html: HTML {
        let rows: [HTML] = comparison.rows.map { row in
            """
            <tr><th scope="row">\(row.title)</th><td>\(side(row.national, blank: Figures.none))</td>\
            <td>\(side(row.provincial, blank: row.national == nil ? Figures.none : "同国家"))</td></tr>

            """
        }
        return """
            <table class="plain"><thead><tr><th scope="col">要求</th><th scope="col">国家</th>\
            <th scope="col">\(province)</th></tr></thead>
            <tbody>\(rows)</tbody></table>
            <p class="note">其余\(comparison.unchangedParameters)个参数和全部条款与国家标准相同；来文规定的，省里只能从严。</p>

            """
    }

    private func side(_ side: RulesComparison.Side?, blank: String) -> HTML {
        side.map { "\($0.text) \(Chip.html($0.basis))<small>\($0.source)</small>" } ?? "\(blank)"
    }
}
