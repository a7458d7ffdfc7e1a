package import Collection
internal import Foundation
internal import Platform
internal import Spreadsheet
package import Standards

/// What a sender gets back (回执): what became of a file and what is wrong with it, as a workbook for the clerk and as
/// JSON for programs.
package struct SubmissionReceipt {
    package enum Status: String, Sendable {
        case loaded, unchanged, quarantined, noted
        /// A trial: nothing was stored.
        case checked

        /// As the receipt says it.
        package var title: String {
            switch self {
            case .loaded: "已收取"
            case .unchanged: "与此前收到的文件完全相同，没有变化"
            case .quarantined: "未能收取，请按下列问题改正后重新报送"
            case .noted: "已作为报送清单使用"
            case .checked: "预检完成，数据没有入库"
            }
        }
    }

    let submission: Submission
    /// Those of the file as such and those that show against others, the gravest first and the answered last.
    let findings: [Finding]
    let status: Status
    /// When the file was looked at: `2026-04-10T09:00:00+08:00`.
    let time: String
    let edition: Edition

    package init(of submission: Submission, findings: [Finding], status: Status, time: String, edition: Edition) {
        self.submission = submission
        self.findings =
            FindingSeverity.allCases.reversed().flatMap { severity in
                findings.filter { $0.kind.severity == severity && $0.answer == nil }
            } + findings.filter { $0.answer != nil }
        self.status = status
        self.time = time
        self.edition = edition
    }

    /// Why a receipt could not be written, for the operator.
    package struct WritingError: Error, CustomStringConvertible {
        package let path: String
        package let reason: String
        package var description: String { "\(path)：\(reason)" }
    }

    /// Writes the workbook and the JSON below `folder`, in the folder that the file had in what was collected; the name
    /// tells apart two files that were sent under one name, and the same file from the authorities of two regions.
    /// - Returns: the path of the workbook; the JSON is beside it.
    package func write(to folder: String) throws(WritingError) -> String {
        let directory = submission.file.split(separator: "/").dropLast().reduce(folder) { "\($0)/\($1)" }
        let stem =
            submission.name.contains(".")
            ? submission.name.split(separator: ".").dropLast().joined(separator: ".") : submission.name
        let mark = submission.sha256.isEmpty ? "未读" : String(submission.sha256.prefix(8))
        let region = submission.origin.region.isEmpty ? "" : "-\(submission.origin.region)"
        let kind = status == .checked ? "预检回执" : "回执"
        let path = "\(directory)/\(stem.prefix(utf8: Self.stemLimit))-\(kind)\(region)-\(mark)"
        do {
            if !FileManager.default.fileExists(atPath: directory) {
                try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
            }
            try writeWorkbook(to: path + ".xlsx")
            try json().write(to: URL(filePath: path + ".json"), options: .atomic)
        } catch let error as WorkbookWritingError {
            throw WritingError(path: error.path, reason: error.reason)
        } catch {
            throw WritingError(path: path, reason: SystemReason.text(of: error, while: .writing))
        }
        return path + ".xlsx"
    }

    /// In bytes: of the 255 that a name can have, what is added to it takes its share.
    private static let stemLimit = 160

    /// Those that nobody has answered.
    func count(of severity: FindingSeverity) -> Int {
        findings.count { $0.kind.severity == severity && $0.answer == nil }
    }

    var answeredCount: Int { findings.count { $0.answer != nil } }
}
