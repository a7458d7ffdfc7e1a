package import Alerts
internal import Safekeeping
import Standards

extension Message {
    /// What all messages are called.
    static let title = "产教联合体监测告警"

    /// `湖南省`, `2025年度`: what the alerts have in common.
    var scope: [String] {
        LabelName.allCases.compactMap { name in
            let value = group[name]
            guard !value.isEmpty else { return nil }
            return switch name {
            case .province: notifications[0].state.alert.annotations.provinceName.printable
            case .year: "\(value)年度".printable
            default: "\(name.title) \(value)".printable
            }
        }
    }

    /// The message as people read it, in Chinese; ends with a line break.
    package var text: String {
        let scope = scope.map { $0 + "  " }.joined()
        let head = "\(Self.title)  \(ChinaTime.minute(at))  \(scope)\(extent)"
        return ([head.printable] + notifications.map { Notice($0).text }).joined(separator: "\n\n") + "\n\n"
    }

    /// `湖南省 2025年度 3 条（严重 1、一般 2）`: one line for lists of messages.
    var summary: String {
        let severities = notifications.map(\.state.alert.severity)
        let counts = Severity.allCases.sorted(by: >).compactMap { severity in
            let count = severities.count { $0 == severity }
            return count > 0 ? "\(severity.title) \(count)" : nil
        }
        let extent = isPart ? extent : "\(total)条"
        return (scope + ["\(extent)（\(counts.joined(separator: "、"))）"]).joined(separator: " ")
    }

    /// 共3条, or 共13998条，此为第1001至2000条 of a part.
    private var extent: String {
        "共\(total)条" + (isPart ? "，此为第\(places.lowerBound + 1)至\(places.upperBound)条" : "")
    }

    /// The alerts in the order in which they are read, the gravest first.
    var notices: [Notice] {
        notifications.map(Notice.init).enumerated()
            .sorted { ($0.element.severity, -$0.offset) > ($1.element.severity, -$1.offset) }.map(\.element)
    }
}

extension Notice {
    /// The lines about one alert.
    fileprivate var text: String {
        ([heading] + lines.map { "  \($0.label ?? "")：\($0.text)" }).joined(separator: "\n")
    }
}
