import FEEL
import Standards

/// Open cases a row each, by region, the soonest first.
struct CaseTable {
    let model: ReportModel
    let cases: [JointCase]
    /// Whether rows stand under the names of their provinces, or of their prefectures.
    var isNational = true

    /// - Parameter whole: where the rest is listed.
    func html(whole: String) -> HTML {
        guard !cases.isEmpty else { return "<p>没有未结案件。</p>\n" }
        let listed = cases.prefix(ListCap.rows)
        let note: HTML =
            ListCap.note(of: cases.count, counted: "件", whole: whole).map {
                "<p class=\"note\">\($0)列出的是期限最早的。</p>\n"
            } ?? .empty
        let groups = Dictionary(grouping: listed) { place(of: $0) }
        let rows: [HTML] = groups.keys.sorted().flatMap { code -> [HTML] in
            let own = groups[code] ?? []
            let overdue = own.count(where: \.isOverdue)
            let told: HTML = overdue == 0 ? .empty : "，逾期\(overdue)件"
            let head: HTML = """
                <tr class="group"><th colspan="7" scope="rowgroup">\(model.regions[code])<span>\(own.count)件\(told)</span></th></tr>

                """
            return [head] + own.map(row)
        }
        return """
            \(note)<div class="scroll"><table class="plain pending"><thead><tr><th scope="col">案件</th><th scope="col">联合体</th>\
            <th scope="col">条款</th><th scope="col" class="fit">结果</th><th scope="col" class="fit">状态</th>\
            <th scope="col" class="fit">期限</th><th scope="col">事由</th></tr></thead>
            <tbody>\(rows)</tbody></table></div>

            """
    }

    private func place(of joint: JointCase) -> String {
        let consortium = joint.first.consortium
        return isNational || consortium.prefecture.isEmpty ? consortium.province : consortium.prefecture
    }

    private func row(_ joint: JointCase) -> HTML {
        let line = joint.first
        let names: [HTML] = joint.lines.map {
            "<a href=\"\(CasePageName($0).address)\">\($0.name)</a>"
        }
        let consortia: [HTML] = joint.lines.map { other in
            "<a href=\"\(PageName(consortium: other.consortium.id).address)\">\(other.consortium.name)</a>"
        }
        let together: HTML =
            joint.lines.count > 1 ? "<small>共同的数据疑点，一并认定，按同一案件计</small>" : .empty
        let provisional: HTML = line.isProvisional ? "<span class=\"waived\">暂定</span>" : .empty
        let overdue: HTML = joint.isOverdue ? "<br><span class=\"chip overdue\">逾期\(daysLate(joint))天</span>" : .empty
        return """
            <tr><th scope="row">\(names.joined(separator: "<br>"))\(together)</th>\
            <td>\(consortia.joined(separator: "<br>"))</td><td>\(line.clause) \(line.clauseTitle)</td>\
            <td>\(Chip.html(line.outcome))\(provisional)</td><td>\(line.stateText)</td>\
            <td>\(joint.due?.description ?? Figures.none)\(overdue)</td><td>\(line.text)</td></tr>

            """
    }

    private func daysLate(_ joint: JointCase) -> Int {
        joint.due.map { model.asOf.epochDay - $0.epochDay } ?? 0
    }
}
