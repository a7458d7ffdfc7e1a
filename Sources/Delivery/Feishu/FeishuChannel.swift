package import Alerts
package import Configuration
package import Foundation
internal import Safekeeping

/// A robot in a group of Feishu (飞书自定义机器人), with signatures (签名校验).
///
/// Source: open.feishu.cn/document/client-docs/bot-v3/add-custom-bot: at most 100 messages a minute and 5 a second of a robot,
/// a request of at most 20 KB; better not on the full and the half hour, when everybody sends. What people see is text in
/// elements of text, so that nothing in it is a mention or markup.
package struct FeishuChannel: Channel {
    package static let kind = "feishu"
    package static let keys = Robot.keys("token")

    /// Of the request without time and signature, for which there is room left.
    static let longestBody = 20_000

    /// The documentation above names 11232 as what the service answers when it is pressed, as on the full and half hour. 11233
    /// and -1 stand in no page of it that we know: they are taken for troubles that pass, so that nothing is given up that
    /// could have been sent a little later. Older robots answer with `StatusCode` and `StatusMessage`.
    private static let codes = Robot.Codes(
        code: ["code", "StatusCode"], words: ["msg", "StatusMessage"], limits: [11232: 60, 11233: 60], passing: [-1])

    private let robot: Robot

    package init(_ fields: YAMLFields) {
        robot = Robot(
            Self.kind, fields, service: "https://open.feishu.cn/open-apis/bot/v2/hook", token: ("token", "令牌"),
            secret: "签名密钥", codes: Self.codes)
    }

    package var secrets: [Secret] { robot.secrets }
    package var limits: [RateLimit] { [RateLimit(100, in: 60), RateLimit(5, in: 1)] }
    package func account(_ vault: SecretVault) throws(SecretError) -> String { try robot.account(vault) }

    /// The minute after the full and the half hour.
    package func opening(at now: Date) -> Date {
        let second = now.timeIntervalSince1970.truncatingRemainder(dividingBy: 1800)
        return second < 60 ? now.addingTimeInterval(60 - second) : now
    }

    package var longestMessage: Int? { nil }

    package func drafts(of message: Message) throws -> [Draft] {
        let digest = try Digest(
            message, limit: Self.longestBody - 512, frame: { try JSONText.bytes(Content(title: $0, lines: [])) + 64 },
            cost: { try JSONText.bytes([Element($0)]) + 1 })
        return try digest.parts.map { part in
            let content = Content(title: part.title, lines: part.lines.map { [Element($0)] })
            return Draft(subject: part.title, body: try JSONText.of(content), alerts: part.alerts)
        }
    }

    package func send(_ parcel: Parcel, _ session: Session) -> Outcome {
        robot.send(session) { token, secret in
            let seconds = "\(Int(session.now.timeIntervalSince1970))"
            let content = try JSONDecoder().decode(Content.self, from: Data(parcel.body.utf8))
            let body = Request(
                timestamp: seconds, sign: Self.signature(at: seconds, secret: secret),
                content: .init(post: .init(zh_cn: content)))
            return HTTPPost(url: "\(robot.url)/\(token.percentEncoded)", body: try JSONText.of(body))
        }
    }

    /// Base64 of the HMAC-SHA256 over nothing, time, line break and secret as key.
    static func signature(at seconds: String, secret: String) -> String {
        Data(HMAC.sha256(key: Array("\(seconds)\n\(secret)".utf8), of: [])).base64EncodedString()
    }

    /// Title and lines of a message of rich text (富文本).
    private struct Content: Codable {
        let title: String
        let content: [[Element]]

        init(title: String, lines: [[Element]]) {
            self.title = title
            content = lines
        }
    }

    private struct Element: Codable {
        var tag = "text"
        let text: String

        /// A sign that a tag could begin with is one of full width.
        init(_ line: Notice.Line) {
            let text = line.text.replacing("<", with: "＜").replacing("@", with: "＠")
            self.text = line.label.map { "    \($0)：\(text)" } ?? text
        }
    }

    private struct Request: Encodable {
        struct Languages: Encodable {
            let zh_cn: FeishuChannel.Content
        }
        struct Post: Encodable {
            let post: Languages
        }
        let timestamp: String
        let sign: String
        var msg_type = "post"
        let content: Post
    }
}
