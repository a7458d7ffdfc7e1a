package import Alerts
import Configuration
import Foundation

/// Who gets the receipts of files by mail, as `receipts` in `alerts.yml` says it: the senders whom manifests name, each with
/// its addresses. They are mailed through one of the receivers of mail.
///
///     receipts:
///       through: 湖南省教育厅职成处
///       senders:
///         示例·长沙乙职业技术学院: [zlb@example.edu.cn]
///       active_time_intervals: [工作时间]
package struct ReceiptMail: Sendable {
    /// By the sender, as manifests name it: the way of its receipts.
    package let ways: [String: any Channel]
    /// When they go; nil for at any time.
    package let hours: Hours?

    static let key = "receipts"

    /// - Parameters:
    ///   - ways: the ways to the receivers; receipts go under the name of their sender, which none of them has.
    ///   - windows: the spans of time that the file names.
    init(_ entry: YAMLEntry, ways: [String: any Channel], windows: [TimeWindow]) {
        let fields = YAMLFields(entry, ["through", "senders", "active_time_intervals"])
        hours = fields.optional("active_time_intervals").map { entry in
            Hours(active: entry.items.compactMap { $0.word(among: windows.map { ($0.name, $0) }) })
        }
        let through = fields.required("through")
        let names = ways.filter { $0.value is SMTPChannel }.keys.sorted()
        let mail = through.flatMap { ways[$0.text] as? SMTPChannel }
        if let through, mail == nil {
            through.report(
                expected: "应为 receivers 中 kind 是 smtp 的一个",
                remedy: names.isEmpty ? "请在 receivers 中补上一个" : "请改为 \(names.joined(separator: "、")) 之一")
        }
        var senders: [String: any Channel] = [:]
        for (name, addresses) in fields.required("senders")?.pairs ?? [] {
            let sender = name.text
            if ways[sender] != nil {
                name.report(expected: "报送单位应不与接收者重名", remedy: "请改接收者的名称；报送单位照报送清单填写")
            }
            let recipients = SMTPChannel.recipients(addresses)
            if let mail { senders[sender] = mail.addressed(to: recipients) }
        }
        self.ways = senders
    }
}
