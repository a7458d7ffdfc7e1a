package import Collection
internal import Foundation
internal import Platform
internal import Safekeeping
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
    /// Those of the file as such and those that show against others, the gravest first, the answered last: what changes
    /// the conclusion, then by severity.
    let findings: [Finding]
    /// Of each finding, in the same order; nil where it is of no figure, or nothing was tried.
    let effects: [FindingConsequence?]
    let consequences: Consequences
    /// Nil where the file is of no one consortium and year.
    let stand: ReportingStand?
    let status: Status
    /// When the file was looked at: `2026-04-10T09:00:00+08:00`.
    let time: String
    let edition: Edition
    /// The head of the log when the file was looked at; nil where there was none.
    let logHead: String?

    package init(
        of submission: Submission, findings: [Finding], status: Status, time: String, edition: Edition,
        stand: ReportingStand? = nil, consequences: Consequences = .untried, logHead: String? = nil
    ) {
        self.submission = submission
        let figures = consequences.byFigure.isEmpty ? nil : DoubtfulFigures(of: submission, edition: edition)
        let weighed = findings.map { finding in
            let effects = (figures?.figures(of: finding) ?? []).compactMap { consequences.byFigure[$0] }
            return (finding: finding, effect: effects.min { $0.order < $1.order })
        }
        let inOrder = weighed.enumerated().sorted { left, right in
            let (one, other) = (Self.rank(left.element), Self.rank(right.element))
            return one == other ? left.offset < right.offset : one < other
        }.map(\.element)
        self.findings = inOrder.map(\.finding)
        effects = inOrder.map(\.effect)
        self.consequences = consequences
        self.stand = stand
        self.status = status
        self.time = time
        self.edition = edition
        self.logHead = logHead
    }

    /// What a clerk should see first comes lowest. What was not tried stands by its severity among the rest: an error
    /// may cost a whole row or sheet.
    private static func rank(_ weighed: (finding: Finding, effect: FindingConsequence?)) -> (Int, Int, Int) {
        let severity =
            FindingSeverity.allCases.count
            - (FindingSeverity.allCases.firstIndex(
                of: weighed.finding.kind.severity) ?? 0)
        let place: Int =
            switch (weighed.effect?.weight, weighed.finding.kind.severity) {
            case (.conclusion?, _): 0
            case (.joint?, _): 1
            case (nil, .error): 2
            case (.afterwards?, _): 3
            case (nil, .warning): 4
            case (.criterion?, _): 5
            case (FindingConsequence.Weight.none?, _): 6
            case (nil, .info): 7
            }
        if weighed.finding.answer != nil { return (8, 0, severity) }
        return (place, weighed.effect?.group ?? 0, severity)
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
        let path = Self.path(
            of: submission.file, name: submission.name, sha256: submission.sha256, region: submission.origin.region,
            isTrial: status == .checked, in: folder)
        let directory = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        do {
            try DurableFile.makeFolder(directory)
            try writeWorkbook(to: path + ".xlsx")
            try DurableFile.write(to: path + ".json", isOnDisk: false) { add in try writeJSON(add) }
        } catch let error as WorkbookWritingError {
            throw WritingError(path: error.path, reason: error.reason)
        } catch let error as DurableFile.WritingError {
            throw WritingError(path: path, reason: error.reason)
        } catch {
            throw WritingError(path: path, reason: SystemReason.text(of: error, while: .writing))
        }
        return path + ".xlsx"
    }

    /// Where the receipt of a file is, without its ending.
    /// - Parameters:
    ///   - file: where it lay in what was collected.
    ///   - name: as cell sources give it.
    ///   - sha256: of its bytes; empty where they could not be read.
    ///   - region: of the authority that sent it; empty for anybody else.
    private static func path(
        of file: String, name: String, sha256: String, region: String, isTrial: Bool, in folder: String
    ) -> String {
        let directory = file.split(separator: "/").dropLast().reduce(folder) { "\($0)/\($1)" }
        let stem = name.contains(".") ? name.split(separator: ".").dropLast().joined(separator: ".") : name
        let mark = sha256.isEmpty ? "未读" : String(sha256.prefix(8))
        let place = region.isEmpty ? "" : "-\(region)"
        let kind = isTrial ? "预检回执" : "回执"
        return "\(directory)/\(stem.prefix(utf8: stemLimit))-\(kind)\(place)-\(mark)"
    }

    /// The workbook of a file that was taken in or set aside, as ``write(to:)`` names it.
    package static func workbook(
        of file: String, name: String, sha256: String, region: String, in folder: String
    ) -> String {
        path(of: file, name: name, sha256: sha256, region: region, isTrial: false, in: folder) + ".xlsx"
    }

    /// In bytes: of the 255 that a name can have, what is added to it takes its share.
    private static let stemLimit = 160

    /// Those that nobody has answered.
    func count(of severity: FindingSeverity) -> Int {
        findings.count { $0.kind.severity == severity && $0.answer == nil }
    }

    var answeredCount: Int { findings.count { $0.answer != nil } }
}

extension FindingConsequence {
    fileprivate var order: Int { Weight.allCases.firstIndex(of: weight) ?? 0 }
}
