import Foundation
import TestSupport
import Testing

/// What an operator does with messages that cannot be sent.
@Suite("Commands of delivery")
struct DeliveryCommandTests {
    private let work: Workplace

    init() throws {
        work = try Workplace()
        try work.receiveSample(only: ["C002"])
        try work.collectInbox()
    }

    private func receivers(_ lines: String) throws {
        let text = """
            alerts: {outcomes: {triggered: critical, suspected: major}}
            delivery: {timeout: 1s, tries: 1, patience: 0}
            receivers:
            \(lines)
            route: {receiver: a, group_by: [province]}
            """
        try work.write(text, to: "pipelines/alerts.yml")
    }

    @Test func `a dead letter is listed with its reason, and sent again when the way is mended`() throws {
        try work.write("", to: "blocked")
        try receivers("  - {name: a, kind: file, path: blocked/told.txt}")
        let first = try work.command("alert", "--year", "2025", "--deliver", exits: 4)
        #expect(first.output.contains("1 条不再重试（见 alert --dead）"), "\(first.output)")
        #expect(first.complaint.contains("a（消息 1）：无法写入 blocked/told.txt"), "\(first.errors)")
        #expect(first.complaint.contains("不再重试；处理后执行 alert --retry 1。"))
        let dead = try work.command("alert", "--dead").output
        #expect(dead.hasPrefix("1  a（file）  不再重试，已试 1 次：无法写入 blocked/told.txt"), "\(dead)")
        #expect(try work.command("alert", "--outbox").output == "没有待发的消息\n")
        #expect(
            try work.command("status", "--year", "2025").output
                .contains("\n消息：待发 0 条，是否送达不明 0 条，不再重试 1 条（见 alert --dead）\n"))
        #expect(
            try work.command("status", "--year", "2025", "--format", "json").output
                .contains(#""messages":{"dead":1,"uncertain":0,"waiting":0}"#))
        #expect(
            try work.command("status", "--year", "2025", "--format", "prometheus").output
                .contains("consortium_monitor_messages{state=\"dead\"} 1\n"))
        #expect(try !work.command("status", "--year", "2025", "--province", "430000").output.contains("消息："))
        try FileManager.default.removeItem(atPath: work.path("blocked"))
        #expect(try work.command("alert", "--retry", "1").output == "发送：送达 1 条消息\n")
        #expect(try work.read("blocked/told.txt").contains("C002"))
        let sent = try work.command("alert", "--retry", "1", exits: 2)
        #expect(sent.complaint.contains("消息 1 已经送达，不重复发送。"))
        #expect(try work.command("alert", "--retry", "7", exits: 2).complaint.contains("没有编号为 7 的消息"))
        try work.command("alert", "--dead", "--outbox", exits: 2)
        try work.command("alert", "1", exits: 2)
        // Nothing is planned anew, and nothing sent.
        let again = try work.command("alert", "--year", "2025", "--deliver")
        #expect(again.output.hasSuffix("发送：送达 0 条消息\n"), "\(again.output)")
    }

    @Test func `a secret that others may read is refused by check, and by the delivery that needs it`() throws {
        try work.write("hunter2\n", to: "key")
        try work.setPermissions(0o644, of: "key")
        try receivers("  - {name: a, kind: wecom, url: 'http://127.0.0.1:9/send', key_file: key}")
        let check = try work.command("check", exits: 2, now: nil)
        #expect(check.complaint.contains("alerts.yml:4:"), "\(check.errors)")
        #expect(check.complaint.contains("权限是 644，别人也能读。请执行 chmod 600 key。"), "\(check.errors)")
        let delivery = try work.command("alert", "--year", "2025", "--deliver", exits: 4)
        #expect(delivery.complaint.contains("请执行 chmod 600 key。"), "\(delivery.errors)")
        try work.setPermissions(0o600, of: "key")
        try work.command("check", now: nil)
        for outcome in [check, delivery] { #expect(!(outcome.output + outcome.errors).contains("hunter2")) }
    }
}
