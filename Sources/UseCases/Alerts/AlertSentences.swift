package import Alerts

extension AlertPlan {
    /// `告警：应发 12 条（首次 10、变化 2），不发 3 条`
    package var sentence: String { [self].sentence }
}

extension [AlertPlan] {
    /// The same of several plans.
    package var sentence: String {
        let notifications = flatMap(\.notifications)
        let sent = notifications.compactMap(\.reason)
        let reasons = NotificationReason.allCases.compactMap { reason in
            let count = sent.count { $0 == reason }
            return count > 0 ? "\(reason.title) \(count)" : nil
        }
        let detail = reasons.isEmpty ? "" : "（\(reasons.joined(separator: "、"))）"
        return "告警：应发 \(sent.count) 条\(detail)，不发 \(notifications.count - sent.count) 条"
    }
}
