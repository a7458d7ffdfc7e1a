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
    package static let keys = ["url"] + Secret.keys("token") + Secret.keys("secret")

    /// Of the request without time and signature, for which there is room left.
    static let longestBody = 20_000
    private static let service = "https://open.feishu.cn/open-apis/bot/v2/hook"
    /// frequency limited.
    private static let limitCodes: [Int: TimeInterval] = [11232: 60, 11233: 60]
    private static let passingCodes: Set = [-1]

    private let url: String
    private let token: Secret?
    private let secret: Secret?

    package init(_ fields: YAMLFields) {
        url = fields.optional("url")?.address() ?? Self.service
        token = Secret("token", "机器人的令牌", in: fields)
        secret = Secret("secret", "机器人的签名密钥", in: fields)
    }

    package var secrets: [Secret] { [token, secret].compactMap(\.self) }
    package var limits: [RateLimit] { [RateLimit(100, in: 60), RateLimit(5, in: 1)] }

    package func account(_ vault: SecretVault) throws(SecretError) -> String {
        try token.map { token throws(SecretError) in Account.name(Self.kind, try vault.value(of: token)) } ?? ""
    }

    /// The minute after the full and the half hour.
    package func opening(at now: Date) -> Date {
        let second = now.timeIntervalSince1970.truncatingRemainder(dividingBy: 1800)
        return second < 60 ? now.addingTimeInterval(60 - second) : now
    }

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
        do {
            guard let token, let secret else { return .refused("没有配置机器人的令牌和签名密钥") }
            let (name, key) = (try session.vault.value(of: token), try session.vault.value(of: secret))
            let seconds = "\(Int(session.now.timeIntervalSince1970))"
            let content = try JSONDecoder().decode(Content.self, from: Data(parcel.body.utf8))
            let body = Request(
                timestamp: seconds, sign: Self.signature(at: seconds, secret: key),
                content: .init(post: .init(zh_cn: content)))
            let post = HTTPPost(
                url: "\(url)/\(name.percentEncoded)", body: try JSONText.of(body), secrets: [name, key])
            return post.send(session) { reply in
                reply.outcome(
                    code: ["code", "StatusCode"], words: ["msg", "StatusMessage"], limits: Self.limitCodes,
                    passing: Self.passingCodes, hiding: [name, key])
            }
        } catch {
            return .failed("\(error)", after: nil)
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
