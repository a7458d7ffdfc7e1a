package import Alerts
package import Configuration
import Foundation
internal import Safekeeping

/// A robot in a group of DingTalk (钉钉自定义机器人), with signatures (加签).
///
/// Source: open.dingtalk.com/document/robots/custom-robot-access and …/customize-robot-security-settings: at most 20 messages
/// a minute of a robot, then none for ten minutes; an answer of status 200 says in `errcode` whether it was taken.
package struct DingTalkChannel: Channel {
    package static let kind = "dingtalk"
    package static let keys = ["url"] + Secret.keys("token") + Secret.keys("secret")

    /// The whole of the request. The documentation of the robot gives 20,000 bytes for a message.
    static let longestBody = 20_000
    private static let service = "https://oapi.dingtalk.com/robot/send"
    /// 发送速度太快而限流.
    private static let limitCodes: [Int: TimeInterval] = [130101: 600, 410100: 600]
    /// 系统繁忙.
    private static let passingCodes: Set = [-1]

    private let url: String
    private let token: Secret?
    private let secret: Secret?

    package init(_ fields: YAMLFields) {
        url = fields.optional("url")?.address() ?? Self.service
        token = Secret("token", "机器人的访问令牌", in: fields)
        secret = Secret("secret", "机器人的加签密钥", in: fields)
    }

    package var secrets: [Secret] { [token, secret].compactMap(\.self) }
    package var limits: [RateLimit] { [RateLimit(20, in: 60)] }

    package func account(_ vault: SecretVault) throws(SecretError) -> String {
        try token.map { token throws(SecretError) in Account.name(Self.kind, try vault.value(of: token)) } ?? ""
    }

    package func drafts(of message: Message) throws -> [Draft] {
        let digest = try Digest(
            message, limit: Self.longestBody, frame: { try JSONText.bytes(Self.body($0, [])) },
            cost: { try JSONText.bytes(RobotMarkdown.line($0)) + 8 })
        return try digest.parts.map { part in
            Draft(
                subject: part.title, body: try JSONText.of(try Self.body(part.title, part.lines)), alerts: part.alerts)
        }
    }

    /// A line of its own is one that two blanks stand before the break of.
    private static func body(_ title: String, _ lines: [Notice.Line]) throws -> Body {
        let text =
            "### \(RobotMarkdown.escaped(title))\n\n"
            + lines.map { ($0.label == nil ? "\n" : "") + RobotMarkdown.line($0) }.joined(separator: "  \n")
        return Body(markdown: Body.Markdown(title: title, text: text))
    }

    package func send(_ parcel: Parcel, _ session: Session) -> Outcome {
        do throws(SecretError) {
            guard let token, let secret else { return .refused("没有配置机器人的访问令牌和加签密钥") }
            let (name, key) = (try session.vault.value(of: token), try session.vault.value(of: secret))
            let milliseconds = "\(Int(session.now.timeIntervalSince1970 * 1000))"
            let sign = Self.signature(at: milliseconds, secret: key)
            let post = HTTPPost(
                url: "\(url)?access_token=\(name.percentEncoded)&timestamp=\(milliseconds)&sign=\(sign.percentEncoded)",
                body: parcel.body, secrets: [name, key])
            return post.send(session) { reply in
                reply.outcome(
                    code: ["errcode"], words: ["errmsg"], limits: Self.limitCodes, passing: Self.passingCodes,
                    hiding: [name, key])
            }
        } catch {
            return .failed(error.description, after: nil)
        }
    }

    /// Base64 of the HMAC-SHA256 over time, line break and secret, the secret as key.
    static func signature(at milliseconds: String, secret: String) -> String {
        let digest = HMAC.sha256(key: Array(secret.utf8), of: Array("\(milliseconds)\n\(secret)".utf8))
        return Data(digest).base64EncodedString()
    }

    private struct Body: Encodable {
        struct Markdown: Encodable {
            let title: String
            let text: String
        }
        struct At: Encodable {
            var isAtAll = false
        }
        var msgtype = "markdown"
        let markdown: Markdown
        var at = At()
    }
}
