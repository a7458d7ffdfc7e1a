import Alerts
import FEEL
import Foundation
internal import Safekeeping
import Standards

/// One alert as all channels tell it: a heading and lines, each printable text without markup.
struct Notice: Hashable {
    struct Line: Hashable {
        /// 情况, 补救 …; nil for the heading.
        let label: String?
        let text: String
    }

    let heading: String
    let lines: [Line]
    let severity: Severity
    /// The entry of the log that says that it was told.
    let entry: LoggedNotification?

    init(_ planned: PlannedNotification) {
        let alert = planned.state.alert
        let notes = alert.annotations
        let whose = [alert.labels[.consortium], notes.consortiumName].filter { !$0.isEmpty }.joined(separator: " ")
        let year = alert.labels[.year].isEmpty ? "" : "\(alert.labels[.year])年度"
        heading =
            "【\(planned.reason?.title ?? "")·\(alert.severity.title)】\(whose)（\(notes.provinceName)）\(year)".printable
        lines = planned.lines.map { Line(label: $0.0, text: $0.1.printable) }
        severity = alert.severity
        entry = planned.entryBeforeDelivery
    }

    /// The heading and the lines, in order.
    var everything: [Line] { [Line(label: nil, text: heading)] + lines }
}

extension PlannedNotification {
    fileprivate var lines: [(String, String)] {
        if isAftermath || state.isDuty { return brief }
        let notes = state.alert.annotations
        var lines = [("条款", clause), ("结果", outcome)]
        if let verdict { lines.append(("结论", verdict.alert.annotations.outcomeTitle)) }
        if state.status == .resolved {
            lines.append(("解除", state.resolution ?? ""))
        } else {
            lines.append(("情况", notes.summary))
            // What is missing is told as such, once.
            let missing = Set(state.hold?.missing ?? notes.missing)
            lines += notes.why.filter { !missing.contains($0) }.summed(as: "依据")
            if let note = notes.note { lines.append(("说明", note)) }
            if let hold = state.hold { lines.append(("说明", "数据缺失不解除告警，维持原结果。目前情况：\(hold.text)")) }
            lines += (state.hold?.missing ?? notes.missing).summed(as: "尚缺")
            if let remedy = notes.remedy { lines.append(("整改措施", "\(remedy.text)\(due(remedy))")) }
        }
        return lines + [
            ("发送原因", explanation), ("编号", fingerprint.text), ("档案", notes.page), ("查询命令", notes.command),
        ]
    }

    /// What needs no dossier: a duty, or that something came and went while it was not to be told.
    private var brief: [(String, String)] {
        let notes = state.alert.annotations
        let isOver = state.status == .resolved
        var lines = state.isDuty ? [] : [("条款", clause)]
        lines += [("结果", outcome), (isOver ? "解除" : "情况", isOver ? state.resolution ?? "" : notes.summary)]
        if state.isDuty, !isOver { lines += notes.why.summed(as: "明细") }
        return lines + [("发送原因", explanation), ("编号", fingerprint.text)]
    }

    private var clause: String {
        let code = state.alert.labels[.clause]
        let title = state.alert.annotations.title
        return code == Situation.verdict ? title : "\(code) \(title)"
    }

    /// `已触发`, `由“预警”变为“已触发”`, `“已触发”解除`
    private var outcome: String {
        let now = state.alert.annotations.outcomeTitle
        if state.status == .resolved { return "“\(now)”解除" }
        guard let before = previously?.outcome, before != now else { return now }
        return "由“\(before)”变为“\(now)”"
    }

    /// `（截止2025年12月31日，还有26天）`, `（应于2025年12月31日前完成，已过5天）`
    private func due(_ remedy: Alert.Annotations.Remedy) -> String {
        guard let deadline = remedy.deadline, let day = CalendarDate(deadline) else { return "" }
        let days = day.epochDay - ChinaTime.day(of: at).epochDay
        return switch days {
        case 1...: "（截止\(day.inChinese)，还有\(days)天）"
        case 0: "（截止\(day.inChinese)，今日截止）"
        default: "（应于\(day.inChinese)前完成，已过\(-days)天）"
        }
    }
}

extension [String] {
    /// The first few as lines under a heading, and how many more there are.
    fileprivate func summed(as heading: String) -> [(String, String)] {
        let most = Alert.Annotations.factsListed
        guard count > most else { return map { (heading, $0) } }
        return prefix(most - 1).map { (heading, $0) } + [(heading, "另有\(count - most + 1)项，见档案")]
    }
}
