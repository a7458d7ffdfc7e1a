import Foundation
import Store
import TestSupport
import Testing

/// Receipts go by mail to the sender whom a manifest names, once each.
@Suite("Receipts by mail", .needsPythonEnvironment)
struct ReceiptMailTests {
    private let work: Workplace
    private let mail: TestServer

    init() throws {
        work = try Workplace()
        let certificate = try TestServer.Certificate(in: work.url)
        mail = try TestServer("mail.py", ["plain", certificate.certificate, certificate.key])
        try work.write(
            """
            alerts: {outcomes: {triggered: critical}}
            receivers:
              - {name: 省厅, kind: smtp, host: localhost, port: \(mail.port), security: none, from: monitor@example.gov.cn,
                 to: zcc@example.gov.cn}
            receipts:
              through: 省厅
              senders: {甲校（虚构）: [jia@example.edu.cn, office@example.edu.cn]}
            route: {receiver: 省厅, group_by: []}
            """, to: "pipelines/alerts.yml")
        try work.write(
            """
            编号,名称,类型,省份,市州,牵头学校,阶段,认定日期
            C001,示例联合体（虚构）,市域产教联合体,湖南省,长沙市,甲校（虚构）,培育,2022-06-30
            C002,又一联合体（虚构）,市域产教联合体,湖南省,长沙市,乙校（虚构）,培育,2022-06-30

            """, to: "\(Workplace.registers)/联合体.csv")
        try work.write(
            "文件,收到日期,报送单位,联合体编号\n填报/C001.csv,2026-03-20,甲校（虚构）,C001\n坏/C001.xlsx,2026-03-20,甲校（虚构）,C001\n"
                + "填报/C002.csv,2026-03-20,乙校（虚构）,C002\n", to: "\(Workplace.registers)/清单.csv")
    }

    private static let row = "联合体编号,观测点,年度,口径,数值,佐证材料\n"

    private func receive() throws {
        try work.write(
            Self.row + "C001,6.1.2,2025,实际,约120,\n", to: "\(Workplace.submissions)/填报/C001.csv")
        try work.write("no workbook", to: "\(Workplace.submissions)/坏/C001.xlsx")
        try work.write(Self.row + "C002,6.1.2,2025,实际,120,\n", to: "\(Workplace.submissions)/填报/C002.csv")
    }

    private func receipts() throws -> [[String: Any]] {
        try mail.arrived().filter { ($0["subject"] as? String)?.hasPrefix("报送回执") == true }
    }

    @Test func `a sender whose address is known gets each receipt once; of others it is told`() throws {
        try receive()
        let run = try work.run(now: "2026-03-21T02:30:00+08:00")
        #expect(run.output.contains("说明 回执没有寄出：乙校（虚构）（1 份）没有邮件地址。"), "\(run.output)")
        let letters = try receipts().sorted { "\($0["subject"] ?? "")" < "\($1["subject"] ?? "")" }
        #expect(
            letters.compactMap { $0["subject"] as? String } == [
                "报送回执：C001.csv（已收取）", "报送回执：C001.xlsx（未能收取）",
            ], "\(letters)")
        for letter in letters {
            #expect(letter["recipients"] as? [String] == ["jia@example.edu.cn", "office@example.edu.cn"])
            let files = letter["attachments"] as? [String: Int] ?? [:]
            #expect(files.count == 1 && files.keys.allSatisfy { $0.hasPrefix("C001-回执-") && $0.hasSuffix(".xlsx") })
            #expect(letter["defects"] as? [String] == [])
        }
        let taken = try #require(letters.first?["text"] as? String)
        #expect(
            taken.hasPrefix("甲校（虚构）：\n\n请按附件回执改正错误后重新报送：2026年3月20日收到你单位报送的“C001.csv”，已收取，其中有错误"),
            "\(taken)")
        let refused = try #require(letters.last?["text"] as? String)
        #expect(refused.contains("2026年3月20日收到你单位报送的“C001.xlsx”，未能收取："), "\(refused)")
        // Nothing twice; and what becomes of the senders is shown without sending.
        try work.run(now: "2026-03-22T02:30:00+08:00")
        #expect(try receipts().count == 2)
        let plan = try work.command("alert", "--plan", "--year", "2025", now: "2026-03-22T02:30:00+08:00")
        #expect(plan.output.contains("乙校（虚构）（1 份）没有邮件地址"), "\(plan.output)")
    }

    @Test func `what was collected by hand is told by the next run, and what an earlier one took in is not`() throws {
        try work.write("nothing yet", to: "\(Workplace.submissions)/说明.txt")
        try work.run(now: "2026-03-20T02:30:00+08:00")
        try receive()
        try work.command(
            ["collect", Workplace.submissions, Workplace.registers, "--as", "authority"], exits: 3,
            now: "2026-03-20T15:00:00+08:00")
        #expect(try receipts().isEmpty)
        try work.run(now: "2026-03-21T02:30:00+08:00")
        #expect(try receipts().count == 2)
        // An address that is learnt later is one for receipts to come.
        let alerts = try work.read("pipelines/alerts.yml")
        try work.write(
            alerts.replacing("senders: {", with: "senders: {乙校（虚构）: yi@example.edu.cn, "), to: "pipelines/alerts.yml")
        try work.run(now: "2026-03-22T02:30:00+08:00")
        #expect(try receipts().count == 2)
    }

    @Test func `a server that is away gets the receipt later`() throws {
        try receive()
        try mail.behave("rcpt=450", "rcpt=450", "rcpt=450", "rcpt=450")
        let settings = try work.read("pipelines/alerts.yml")
        try work.write("delivery: {patience: 0}\n" + settings, to: "pipelines/alerts.yml")
        try work.run(exits: 4, now: "2026-03-21T02:30:00+08:00")
        let waiting = try work.command("status", "--year", "2025", now: "2026-03-21T03:00:00+08:00").output
        #expect(waiting.contains("消息：待发 2 条，是否送达不明 0 条，不再重试 0 条（见 alert --outbox）"), "\(waiting)")
        try mail.behave([])
        try work.command("alert", "--retry", now: "2026-03-21T09:00:00+08:00")
        #expect(try receipts().count == 2)
    }
}
