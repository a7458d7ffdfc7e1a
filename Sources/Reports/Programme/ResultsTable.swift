import Assessment
import Standards

/// The results of one province, a row a consortium, for the programmes that rest on them.
struct ResultsTable {
    let model: ReportModel
    let programme: ProgrammeReport
    let province: String

    /// The provinces that have a consortium, by their codes.
    static func provinces(of model: ReportModel) -> [String] {
        Set(model.submissions.map(\.consortium.province)).sorted()
    }

    func csv(_ summaries: [AssessmentSummary]) -> String {
        let uses = programme.programme.uses.map(\.title).joined(separator: "；")
        var table = TerminalTable(
            columns: [
                "省份", "编号", "名称", "市州", "产业园区", "牵头学校", "牵头企业", "批次", "状态", "年度", "监测结论（建议）", "结论说明", "数据状态", "供下列项目使用",
            ].map { TerminalTable.Column($0) })
        let own = summaries.filter { $0.consortium.province == province }
        for summary in own.sorted(by: { NaturalOrder.precedes($0.consortium.id, $1.consortium.id) }) {
            let consortium = summary.consortium
            let isUsable = summary.verdict.standing == .cultivation || summary.verdict.standing == .accepted
            let place = model.regions.names(of: [consortium.prefecture] + consortium.otherRegions)
            let texts = [
                model.regions[province], consortium.id, consortium.name, place.joined(separator: "、"),
                consortium.park, consortium.leadSchool, consortium.leadEnterprise, consortium.cohort,
                summary.verdict.standing.title, summary.year.description, summary.verdict.title, summary.verdict.text,
                model.dataState.title, isUsable ? uses : "",
            ]
            table.append(texts.map { TerminalTable.Cell($0) })
        }
        return table.csv
    }
}
