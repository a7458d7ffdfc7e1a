internal import Alerts
internal import FEEL
internal import Foundation
internal import Glibc
internal import Standards
internal import Store

/// Whether the runs before this one ended well, and came when they should.
struct RunWatch {
    /// The latest first; one that goes on is this one.
    let runs: [RunRecord]
    let now: Date

    func duty(maxGap: TimeInterval?) -> DutyStanding {
        let once = Alert.Schedule(days: [], thenByRoute: false, tellsEnd: false)
        let ended = runs.filter { $0.status != .running }
        if let last = ended.first, last.status != .finished {
            let cause = last.message.map { "：\($0)" } ?? "，中途中断"
            return DutyStanding(
                .run, outcome: .failed,
                text: "第\(last.id)次运行（\(ChinaTime.minute(last.start.startedAt))开始）没有完成\(cause)。请查看日志。",
                schedule: once)
        }
        if let maxGap, let last = ended.first(where: { $0.status == .finished }),
            now.timeIntervalSince(last.start.startedAt) > maxGap
        {
            return DutyStanding(
                .run, outcome: .missed,
                text: "上一次运行开始于\(ChinaTime.minute(last.start.startedAt))，其后应有的运行没有进行，本次已补做。请查看定时任务。",
                schedule: once)
        }
        return DutyStanding(.run, outcome: nil, text: "运行正常。")
    }
}

/// Whether there is a copy of the store that is recent enough.
struct BackupWatch {
    let folder: String

    func duty(maxAge: TimeInterval, now: Date) -> DutyStanding {
        let steady = Alert.Schedule(days: [], thenByRoute: true, tellsEnd: true)
        let days = Int(maxAge / 86_400)
        guard let newest else {
            return DutyStanding(
                .backup, outcome: .stale, text: "请尽快备份：\(folder) 里没有备份。", schedule: steady, command: "backup")
        }
        guard now.timeIntervalSince(newest) > maxAge else {
            return DutyStanding(.backup, outcome: nil, text: "备份未过期。")
        }
        return DutyStanding(
            .backup, outcome: .stale,
            text: "请尽快备份：最近的备份作于\(ChinaTime.day(of: newest).inChinese)，已超过\(days)天。", schedule: steady,
            command: "backup")
    }

    /// When the newest copy was written; nil where there is none.
    private var newest: Date? {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".sqlite") }.compactMap { name in
            let attributes = try? FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
            return attributes?[.modificationDate] as? Date
        }.max()
    }
}

/// Whether the disk of the store has room left.
struct DiskWatch {
    let path: String

    func duty(minFree: Int) -> DutyStanding {
        var status = statvfs()
        guard statvfs(URL(filePath: path).deletingLastPathComponent().path, &status) == 0, status.f_blocks > 0 else {
            return DutyStanding(.disk, outcome: nil, text: "无法得知磁盘的可用空间。")
        }
        guard status.f_bavail * 100 < status.f_blocks * UInt(minFree) else {
            return DutyStanding(.disk, outcome: nil, text: "磁盘空间充足。")
        }
        return DutyStanding(
            .disk, outcome: .full, text: "请清理或扩充磁盘：数据库所在磁盘的可用空间不足\(minFree)%。",
            schedule: Alert.Schedule(days: [], thenByRoute: true, tellsEnd: true))
    }
}
