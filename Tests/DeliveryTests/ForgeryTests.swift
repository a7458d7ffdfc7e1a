import Alerts
import AlertsTestSupport
import Foundation
import Testing

@testable import Delivery

/// What people typed as a name is text in every channel: it begins no line, calls nobody, and marks nothing up.
struct ForgeryTests {
    private static let names = [
        "甲\n【首次·严重】C999 假的", "甲\r\n\r\nBcc: someone@example.com", "甲\u{2028}假行", "甲\u{202E}反写", "@所有人", "<@all>",
        "@all",
        "<at user_id=\"all\">所有人</at>", "<at id=all></at>", "[点此](https://example.com)", "**粗**", "`代码`",
        "<font color=\"warning\">红</font>", "# 标题", "> 引用", "1. 项", "- 项", "![图](https://example.com/a.png)",
        "甲\u{0}乙\u{7}",
        "</h2><script>alert(1)</script>", "甲\u{200B}@\u{200B}all", "&#64;all",
    ]

    private func draft(_ receiver: String, _ name: String) throws -> Draft {
        let way = try #require(DeliveryConfiguration.telling(receiver).ways["a"])
        return try way.drafts(of: .synthetic(1, names: name))[0]
    }

    @Test(arguments: names)
    func `In robots`(name: String) throws {
        for robot in ["{name: a, kind: wecom, key_env: K}", "{name: a, kind: dingtalk, token_env: T, secret_env: S}"] {
            let plain = try text(of: draft(robot, "甲"))
            let text = try text(of: draft(robot, name))
            #expect(text.split(separator: "\n").count == plain.split(separator: "\n").count)
            // The only marks are ours: the title, the heading's stars and the quotes.
            #expect(text.count { $0 == "*" } == 4 && text.count { $0 == "#" } == 3)
            #expect(!text.contains { "@<`[]".contains($0) })
            #expect(
                text.unicodeScalars.allSatisfy {
                    $0 == "\n" || ![.control, .format].contains($0.properties.generalCategory)
                })
        }
        let feishu = try draft("{name: a, kind: feishu, token_env: T, secret_env: S}", name)
        #expect(!feishu.body.contains("<") && !feishu.body.contains("@"))
    }

    @Test(arguments: names)
    func `In mail`(name: String) throws {
        let draft = try draft("{name: a, kind: smtp, host: localhost, security: none, from: a@b.cn, to: c@d.cn}", name)
        let plain = try self.draft(
            "{name: a, kind: smtp, host: localhost, security: none, from: a@b.cn, to: c@d.cn}", "甲")
        #expect(draft.body.split(separator: "\n").count == plain.body.split(separator: "\n").count)
        let page = try #require(draft.html)
        #expect(page.count { $0 == "<" } == plain.html?.count { $0 == "<" })
        let parcel = Parcel(
            key: "k", messageID: "<k@b.cn>", receiver: "a", at: day(0), content: ParcelContent(draft), attachments: [],
            isInDoubt: false)
        let letter = Letter(parcel, from: Mailbox(name: name, address: "a@b.cn"), to: ["c@d.cn"]).text
        let head = try #require(letter.components(separatedBy: "\r\n\r\n").first).components(separatedBy: "\r\n")
        let fields = head.filter { !$0.hasPrefix(" ") }.compactMap { $0.split(separator: ":").first.map(String.init) }
        #expect(
            fields == [
                "From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "MIME-Version", "Content-Type",
            ])
        #expect(letter.utf8.allSatisfy { $0 < 127 })
    }

    private func text(of draft: Draft) throws -> String {
        let object = try #require(try JSONSerialization.jsonObject(with: Data(draft.body.utf8)) as? [String: Any])
        let markdown = try #require(object["markdown"] as? [String: Any])
        return try #require((markdown["content"] ?? markdown["text"]) as? String)
    }
}
