import Alerts
import AlertsTestSupport
import Foundation
import Safekeeping
import Testing

@testable import Delivery

/// A long digest is cut by bytes, at alerts, and nothing is lost.
struct DigestTests {
    private static let robots = [
        "{name: a, kind: wecom, key_env: K}", "{name: a, kind: dingtalk, token_env: T, secret_env: S}",
        "{name: a, kind: feishu, token_env: T, secret_env: S}",
    ]

    /// What people see of a parcel, and the bytes that the service counts.
    private func shown(_ draft: Draft) throws -> (text: String, bytes: Int) {
        let object = try #require(try JSONSerialization.jsonObject(with: Data(draft.body.utf8)) as? [String: Any])
        if let markdown = object["markdown"] as? [String: Any] {
            if let content = markdown["content"] as? String { return (content, content.utf8.count) }
            return (try #require(markdown["text"] as? String), draft.body.utf8.count)
        }
        let lines = try #require(object["content"] as? [[[String: String]]])
        #expect(lines.joined().allSatisfy { $0["tag"] == "text" })
        // Time, signature and what is around the message take less than this.
        return (lines.joined().compactMap { $0["text"] }.joined(separator: "\n"), draft.body.utf8.count + 256)
    }

    @Test(arguments: robots, [1, 7, 40, 220])
    func `So many alerts go in as few messages as hold them, each alert in one`(robot: String, count: Int) throws {
        let way = try #require(DeliveryConfiguration.telling(robot).ways["a"])
        let limit = robot.contains("wecom") ? 4096 : 20_000
        let message = Message.synthetic(count)
        let drafts = try way.drafts(of: message)
        var seen: [String] = []
        for draft in drafts {
            let (text, bytes) = try shown(draft)
            #expect(bytes <= limit, "\(bytes)")
            let ids = text.matches(of: /C(\d{3}) 示例/).map { String($0.1) }
            #expect(ids.count == draft.alerts.count)
            seen += ids
            for entry in draft.alerts { #expect(text.contains(entry.fingerprint.text)) }
            if drafts.count > 1 { #expect(draft.subject.hasSuffix("/\(drafts.count) 条消息）")) }
        }
        #expect(seen.sorted() == (1...count).map { String("\(1000 + $0)".dropFirst()) })
        #expect(Set(drafts.flatMap(\.alerts)) == Set(message.notifications.compactMap(\.entryBeforeDelivery)))
        // The gravest come first.
        let severities = drafts.flatMap(\.alerts).map(\.content.severity)
        #expect(severities == severities.sorted(by: >))
        if count == 1 { #expect(drafts.count == 1) }
    }

    @Test(arguments: robots, ["长", "e\u{301}", "👨‍👩‍👧‍👦", "\u{1F1E8}\u{1F1F3}", "\"\\"])
    func `An alert that no message holds is cut between characters, and arrives whole`(
        robot: String, character: String
    ) throws {
        let way = try #require(DeliveryConfiguration.telling(robot).ways["a"])
        let limit = robot.contains("wecom") ? 4096 : 20_000
        let long = String(repeating: character, count: 6_000)
        let drafts = try way.drafts(of: .synthetic(1, text: "始\(long)终"))
        #expect(drafts.flatMap(\.alerts).count == 1 && drafts.last?.alerts.count == 1)
        var text = ""
        for draft in drafts {
            let part = try shown(draft)
            #expect(part.bytes <= limit, "\(part.bytes)")
            for line in part.text.split(separator: "\n") {
                if let piece = line.firstMatch(of: /情况：(.*?) *$/)?.1 { text += piece }
            }
        }
        let whole = "始\(long)终"
        let expected = robot.contains("feishu") ? whole.printable : RobotMarkdown.escaped(whole)
        #expect(text == expected)
    }

    @Test func `A character longer than a message is cut too`() throws {
        let way = try #require(DeliveryConfiguration.telling(Self.robots[0]).ways["a"])
        let drafts = try way.drafts(of: .synthetic(1, text: "a" + String(repeating: "\u{301}", count: 6_000)))
        for draft in drafts { #expect(try shown(draft).bytes <= 4096) }
        let marks = try drafts.map { try shown($0).text.unicodeScalars.count { $0 == "\u{301}" } }.reduce(0, +)
        #expect(marks == 6_000)
    }
}
