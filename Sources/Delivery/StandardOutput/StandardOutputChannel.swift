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

    /// A text is one whole; lines stand each by itself, and those of a whole nation are not held together.
    func drafts(of message: Message) throws -> [Draft] {
        switch self {
        case .text: [Draft(subject: message.summary, body: message.text, alerts: message.entries)]
        case .ndjson:
            try message.parts(of: Self.linesOfDraft).map { part in
                Draft(subject: part.summary, body: try part.ndjson(), alerts: part.entries)
            }
        }
    }

    static let linesOfDraft = 1000
}
