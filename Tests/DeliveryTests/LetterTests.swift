import AlertsTestSupport
import Foundation
import Safekeeping
import Testing

@testable import Delivery

/// Letters as RFC 2047 and RFC 5322 have them.
struct LetterTests {
    @Test(arguments: [
        "短", "产教联合体监测告警：湖南省 2025年度 3 条（严重 1、重要 2）", String(repeating: "告警", count: 100),
        String(repeating: "👨‍👩‍👧‍👦", count: 20), "a", String(repeating: "e\u{301}", count: 80),
        "e" + String(repeating: "\u{301}", count: 200),
    ])
    func `A Chinese subject is cut at characters, in lines of at most 76`(text: String) throws {
        let lines = "Subject: \(EncodedWords.text(text, after: 9))".components(separatedBy: "\r\n")
        var decoded: [String] = []
        for line in lines {
            #expect(line.utf8.count <= 76)
            let word = try #require(line.firstMatch(of: /=\?UTF-8\?B\?([A-Za-z0-9+\/=]+)\?=$/)?.1)
            let bytes = try #require(Data(base64Encoded: String(word)))
            // Each word is text by itself.
            decoded.append(try #require(String(data: bytes, encoding: .utf8)))
        }
        let text = text.printable
        #expect(decoded.joined() == text)
        if text.allSatisfy({ String($0).utf8.count <= 45 }) { #expect(decoded.map(\.count).reduce(0, +) == text.count) }
    }

    @Test func `The same parcel makes the same letter, whatever the time`() throws {
        let way = try #require(
            DeliveryConfiguration.telling("{name: a, kind: smtp, host: x.cn, from: a@b.cn, to: c@d.cn}").ways["a"])
        let draft = try way.drafts(of: .synthetic(2))[0]
        func letter() -> String {
            let parcel = Parcel(
                key: "0123", messageID: "<0123@b.cn>", receiver: "a", at: day(0), content: ParcelContent(draft),
                attachments: [Attachment(name: "档案.html", type: "text/html", bytes: Data("<p>".utf8))], isInDoubt: false
            )
            return Letter(parcel, from: Mailbox(name: "监测", address: "a@b.cn"), to: ["c@d.cn", "e@f.cn"]).text
        }
        #expect(letter() == letter())
        #expect(letter().contains("\r\nDate: Mon, 05 Jan 2026 08:00:00 +0800\r\nMessage-ID: <0123@b.cn>\r\n"))
        #expect(letter().contains("filename*=UTF-8''%E6%A1%A3%E6%A1%88.html\r\n"))
        #expect(letter().components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 78 })
        #expect(way.domain == "b.cn")
    }
}
