package import Alerts
package import Configuration
import Foundation
internal import Safekeeping

/// A robot in a group of WeCom (企业微信群机器人).
///
/// Source: developer.work.weixin.qq.com/document/path/91770: markdown of at most 4,096 bytes of UTF-8, at most 20 messages a
/// minute of a robot; the key in the address is what lets one send. Codes: document/path/90313.
package struct WeComChannel: Channel {
    package static let kind = "wecom"
    package static let keys = ["url"] + Secret.keys("key")

    static let longestContent = 4096
    private static let service = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send"
    /// 接口调用超过限制, and 接口并发调用超过限制.
    private static let limitCodes: [Int: TimeInterval] = [45009: 60, 45033: 60]
    /// 系统繁忙.
    private static let passingCodes: Set = [-1]

    private let url: String
    private let key: Secret?

    package init(_ fields: YAMLFields) {
        url = fields.optional("url")?.address() ?? Self.service
        key = Secret("key", "机器人的密钥", in: fields)
    }

    package var secrets: [Secret] { [key].compactMap(\.self) }
    package var limits: [RateLimit] { [RateLimit(20, in: 60)] }

    package func account(_ vault: SecretVault) throws(SecretError) -> String {
        try key.map { key throws(SecretError) in Account.name(Self.kind, try vault.value(of: key)) } ?? ""
    }

    package func drafts(of message: Message) throws -> [Draft] {
        let digest = try Digest(
            message, limit: Self.longestContent, frame: { Self.content($0, []).utf8.count },
            cost: { RobotMarkdown.line($0).utf8.count + 2 })
        return try digest.parts.map { part in
            let body = Body(markdown: Body.Markdown(content: Self.content(part.title, part.lines)))
            return Draft(subject: part.title, body: try JSONText.of(body), alerts: part.alerts)
        }
    }

    private static func content(_ title: String, _ lines: [Notice.Line]) -> String {
        "### \(RobotMarkdown.escaped(title))\n"
            + lines.map { ($0.label == nil ? "\n" : "") + RobotMarkdown.line($0) }
            .joined(separator: "\n")
    }

    package func send(_ parcel: Parcel, _ session: Session) -> Outcome {
        do throws(SecretError) {
            guard let key else { return .refused("没有配置机器人的密钥") }
            let value = try session.vault.value(of: key)
            let post = HTTPPost(url: "\(url)?key=\(value.percentEncoded)", body: parcel.body, secrets: [value])
            return post.send(session) { reply in
                reply.outcome(
                    code: ["errcode"], words: ["errmsg"], limits: Self.limitCodes, passing: Self.passingCodes,
                    hiding: [value])
            }
        } catch {
            return .failed(error.description, after: nil)
        }
    }

    private struct Body: Encodable {
        struct Markdown: Encodable {
            let content: String
        }
        var msgtype = "markdown"
        let markdown: Markdown
    }
}
