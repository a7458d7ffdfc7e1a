package import Foundation
package import Standards

/// The forms of DESIGN §7 that a submission may hold.
package enum SubmissionForm: String, Sendable, CaseIterable {
    case consortia, observations, policies, incidents, determinations, transitions
    case members, workplans, documents, tasks, ratings, evaluations
    case manifest, withdrawals
    /// What documents that are forms state.
    case statements
    /// What places registered of their targets.
    case targets
    /// What was told by quarter.
    case quarters
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
    package let origin: Origin
    /// When it came: the day that a manifest gives, else when it was collected. It decides timeliness and what was known
    /// on a past day; when the store took it in (recorded) is another clock.
    package let receivedAt: Date
    /// Whether somebody wrote down the day on which it came. A file that merely lies in the inbox was not sent again.
    package let isDated: Bool
    /// A text whose bytes tell the order of files that were received, and taken in, on one day.
    package let order: String

    /// - Parameter order: nil for that of the paths.
    package init(
        name: String, path: String, sha256: String?, size: Int, origin: Origin, receivedAt: Date,
        isDated: Bool = false, order: String? = nil
    ) {
        self.name = name
        self.path = path
        self.sha256 = sha256
        self.size = size
        self.origin = origin
        self.receivedAt = receivedAt
        self.isDated = isDated
        self.order = order ?? path
    }
}

/// What was read from one file, without its observations, which are passed beside it.
package struct SubmissionLoad: Sendable {
    package var file: SubmissionFile
    /// Every form found, also one without rows: a register that an authority sent empty says that nothing happened.
    package var forms: Set<SubmissionForm>
    package var consortia: [Consortium] = []
    package var policies: [Policy] = []
    package var incidents: [Incident] = []
    package var determinations: [Determination] = []
    package var transitions: [Transition] = []
    /// Members, work plans, documents, tasks, ratings, evaluations.
    package var entries: [RegisterEntry] = []
    /// The submissions that this one takes back.
    package var withdrawals: [Withdrawal] = []
    package var formFields: [FormFieldRecord] = []
    /// Heads of the log that came back with it.
    package var returnedHeads: [ReturnedHead] = []
    package var findings: [FindingRecord] = []
    /// Findings that are still being made: waited for when its figures are written. They follow ``findings``.
    package var laterFindings: (@Sendable () throws -> [FindingRecord])?
    /// The version of what read it; empty where that is not to be told.
    package var reader = ""

    package init(file: SubmissionFile, forms: Set<SubmissionForm>) {
        self.file = file
        self.forms = forms
    }
}

extension SubmissionLoad {
    /// Whether it has no entries of registers, and nothing else that may point to what is not there.
    var hasFiguresAlone: Bool {
        forms == [.observations] && consortia.isEmpty && policies.isEmpty && incidents.isEmpty
            && determinations.isEmpty && transitions.isEmpty && entries.isEmpty && withdrawals.isEmpty
            && formFields.isEmpty && returnedHeads.isEmpty
    }
}

/// That a submission, or one entry of a register, is taken back: it stays in the ledger and counts no more from the
/// day on which the withdrawal was received.
package struct Withdrawal: Sendable, Hashable {
    package enum Target: Sendable, Hashable {
        /// A whole submission, by its id in the ledger.
        case submission(Int)
        /// An entry of a register by what it is known by: of policies and incidents their id, of consortia theirs; the
        /// entry of one consortium alone where that is given.
        case entry(form: SubmissionForm, id: String, consortium: String? = nil)
    }

    package let target: Target
    /// Why, as the sender says.
    package let ground: String

    package init(target: Target, ground: String) {
        self.target = target
        self.ground = ground
    }
}

package enum LoadOutcome: Sendable, Hashable {
    /// The same bytes were accepted before; nothing was changed.
    case duplicate(of: Int, recordedAt: Date)
    /// `revision` counts the versions of the document by the same sender and of the same subject, this one included.
    case accepted(id: Int, revision: Int, observationCount: Int)
}

/// Something wrong with the data of a submission, as data: the sentence is made when somebody reads it.
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
    /// What the kind's sentences are filled in with, by the names in their braces.
    package let values: [String: String]
    /// The sentence of a finding that was stored before findings were data; nil since.
    package let text: String?
    /// What its sender answered; nil where nothing.
    package var answer: String?

    package init(
        kind: String, severity: String, sheet: String? = nil, row: Int? = nil, column: Int? = nil,
        consortium: String? = nil, indicator: String? = nil, year: Int? = nil, values: [String: String] = [:],
        text: String? = nil, answer: String? = nil
    ) {
        self.kind = kind
        self.severity = severity
        self.sheet = sheet
        self.row = row
        self.column = column
        self.consortium = consortium
        self.indicator = indicator
        self.year = year
        self.values = values
        self.text = text
        self.answer = answer
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
    /// When the store took it in.
    package let recordedAt: Date
    /// Whether it was taken over from a store of the first edition, whose rows count as an authority's.
    package let isMigrated: Bool
    /// Which version of its document it is, from 1, by sender and subject; nil where it was quarantined.
    package let revision: Int?
    /// Why it was quarantined.
    package let reason: String?
}
