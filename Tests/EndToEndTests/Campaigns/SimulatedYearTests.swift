import Delivery
import FEEL
import Foundation
import Standards
import Store
import TestSupport
import Testing

/// A whole year under a real cron: window opens, late ones, corrections, the final run, suspicion, determination, reminders,
/// holidays, an acknowledgement, a silence, the next year. What is sent is every message of `Golden/year.txt` and no other.
///
/// `make test` runs the nights on which anything comes, begins or is told, since the jobs of a night take a second; what bounds it is how
/// many these are. `make soak` runs every night (`SOAK_COUNT` above 1): that the nights between send nothing is shown by the
/// same file.
@Suite("A simulated year", .serialized)
struct SimulatedYearTests {
    /// Where the machine has to be one that can (`REQUIRE_CRON=1`), that it cannot is a failure.
    @Test func `the machine can run a year, or says why not`() {
        guard ProcessInfo.processInfo.environment["REQUIRE_CRON"] == "1" else { return }
        #expect(SimulatedYear.obstacle == nil)
    }

    @Test(
        .needsPythonEnvironment,
        .enabled(if: SimulatedYear.obstacle == nil, "skipped: \(SimulatedYear.obstacle ?? "")"))
    func `a year sends exactly these messages`() throws {
        let folder = try TemporaryFolder()
        let certificate = try TestServer.Certificate(in: folder.url)
        let mail = try TestServer("mail.py", ["plain", certificate.certificate, certificate.key])
        let year = try SimulatedYear(mailPort: mail.port)
        let all = Self.nights(from: SimulatedYear.nights[0], through: SimulatedYear.nights[1])
        let told = try Self.goldenDays()
        let nights = Campaign.factor > 1 ? all : all.filter { told.contains($0) || year.eventful.contains($0) }
        let start = ContinuousClock.now
        let outcome = try year.run(nights)
        print("\(nights.count) nights, \(outcome.jobs) jobs in \(ContinuousClock.now - start)")
        #expect(outcome.status == 0, "\(outcome.errors)\(outcome.complaints)")
        #expect(outcome.failures == [] && outcome.complaints == "")

        let store = try outcome.store
        let messages = try store.outbox(Set(OutboxRecord.State.allCases), includingReplaced: true)
        #expect(messages.allSatisfy { $0.state == .sent && $0.attempts == 1 })
        try expectGolden(
            try messages.map { try Self.text(of: $0, store) }.joined(separator: "\n"), "year.txt",
            testFile: URL(filePath: #filePath).deletingLastPathComponent().path)

        // What was sent by mail arrived, once, and says the same.
        let letters = try mail.arrived()
        let sent = messages.filter { $0.channel == "smtp" }
        #expect(letters.compactMap { $0["id"] as? String } == sent.map(\.messageID))
        #expect(letters.allSatisfy { $0["defects"] as? [String] == [] })
        for (letter, message) in zip(letters, sent) {
            let content = try JSONDecoder().decode(ParcelContent.self, from: Data(message.content.utf8))
            #expect(letter["subject"] as? String == content.subject)
            #expect(letter["text"] as? String == content.body)
        }
    }

    private static func nights(from first: CalendarDate, through last: CalendarDate) -> [CalendarDate] {
        (first.epochDay...last.epochDay).compactMap { CalendarDate(epochDay: $0) }
    }

    // MARK: - The golden file

    private static let mark = "────── "

    /// `────── 2026-02-24 周二 09:17  湖南省教育厅职成处（smtp）`, and what the message says.
    private static func text(of message: OutboxRecord, _ store: Store) throws -> String {
        let content = try JSONDecoder().decode(ParcelContent.self, from: Data(message.content.utf8))
        let time = ChinaTime.timestamp(message.plannedAt)
        let weekday = ["四", "五", "六", "日", "一", "二", "三"][
            (ChinaTime.day(of: message.plannedAt).epochDay % 7 + 7) % 7]
        let arrived = message.settledAt.map { ChinaTime.timestamp($0).prefix(16) }
        var lines = [
            "\(mark)\(time.prefix(10)) 周\(weekday) \(time.dropFirst(11).prefix(5))  "
                + "\(message.receiver)（\(message.channel)）"
        ]
        if arrived != time.prefix(16) { lines.append("送达：\(arrived ?? "")") }
        lines.append("主题：\(content.subject)")
        let files = try store.outboxAttachments(of: message.id).map(\.name)
        if !files.isEmpty { lines.append("附件：\(files.joined(separator: "、"))") }
        return lines.joined(separator: "\n") + "\n\n" + content.body
    }

    /// The days on which the golden file has messages, and those from which they count: an alert that begins on a day off is
    /// told on the next day of work, and escalated by the day on which it began.
    private static func goldenDays() throws -> Set<CalendarDate> {
        let file = Repository.root.appending(path: "Tests/EndToEndTests/Golden/year.txt")
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        let told = text.split(separator: "\n").filter { $0.hasPrefix(mark) }.compactMap {
            CalendarDate($0.dropFirst(mark.count).prefix(10))
        }
        let begun = text.matches(of: /(\d{4})年(\d+)月(\d+)日\d\d:\d\d起告警/).compactMap { match in
            CalendarDate(
                year: Int(match.output.1) ?? 0, month: Int(match.output.2) ?? 0, day: Int(match.output.3) ?? 0)
        }
        return Set(told + begun)
    }
}
