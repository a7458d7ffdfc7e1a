import Assessment
import Standards

/// The signals that lie between several consortia, a line a party: who belongs to a group of which pages name the first
/// few.
enum SharedSignalTable {
    static func csv(_ summaries: [AssessmentSummary]) -> String {
        var table = TerminalTable(
            columns: ["疑点编号", "疑点", "程度", "年度", "家数", "联合体编号", "名称", "涉及条款", "内容"].map { .init($0) })
        let lines = summaries.flatMap { summary in summary.sharedSignals.map { (summary.consortium, $0) } }
        for (consortium, signal) in lines.sorted(by: { ($0.1.id, $0.0.id) < ($1.1.id, $1.0.id) }) {
            table.append([
                .init(signal.id), .init(signal.kind.title), .init(signal.grade.title), .init("\(signal.year)"),
                .init("\(signal.partyCount)"), .init(consortium.id), .init(consortium.name),
                .init(signal.affects.joined(separator: "、")), .init(signal.text),
            ])
        }
        return table.csv
    }
}
