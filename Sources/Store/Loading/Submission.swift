package import Foundation
package import Standards

/// The forms of DESIGN §7 that a submission may hold.
package enum SubmissionForm: String, Sendable, CaseIterable {
    case consortia, observations, policies, incidents, determinations
}

/// A file as it was received: what the ledger says of it.
package struct SubmissionFile: Sendable, Hashable {
    /// The file's name as cell sources give it.
    package let name: String
    /// Where it lay within what was collected; files at the same path are revisions of one document.
    package let path: String
    /// The SHA-256 of its bytes, 64 hexadecimal digits; nil where they could not be read.
    package let sha256: String?
    /// In bytes.
    package let size: Int
    package let sender: String?
    /// When the product received it, or the day that a manifest gives.
    package let receivedAt: Date

    package init(name: String, path: String, sha256: String?, size: Int, sender: String? = nil, receivedAt: Date) {
        self.name = name
        self.path = path
        self.sha256 = sha256
        self.size = size
        self.sender = sender
        self.receivedAt = receivedAt
    }
}

/// What was read from one file, without its observations, which are passed beside it.
package struct SubmissionLoad: Sendable {
    package var file: SubmissionFile
    /// Every form found, also one without rows: a register collected empty says that nothing happened.
    package var forms: Set<SubmissionForm>
    /// The consortium whose yearly workbook the file is; nil for any other file. Its registers speak for it alone.
    package var workbookOf: String?
    package var consortia: [Consortium]
    package var policies: [Policy]
    package var incidents: [Incident]
    package var determinations: [Determination]
    package var formFields: [FormFieldRecord]
    package var findings: [FindingRecord]

    package init(
        file: SubmissionFile, forms: Set<SubmissionForm>, workbookOf: String? = nil, consortia: [Consortium] = [],
        policies: [Policy] = [], incidents: [Incident] = [], determinations: [Determination] = [],
        formFields: [FormFieldRecord] = [], findings: [FindingRecord] = []
    ) {
        self.file = file
        self.forms = forms
        self.workbookOf = workbookOf
        self.consortia = consortia
        self.policies = policies
        self.incidents = incidents
        self.determinations = determinations
        self.formFields = formFields
        self.findings = findings
    }
}

package enum LoadOutcome: Sendable, Hashable {
    /// The same bytes were accepted before; nothing was changed.
    case duplicate(of: Int, loadedAt: Date)
    /// `revision` counts the documents accepted from the same path, this one included.
    case accepted(id: Int, revision: Int, observationCount: Int)
}

/// Something wrong with the data of a submission.
package struct FindingRecord: Sendable, Hashable {
    /// Id of the kind of finding.
    package let kind: String
    package let severity: String
    package let sheet: String?
    package let row: Int?
    package let column: Int?
    package let consortium: String?
    package let indicator: String?
    package let year: Int?
    /// The sentence that people read.
    package let message: String

    package init(
        kind: String, severity: String, sheet: String? = nil, row: Int? = nil, column: Int? = nil,
        consortium: String? = nil, indicator: String? = nil, year: Int? = nil, message: String
    ) {
        self.kind = kind
        self.severity = severity
        self.sheet = sheet
        self.row = row
        self.column = column
        self.consortium = consortium
        self.indicator = indicator
        self.year = year
        self.message = message
    }
}

/// A submission as the ledger keeps it.
package struct SubmissionRecord: Sendable, Hashable, Identifiable {
    package enum Status: String, Sendable {
        case accepted, quarantined
    }

    package let id: Int
    package let status: Status
    package let file: SubmissionFile
    package let loadedAt: Date
    /// Which version of its document it is, from 1; nil where it was quarantined.
    package let revision: Int?
    /// Why it was quarantined.
    package let reason: String?
}
