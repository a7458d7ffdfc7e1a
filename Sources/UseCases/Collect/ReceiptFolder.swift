internal import Collection
package import Foundation
internal import Standards
internal import Workbooks

/// The folder that receipts are written to, for senders to get back.
package struct ReceiptFolder: Sendable {
    package let folder: URL
    /// Whether files are only looked at, and none is stored.
    let isTrial: Bool
    /// The head of the log that receipts bear; nil where none was given out yet.
    private(set) var logHead: String?

    package init(folder: URL, isTrial: Bool = false) {
        self.folder = folder
        self.isTrial = isTrial
    }

    func bearing(_ logHead: String?) -> ReceiptFolder {
        var folder = self
        folder.logHead = logHead
        return folder
    }

    /// The folder beside a database.
    package static func beside(_ database: String) -> URL {
        URL(filePath: database).deletingLastPathComponent().appending(path: "receipts", directoryHint: .isDirectory)
    }

    /// Whether a file is one of the receipts, which nobody has sent.
    func contains(_ path: String) -> Bool {
        let own = folder.standardizedFileURL.path
        return URL(filePath: path).standardizedFileURL.path.hasPrefix(own.hasSuffix("/") ? own : own + "/")
    }

    /// Writes the receipt of a file that was taken in, set aside or, in a trial, looked at; nil for one that is known,
    /// unless a later version has replaced it.
    func write(
        _ submission: Submission, _ findings: [Finding], _ outcome: Collecting.Outcome, _ edition: Edition,
        at now: Date, _ scale: Weighing.Scale
    ) throws -> String? {
        let status: SubmissionReceipt.Status? =
            switch outcome {
            case .loaded: isTrial ? .checked : .loaded
            case .unchanged where isTrial: .checked
            case .unchanged: findings.contains { $0.kind == .earlierVersion } ? .unchanged : nil
            case .quarantined: .quarantined
            case .noted: isTrial ? .checked : nil
            case .unfinished: nil
            }
        guard let status else { return nil }
        let receipt = SubmissionReceipt(
            of: submission, findings: findings, status: status, time: ChinaTime.timestamp(now), edition: edition,
            stand: scale.stand, consequences: scale.consequences(), logHead: logHead)
        do {
            return try receipt.write(to: folder.path)
        } catch {
            throw Failure(.configuration, "无法写入回执 \(error)。请检查权限和磁盘空间。")
        }
    }
}
