internal import GRDB
internal import Standards

/// What had been taken back within a horizon (DESIGN §7): whole submissions, and entries of registers by what they are
/// known by.
///
/// An authority takes back what it or a secretariat sent, one of a region only what is of that region; a secretariat what
/// it sent itself. What one may not take back stands.
struct Withdrawals {
    /// The submissions whose rows count no more.
    private(set) var submissions: Set<Int64> = []
    /// Who took an entry back, and of which consortium alone.
    private var entries: [Entry: [(by: Speaker, consortium: Int64?)]] = [:]
    private let db: Database

    private struct Entry: Hashable {
        let form: SubmissionForm
        let id: String
    }

    /// Who sent a submission, and its place in the order of receipt.
    private struct Speaker {
        let authority: Authority
        let region: String
        let consortium: String
        let isMigrated: Bool
        let receipt: (String, String, Int64)

        init(_ row: Row) {
            authority = Authority(rawValue: row["authority"]) ?? .secretariat
            region = row["region"]
            consortium = row["consortium"]
            isMigrated = row["migrated"]
            receipt = (row["received_at"], row["sequence"], row["id"])
        }

        func mayTakeBack(from other: Speaker) -> Bool {
            switch authority {
            case .authority: other.authority == .secretariat || RegionCode.contains(region, other.region)
            case .secretariat:
                !consortium.isEmpty && consortium == other.consortium
                    && (other.authority == .secretariat || other.isMigrated)
            }
        }
    }

    init(_ db: Database, within horizon: Horizon) throws {
        self.db = db
        // The latest first: one that was itself taken back by a later one takes nothing back.
        let rows = try db.rows(
            sql: """
                SELECT target, form, entry, withdrawal.consortium, submission.* FROM withdrawal
                JOIN submission ON submission.id = withdrawal.submission
                WHERE \(Horizon.condition)
                ORDER BY submission.received_at DESC, submission.sequence DESC, submission.id DESC
                """, arguments: horizon.arguments, adapter: ScopeAdapter(["by": SuffixRowAdapter(fromIndex: 4)]))
        for row in rows {
            guard let source = row.scopes["by"], !submissions.contains(source["id"]) else { continue }
            let speaker = Speaker(source)
            if let target: Int64 = row[0] {
                if target != speaker.receipt.2, let other = try self.speaker(of: target),
                    speaker.mayTakeBack(from: other)
                {
                    submissions.insert(target)
                }
            } else if let form = SubmissionForm(rawValue: row[1]) {
                entries[Entry(form: form, id: row[2]), default: []].append((speaker, row[3]))
            }
        }
    }

    /// Whether an entry of a register, about `consortium` where it is about one, that came with `submission` counts no
    /// more.
    func takesBack(
        _ form: SubmissionForm, _ id: String?, about consortium: Int64?, of submission: Int64
    ) throws -> Bool {
        if submissions.contains(submission) { return true }
        guard let id, !entries.isEmpty, let withdrawing = entries[Entry(form: form, id: id)],
            let sender = try speaker(of: submission)
        else { return false }
        return withdrawing.contains { speaker, own in
            (own == nil || consortium == nil || own == consortium) && speaker.receipt > sender.receipt
                && speaker.mayTakeBack(from: sender)
        }
    }

    private func speaker(of submission: Int64) throws -> Speaker? {
        try Row.fetchOne(db, sql: "SELECT * FROM submission WHERE id = ?", arguments: [submission]).map(Speaker.init)
    }
}
