package import Alerts
package import Configuration
import Foundation
internal import Safekeeping

/// A robot in a group of WeCom (企业微信群机器人).
///
/// Source: developer.work.weixin.qq.com/document/path/91770: markdown of at most 4,096 bytes of UTF-8, at most 20 messages a
/// minute of a robot; the key in the address is what lets one send.
package struct WeComChannel: Channel {
    package static let kind = "wecom"
    package static let keys = Robot.keys("key", isSigned: false)

    static let longestContent = 4096

    /// Source: the list of codes, developer.work.weixin.qq.com/document/path/90313: -1 系统繁忙 (to be tried again), 45009
    /// 接口调用超过限制, 45033 接口并发调用超过限制. Neither the list nor the robot's page says how long to wait; its limits are those
    /// of a minute.
    private static let codes = Robot.Codes(
        code: ["errcode"], words: ["errmsg"], limits: [45009: 60, 45033: 60], passing: [-1])

    private let robot: Robot

    package init(_ fields: YAMLFields) {
        robot = Robot(
            Self.kind, fields, service: "https://qyapi.weixin.qq.com/cgi-bin/webhook/send", token: ("key", "密钥"),
            secret: nil, codes: Self.codes)
    }

    package var secrets: [Secret] { robot.secrets }
    package var limits: [RateLimit] { [RateLimit(20, in: 60)] }
    package func account(_ vault: SecretVault) throws(SecretError) -> String { try robot.account(vault) }

    package var longestMessage: Int? { nil }

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
        robot.send(session) { key, _ in HTTPPost(url: "\(robot.url)?key=\(key.percentEncoded)", body: parcel.body) }
    }

    private struct Body: Encodable {
        struct Markdown: Encodable {
            let content: String
        }
        var msgtype = "markdown"
        let markdown: Markdown
    }
}
