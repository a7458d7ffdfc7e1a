import Assessment
import FEEL
import Standards

/// The targets of places, a row each: what was reached, how much of it, and what the text says where.
struct TargetTable {
    let results: [ProgrammeResult]
    let documents: [SourceDocument]

    var html: HTML {
        let rows: [HTML] = results.compactMap { result in result.progress.map { row(result, $0) } }
        guard !rows.isEmpty else { return .empty }
        return """
            <table class="plain targets"><thead><tr><th scope="col">地区</th><th scope="col">目标</th>\
            <th scope="col" class="number">完成值</th><th scope="col" class="number">完成</th>\
            <th scope="col" class="fit">结果</th><th scope="col">情况</th><th scope="col">出处</th></tr></thead>
            <tbody>\(rows)</tbody></table>
            <p class="note">地方目标是各地的做法和文中所述的水平，不是规定，不进入条款和结论。完成值由主管部门在目标完成表登记；\
            “进度正常”“进度滞后”按起始日到完成时限匀速比较，是暂定口径，没有写起始日的不比较。没有登记的不作未完成。</p>

            """
    }

    private func row(_ result: ProgrammeResult, _ progress: TargetProgress) -> HTML {
        let check = result.check
        let unit = check.unit ?? ""
        let figure = progress.figure?.value.map { "\($0)\(unit)" } ?? Figures.none
        let evidence: HTML =
            progress.figure.map { figure in
                "<br><small>\(figure.evidence.isEmpty ? "" : "\(figure.evidence)；")\(figure.source.file) \(figure.source.address)</small>"
            } ?? .empty
        let name =
            documents.first { $0.id == check.reference.document }
            .map { $0.number ?? "《\($0.title)》" } ?? check.reference.document
        return """
            <tr><th scope="row">\(result.title)</th><td>\(check.title)<small>\(check.id)</small></td>\
            <td class="number">\(figure)</td><td class="number">\(progress.share.map { "\($0)%" } ?? Figures.none)</td>\
            <td>\(Chip.html(result.outcome))</td><td>\(result.text)\(evidence)</td>\
            <td>\(Chip.html(check.basis)) \(name) \(check.reference.place)，文本\(progress.target.linesText)\
            <br><small>\(check.rationale)</small></td></tr>

            """
    }
}
