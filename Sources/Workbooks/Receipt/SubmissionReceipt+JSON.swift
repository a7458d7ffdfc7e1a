internal import Collection
internal import FEEL
internal import Foundation
internal import Spreadsheet
internal import Standards

extension SubmissionReceipt {
    /// Writes the receipt for programs: keys in alphabetical order, the same bytes for the same receipt.
    ///
    /// Of each finding the encoder holds several kilobytes, and a large file has tens of thousands: each is made alone, and
    /// goes to the file before the next.
    func writeJSON(_ add: ([UInt8]) throws -> Void) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        let document = Array(try encoder.encode(Document(self)))
        let title = Data("\"findings\" : [".utf8)
        guard !findings.isEmpty, let start = Data(document).range(of: title)?.upperBound,
            let end = document[start...].firstIndex(of: UInt8(ascii: "]"))
        else { return try add(document) }
        var piece = Array(document[..<start])
        for (number, (finding, effect)) in zip(findings, effects).enumerated() {
            piece += Array((number == 0 ? "\n    " : ",\n    ").utf8)
            for line in try encoder.encode(Line(finding, effect)).split(separator: UInt8(ascii: "\n")) {
                if line.startIndex > 0 { piece += Array("\n    ".utf8) }
                piece += line
            }
            guard piece.count > Self.pieceSize else { continue }
            try add(piece)
            piece.removeAll(keepingCapacity: true)
        }
        try add(piece + Array("\n  ".utf8) + document[end...])
    }

    /// In bytes.
    private static let pieceSize = 1 << 16

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
        /// The head of the log when the file was looked at; nil where there was none.
        let logHead: String?
        /// Nil where the file is of no one consortium and year.
        let progress: Progress?
        /// What the findings change together, in a sentence.
        let consequence: String?
        /// Of those that nobody has answered, by severity.
        let counts: [String: Int]
        let answered: Int
        /// Where a document is to be signed; nil for a file that is no document.
        let declarations: [Declaration]?
        /// None: they are put in afterwards.
        let findings: [Line] = []

        init(_ receipt: SubmissionReceipt) {
            self.receipt = receipt.submission.receiptNumber
            consortium = receipt.submission.origin.consortium
            sender = receipt.submission.origin.sender.isEmpty ? nil : receipt.submission.origin.sender
            file = receipt.submission.file
            sha256 = receipt.submission.sha256
            status = receipt.status.rawValue
            checkedAt = receipt.time
            receivedOn = receipt.submission.receivedOn?.description
            observations = receipt.submission.observationCount
            logHead = receipt.logHead
            progress = receipt.stand.map { Progress($0, receipt.edition) }
            consequence = receipt.consequences.sentence
            counts = Dictionary(
                uniqueKeysWithValues: FindingSeverity.allCases.map { ($0.rawValue, receipt.count(of: $0)) })
            answered = receipt.answeredCount
            let declarations = receipt.submission.declarations.map(Declaration.init)
            self.declarations = declarations.isEmpty ? nil : declarations
        }
    }

    /// How far the report of the year goes, what was reported before included.
    private struct Progress: Encodable {
        let year: Int
        let points: Int
        let filled: Int
        let blank: Int
        let unreadable: Int
        let deadline: String

        init(_ stand: ReportingStand, _ edition: Edition) {
            let count = stand.count(in: edition)
            year = stand.year.value
            points = count.all
            filled = count.filled
            blank = count.blank
            unreadable = count.unreadable
            deadline = stand.deadline.description
        }
    }

    private struct Declaration: Encodable {
        let id: String
        let title: String
        let opinion: String?
        let signedBy: String?
        let signedOn: String?
        let isSealed: Bool?
        let lacking: [String]

        init(_ declaration: FormDeclaration) {
            id = declaration.id
            title = declaration.title
            opinion = declaration.opinion
            signedBy = declaration.signatory.isEmpty ? nil : declaration.signatory
            signedOn = declaration.date?.description
            isSealed = declaration.isSealed
            lacking = declaration.lacking
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
        /// ``FindingConsequence/Weight``, with what changes and the group of those that count only together.
        let weight: String?
        let changes: String?
        let group: Int?

        init(_ finding: Finding, _ effect: FindingConsequence?) {
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
            weight = effect?.weight.rawValue
            changes = effect.flatMap { $0.text.isEmpty ? nil : $0.text }
            group = effect?.group
        }
    }
}
