internal import Foundation
internal import GRDB

extension SubmissionRecord {
    /// Of a row with the columns of `submission`.
    init(row: Row) throws {
        self.init(
            id: row["id"], status: row["status"] == "accepted" ? .accepted : .quarantined,
            file: SubmissionFile(
                name: row["file"], path: row["path"], sha256: row["sha256"], size: row["size"],
                sender: row["sender"], receivedAt: try Date(storeText: row["received_at"])),
            loadedAt: try Date(storeText: row["loaded_at"]), revision: row["revision"], reason: row["reason"])
    }
}
