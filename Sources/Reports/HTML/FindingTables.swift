import Assessment
import Standards

/// What is wrong with data: on the overview a count a kind and what belongs to no consortium, in a dossier all of it.
struct FindingTables {
    let model: ReportModel

    /// - Parameter judged: the ids of the consortia that have a page.
    func overview(judged: Set<String>) -> HTML {
        let digest = model.findings
        guard !digest.kinds.isEmpty else { return "<p>没有数据提示。</p>" }
        let rows: [HTML] = digest.kinds.sorted(by: FindingDigest.Kind.precedes).map { kind in
            """
            <tr><td>\(Chip.html(kind.severity, isAnswered: kind.isAnswered))</td><th scope="row">\(kind.title)</th>\
            <td class="number">\(kind.count)</td><td class="number">\(kind.consortia.count)</td>\
            <td>\(names(of: kind.consortia, judged: judged))</td></tr>

            """
        }
        let orphans = digest.orphans
        let rest: HTML =
            digest.orphanCount > orphans.count
            ? "<p class=\"note\">共\(digest.orphanCount)条，此处列出前\(orphans.count)条，其余见各文件的回执。</p>\n" : .empty
        let orphanTable: HTML =
            orphans.isEmpty
            ? .empty
            : "<h3>未能归属\(model.edition.kind.shortTitle)的（含无法读取的文件）</h3>\n\(rest)\(table(orphans))"
        return """
            <table class="plain"><thead><tr><th scope="col" class="fit">程度</th><th scope="col">提示</th>\
            <th scope="col" class="number">条数</th><th scope="col" class="number">家数</th>\
            <th scope="col">涉及的\(model.edition.kind.shortTitle)</th></tr></thead><tbody>\(rows)</tbody></table>
            \(orphanTable)
            """
    }

    /// All findings of one consortium.
    func dossier(_ findings: [ReportFinding]) -> HTML {
        findings.isEmpty ? "<p>没有数据提示。</p>" : table(findings)
    }

    private func table(_ findings: [ReportFinding]) -> HTML {
        let ordered = findings.enumerated().sorted { left, right in
            if left.element.isAnswered != right.element.isAnswered { return right.element.isAnswered }
            return left.element.severity != right.element.severity
                ? left.element.severity > right.element.severity : left.offset < right.offset
        }
        let rows: [HTML] = ordered.map { _, finding in
            """
            <tr><td>\(Chip.html(finding.severity, isAnswered: finding.isAnswered))</td><th scope="row">\(finding.title)</th>\
            <td>\(finding.text)</td><td class="source">\(finding.place)</td></tr>

            """
        }
        return """
            <table class="plain"><thead><tr><th scope="col" class="fit">程度</th><th scope="col">提示</th>\
            <th scope="col">内容</th><th scope="col">出处</th></tr></thead><tbody>\(rows)</tbody></table>

            """
    }

    private func names(of consortia: Set<String>, judged: Set<String>) -> HTML {
        let ids = consortia.sorted(by: NaturalOrder.precedes)
        let links: [HTML] = ids.prefix(Self.namedAtMost).map { id in
            judged.contains(id)
                ? "<a href=\"\(PageName(consortium: id).address)\">\(id)</a>" : "\(id)"
        }
        let rest: HTML = ids.count > Self.namedAtMost ? "等\(ids.count)家" : .empty
        return links.joined(separator: "、") + rest
    }

    private static let namedAtMost = 8
}
