import FEEL
import Foundation
internal import Safekeeping
import Standards

extension Message {
    /// The message as people read it, in Chinese; ends with a line break.
    package var text: String {
        let head = "产教联合体监测告警  \(ChinaTime.minute(at))  \(scope)共 \(notifications.count) 条"
        return ([head.printable] + notifications.map(\.text)).joined(separator: "\n\n") + "\n\n"
    }

    /// `湖南省  2025年度  `
    private var scope: String {
        LabelName.allCases.compactMap { name in
            let value = group[name]
            guard !value.isEmpty else { return nil }
            return switch name {
            case .province: notifications[0].state.alert.annotations.provinceName
            case .year: "\(value)年度"
            default: "\(name.title) \(value)"
            }
        }.map { $0 + "  " }.joined()
    }
}

extension PlannedNotification {
    /// The lines about one alert.
    fileprivate var text: String {
        let alert = state.alert
        let notes = alert.annotations
        var lines = [
            "【\(reason?.title ?? "")·\(alert.severity.title)】\(alert.labels[.consortium]) \(notes.consortiumName)"
                + "（\(notes.provinceName)）\(alert.labels[.year])年度",
            "  条款：\(clause)",
            "  结果：\(outcome)",
        ]
        if state.status == .resolved {
            lines.append("  解除：\(state.resolution ?? "")")
        } else {
            lines.append("  情况：\(notes.summary)")
            lines += notes.why.summed(as: "依据")
            if let hold = state.hold { lines.append("  说明：数据缺失不解除告警，维持原结果。目前情况：\(hold.text)") }
            lines += (state.hold?.missing ?? notes.missing).summed(as: "尚缺")
            if let remedy = notes.remedy { lines.append("  补救：\(remedy.text)\(due(remedy))") }
        }
        lines.append("  原因：\(explanation)")
        lines.append("  编号：\(fingerprint)")
        lines.append("  查看：\(notes.command)")
        lines.append("  档案：\(notes.page)")
        return lines.map(\.printable).joined(separator: "\n")
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

    /// （截止 2025-12-31，还有 26 天）
    private func due(_ remedy: Alert.Annotations.Remedy) -> String {
        guard let deadline = remedy.deadline, let day = CalendarDate(deadline) else { return "" }
        let days = day.epochDay - ChinaTime.day(of: at).epochDay
        let distance =
            switch days {
            case 1...: "还有 \(days) 天"
            case 0: "今日截止"
            default: "已过 \(-days) 天"
            }
        return "（截止 \(deadline)，\(distance)）"
    }
}

extension [String] {
    /// The first few as lines under a heading, and how many more there are.
    fileprivate func summed(as heading: String) -> [String] {
        guard count > Alert.Annotations.factsListed else { return map { "  \(heading)：\($0)" } }
        return prefix(5).map { "  \(heading)：\($0)" } + ["  \(heading)：另有 \(count - 5) 项，见档案"]
    }
}
