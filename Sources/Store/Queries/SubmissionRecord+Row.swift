internal import Foundation
internal import GRDB
internal import Standards

extension SubmissionRecord {
    /// Of a row with the columns of `submission`.
    init(row: Row) throws {
        let consortium: String = row["consortium"]
        self.init(
            id: row["id"], status: row["status"] == "accepted" ? .accepted : .quarantined,
            file: SubmissionFile(
                name: row["file"], path: row["path"], sha256: row["sha256"], size: row["size"],
                origin: Origin(
                    authority: Authority(rawValue: row["authority"]) ?? .secretariat, region: row["region"],
                    sender: row["sender"], consortium: consortium.isEmpty ? nil : consortium),
                receivedAt: try Date(storeText: row["received_at"])),
            recordedAt: try Date(storeText: row["recorded_at"]), isMigrated: row["migrated"],
            revision: row["revision"], reason: row["reason"])
    }
}
