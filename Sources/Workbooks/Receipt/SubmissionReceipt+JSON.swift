internal import Collection
internal import FEEL
internal import Foundation
internal import Spreadsheet
internal import Standards

extension SubmissionReceipt {
    /// The receipt for programs: keys in alphabetical order, the same bytes for the same receipt.
    func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return try encoder.encode(Document(self))
    }

    private struct Document: Encodable {
        /// What people cite the submission by.
        let receipt: String?
        let file: String
        let sha256: String
        let consortium: String?
        let sender: String?
        let status: String
        let checkedAt: String
        let receivedOn: String?
        let observations: Int
        /// Of those that nobody has answered, by severity.
        let counts: [String: Int]
        let answered: Int
        let findings: [Line]

        init(_ receipt: SubmissionReceipt) {
            self.receipt = receipt.submission.receiptNumber
            consortium = receipt.submission.origin.consortium
            sender = receipt.submission.origin.sender.isEmpty ? nil : receipt.submission.origin.sender
            file = receipt.submission.file
            sha256 = receipt.submission.sha256
            status = receipt.status.rawValue
            checkedAt = receipt.time
            receivedOn = receipt.submission.receivedOn?.description
            observations = receipt.submission.observations.count
            counts = Dictionary(
                uniqueKeysWithValues: FindingSeverity.allCases.map { ($0.rawValue, receipt.count(of: $0)) })
            answered = receipt.answeredCount
            findings = receipt.findings.map(Line.init)
        }
    }

    private struct Line: Encodable {
        let file: String
        let sheet: String?
        /// `F31`; nil for a row or a file as a whole.
        let cell: String?
        let row: Int?
        let column: Int?
        let kind: String
        let severity: String
        let problem: String
        let remedy: String
        /// What the sender answered; the remedy says so too.
        let answer: String?
        let consortium: String?
        let indicator: String?
        let year: Int?

        init(_ finding: Finding) {
            let source = finding.source
            file = source.file
            sheet = source.sheet
            let hasCell = source.row > 0 && source.column > 0
            cell = hasCell ? CellAddress(row: source.row, column: source.column).description : nil
            row = source.row > 0 ? source.row : nil
            column = source.column > 0 ? source.column : nil
            kind = finding.kind.id
            severity = finding.kind.severity.rawValue
            problem = finding.problem
            remedy = finding.remedy
            answer = finding.answer
            consortium = finding.consortium
            indicator = finding.indicator?.text
            year = finding.year?.value
        }
    }
}
