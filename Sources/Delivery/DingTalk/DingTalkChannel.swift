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
    package static let keys = Robot.keys("token")

    /// The whole of the request. The documentation of the robot gives 20,000 bytes for a message.
    static let longestBody = 20_000

    /// Source: open.dingtalk.com/document/orgapp/custom-bot-to-send-group-chat-messages has -1 (系统繁忙) and 410100 (发送速度
    /// 太快而限流) among its codes; what the service itself says when more than 20 are sent in a minute is 130101 (send too fast,
    /// exceed 20 times per minute), which the table of errors of Alibaba Cloud's monitoring has too. Ten minutes are those of the
    /// robot's page.
    private static let codes = Robot.Codes(
        code: ["errcode"], words: ["errmsg"], limits: [130101: 600, 410100: 600], passing: [-1])

    private let robot: Robot

    package init(_ fields: YAMLFields) {
        robot = Robot(
            Self.kind, fields, service: "https://oapi.dingtalk.com/robot/send", token: ("token", "访问令牌"),
            secret: "加签密钥", codes: Self.codes)
    }

    package var secrets: [Secret] { robot.secrets }
    package var limits: [RateLimit] { [RateLimit(20, in: 60)] }
    package func account(_ vault: SecretVault) throws(SecretError) -> String { try robot.account(vault) }

    package var longestMessage: Int? { nil }

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
        robot.send(session) { token, secret in
            let milliseconds = "\(Int(session.now.timeIntervalSince1970 * 1000))"
            let sign = Self.signature(at: milliseconds, secret: secret).percentEncoded
            return HTTPPost(
                url: "\(robot.url)?access_token=\(token.percentEncoded)&timestamp=\(milliseconds)&sign=\(sign)",
                body: parcel.body)
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
