internal import Configuration
package import Foundation

/// What the installation watches of itself: `operations` of `alerts.yml`. What is not set is not watched.
package struct Operations: Sendable, Hashable {
    /// The longest time between two runs, in seconds.
    package let maxRunGap: TimeInterval?
    /// The folder of the copies, and the age in seconds beyond which the newest is stale.
    package let backupFolder: String?
    package let maxBackupAge: TimeInterval
    /// The least share of the disk that is to be free, in percent.
    package let minDiskFree: Int?

    package init(
        maxRunGap: TimeInterval? = nil, backupFolder: String? = nil, maxBackupAge: TimeInterval = 8 * 86_400,
        minDiskFree: Int? = nil
    ) {
        self.maxRunGap = maxRunGap
        self.backupFolder = backupFolder
        self.maxBackupAge = maxBackupAge
        self.minDiskFree = minDiskFree
    }

    init(_ entry: YAMLEntry) {
        let fields = YAMLFields(entry, ["max_run_gap", "backup_folder", "max_backup_age", "min_disk_free"])
        let age = fields.optional("max_backup_age")
        let folder = fields.optional("backup_folder")
        if let age, folder == nil {
            age.report(expected: "写了 max_backup_age 的，应写明备份所在的目录", remedy: "请补上 backup_folder，或删去这一项")
        }
        self.init(
            maxRunGap: fields.optional("max_run_gap")?.duration, backupFolder: folder?.text,
            maxBackupAge: age?.duration ?? 8 * 86_400, minDiskFree: fields.optional("min_disk_free")?.percent)
    }
}
