import Assessment
import FEEL
import Standards

/// How one consortium was rated: each point with what the two found and why, once both are through, what a third
/// adjudicated, how far the two agree, and what is taken away.
struct RatingSection {
    let model: ReportModel
    let consortium: Consortium
    let rating: RatingAssessment

    private var book: RatingBook { rating.book }

    var html: HTML {
        """
        <section aria-labelledby="rating"><h2 id="rating">评议<small>\(rating.edition.title)（\(rating.edition.version)）</small></h2>
        <p>\(rating.progressText)。</p>
        \(leads)\(table)
        <p class="note">\(basis)两人各自评定，双方评完以前互不知晓；评完后公布，不一致的由第三人裁定。\(kappa)</p>
        \(deductions)</section>

        """
    }

    private var basis: HTML {
        rating.edition.ratings.map { "\(Chip.html($0.basis)) \($0.reference)。" } ?? .empty
    }

    private var kappa: HTML {
        book.isDisclosed
            ? """
            加权κ＝（实际一致程度－随机一致程度）÷（1－随机一致程度），线性权重：相同算1，差一等算0.5，差两等算0；\
            两人从头到尾只用同一等次的，κ没有意义。
            """ : .empty
    }

    /// The parties that lead, and the regions where it lies in several.
    private var leads: HTML {
        let missing = rating.missingLeads.map(\.title)
        let named = (rating.edition.ratings?.leads ?? []).map(\.title).filter { !missing.contains($0) }
        let state: HTML =
            missing.isEmpty
            ? "牵头单位齐全：\(named.joined(separator: "、"))。"
            : "<strong>没有写明牵头单位：\(missing.joined(separator: "、"))。请补登记后再议。</strong>"
        let cluster: HTML =
            consortium.otherRegions.isEmpty
            ? .empty : "以一个园区名义申报，涉及\(model.regions.names(of: consortium.homes).joined(separator: "、"))。"
        return "<p>\(state)\(cluster)</p>\n"
    }

    private var table: HTML {
        let groups = (rating.edition.ratings?.groups ?? []).filter { !$0.points.isEmpty }
        let points = Dictionary(uniqueKeysWithValues: book.points.map { ($0.point.code, $0) })
        let rows: [HTML] = groups.map { group in
            """
            <tbody><tr class="group"><th scope="rowgroup" colspan="\(book.isDisclosed ? 5 : 3)"><b>\(group.code)</b> \
            \(group.title)</th></tr>
            \(group.points.compactMap { points[$0.code].map(row) })</tbody>

            """
        }
        var people: [HTML] = book.reviewers.map { "<th scope=\"col\">\($0)</th>" }
        people.append("<th scope=\"col\">裁定</th>")
        if !book.isDisclosed { people = ["<th scope=\"col\" class=\"number\">已收到</th>"] }
        return """
            <table class="plain"><thead><tr><th scope="col">观测点</th>\(people)<th scope="col">结果</th></tr></thead>
            \(rows)</table>

            """
    }

    private func row(_ rated: PointRating) -> HTML {
        let third: HTML = rated.adjudication.map { cell($0, by: "\($0.by)，") } ?? "\(Figures.none)"
        var cells: [HTML] = rated.ratings.map { "<td>\(cell($0))</td>" }
        cells.append("<td>\(third)</td>")
        if !book.isDisclosed { cells = ["<td class=\"number\">\(rated.received)/2</td>"] }
        return """
            <tr><th scope="row"><b>\(rated.point.code)</b> \(rated.point.text)</th>\(cells)\
            <td>\(Self.chip(rated))</td></tr>

            """
    }

    /// What one person found, why, and where that was read.
    /// - Parameter name: with a comma, where the column does not say whose it is.
    private func cell(_ rating: Rating, by name: String = "") -> HTML {
        let evidence = rating.evidence.isEmpty ? "" : "；佐证：\(rating.evidence)"
        return """
            <b>\(rating.grade.title)</b>：\(rating.ground)（\(name)\(Dates.chinese(rating.on))\(evidence)） \
            \(SignatureNote(model, by: rating.by, rating.signature).html) <cite>\(rating.source.place)</cite>
            """
    }

    static func chip(_ rated: PointRating) -> HTML {
        let style =
            switch rated.grade {
            case .met: "clear"
            case .partlyMet: "warning"
            case .notMet: "triggered"
            case nil: rated.state == .disputed ? "suspected" : "undetermined"
            }
        return "<span class=\"chip \(style)\">\(rated.grade?.title ?? rated.state.title)</span>"
    }

    private var deductions: [HTML] {
        rating.deductions.map { check in
            ClauseArticle(
                check: check, document: rating.edition.document(check.clause.document), model: model
            ).html
        }
    }
}
