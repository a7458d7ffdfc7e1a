import Assessment
import Standards

/// All consortia a row each, in two orders that a reader changes without script: by province, and by gravity.
struct ConsortiumTable {
    let model: ReportModel
    private let clauses: [Clause]
    private let revocations: [Clause]
    private let submissions: [String: SubmissionRecord]

    init(model: ReportModel) {
        self.model = model
        clauses = model.clauses(of: .negative)
        revocations = model.clauses(of: .revocation)
        submissions = Dictionary(model.submissions.map { ($0.consortium.id, $0) }) { first, _ in first }
    }

    var html: HTML {
        """
        <div class="views">
        <input type="radio" name="view" id="by-province" checked><label for="by-province">按省份</label>
        <input type="radio" name="view" id="by-gravity"><label for="by-gravity">按轻重</label>
        <div class="scroll view-province">\(table(provinceGroups))</div>
        <div class="scroll view-gravity">\(table(gravityGroup))</div>
        </div>
        <p class="note">每组中情形重的在前。\(ClauseOutcome.legend)。完整率＝已报观测点÷应报观测点。点名称看档案。</p>

        """
    }

    private var provinceGroups: [HTML] {
        Dictionary(grouping: model.assessments, by: \.consortium.province)
            .sorted { $0.key < $1.key }
            .map { province, members in
                let timeliness = Timeliness(members.compactMap { submissions[$0.consortium.id] })
                let rows = members.sorted(by: ConsortiumAssessment.isGraver).map { row($0, showsProvince: false) }
                return """
                    <tbody><tr class="group"><th scope="rowgroup" colspan="\(columnCount)">\
                    \(model.regions[province]) <span>\(members.count)家，按时报送\(timeliness.onTime)/\
                    \(timeliness.expected)</span></th></tr>
                    \(rows)</tbody>

                    """
            }
    }

    private var gravityGroup: [HTML] {
        let rows = model.assessments.sorted(by: ConsortiumAssessment.isGraver).map { row($0, showsProvince: true) }
        return ["<tbody>\(rows)</tbody>"]
    }

    private var columnCount: Int { clauses.count + (revocations.isEmpty ? 5 : 6) }

    private func table(_ groups: [HTML]) -> HTML {
        let columns: [HTML] = clauses.map { clause in
            "<th scope=\"col\" class=\"clause\"><abbr title=\"\(clause.title)\">\(clause.code)</abbr></th>"
        }
        let revocation: HTML =
            revocations.isEmpty ? .empty : "<th scope=\"col\" class=\"clause\"><abbr title=\"取消资格情形\">取消</abbr></th>"
        return """
            <table class="consortia"><thead><tr><th scope="col">联合体</th><th scope="col">结论</th>\(columns)\
            \(revocation)<th scope="col" class="number">完整率</th><th scope="col">报送</th>\
            <th scope="col">怎样化解</th></tr></thead>
            \(groups)</table>
            """
    }

    private func row(_ assessment: ConsortiumAssessment, showsProvince: Bool) -> HTML {
        let consortium = assessment.consortium
        let cells: [HTML] = clauses.map { clause in
            let check = assessment.clauses.first { $0.clause.code == clause.code }
            return "<td class=\"clause\">\(check.map(Chip.short) ?? "")</td>"
        }
        let place = (showsProvince ? [consortium.province, consortium.prefecture] : [consortium.prefecture])
            .filter { !$0.isEmpty }.map { model.regions[$0] }
        let submission = submissions[consortium.id].map { Chip.html($0.state) } ?? "\(Figures.none)"
        return """
            <tr><th scope="row"><a href="\(PageName(consortium: consortium.id).address)">\(consortium.name)</a>\
            <small>\(([consortium.id] + place).joined(separator: " · "))</small></th>\
            <td>\(Chip.html(assessment.verdict))</td>\(cells)\(revocationCell(assessment))\
            <td class="number">\(Figures.percent(assessment.verdict.summary.completeness))</td>\
            <td>\(submission)</td><td class="remedies">\(Remedies(assessment, edition: model.edition).html)</td></tr>

            """
    }

    /// All clauses that withdraw the title in one cell.
    private func revocationCell(_ assessment: ConsortiumAssessment) -> HTML {
        guard !revocations.isEmpty else { return .empty }
        return "<td class=\"clause\">\(assessment.gravestRevocation.map(Chip.short) ?? "")</td>"
    }
}
