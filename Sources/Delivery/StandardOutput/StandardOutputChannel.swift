package import Alerts
package import Configuration
import Foundation

/// Prints messages.
package struct StandardOutputChannel: Channel {
    package static let kind = "stdout"
    package static let keys = ["format"]

    let format: MessageFormat

    package init(_ fields: YAMLFields) {
        format = fields.optional("format")?.word() ?? .text
    }

    package func drafts(of message: Message) throws -> [Draft] { try format.drafts(of: message) }

    package func send(_ parcel: Parcel, _ session: Session) -> Outcome {
        do {
            try session.willFinish()
            try FileHandle.standardOutput.write(contentsOf: Data(parcel.body.utf8))
            return .sent
        } catch {
            return .failed("无法写到标准输出", after: nil)
        }
    }
}

/// How messages are written where the receiver may choose.
enum MessageFormat: String, CaseIterable {
    /// Chinese, for people.
    case text
    /// A JSON object a line and alert, for programs.
    case ndjson

    func drafts(of message: Message) throws -> [Draft] {
        let body =
            switch self {
            case .text: message.text
            case .ndjson: try message.ndjson()
            }
        return [Draft(subject: message.summary, body: body, alerts: message.entries)]
    }
}
