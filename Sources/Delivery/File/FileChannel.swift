package import Alerts
package import Configuration
import Foundation

/// Appends messages to a file, a message whole or not at all, and each once.
package struct FileChannel: Channel {
    package static let kind = "file"
    package static let keys = ["path", "format"]

    /// `{date}` is the day of the message in China, and so makes one file a day.
    let path: String
    let format: MessageFormat

    package init(_ fields: YAMLFields) {
        path = fields.required("path")?.datedPath ?? ""
        format = fields.optional("format")?.word() ?? .text
    }

    package func drafts(of message: Message) throws -> [Draft] { try format.drafts(of: message) }

    package func send(_ parcel: Parcel, _ session: Session) -> Outcome {
        do throws(FileAppendingError) {
            let file = try AppendedFile(path, on: parcel.at)
            if parcel.isInDoubt, try file.completes(parcel.body) { return .sent }
            do {
                try session.willFinish()
            } catch {
                return .failed("\(error)", after: nil)
            }
            try file.append(parcel.body)
            return .sent
        } catch {
            return .failed(error.description, after: nil)
        }
    }
}

extension YAMLEntry {
    /// A path in which nothing but `{date}` stands between braces.
    fileprivate var datedPath: String {
        let path = text
        if path.replacing("{date}", with: "").contains(where: { $0 == "{" || $0 == "}" }) {
            report(expected: "花括号只能用在 {date}", remedy: "请改正或删去其他花括号")
        }
        return path
    }
}
