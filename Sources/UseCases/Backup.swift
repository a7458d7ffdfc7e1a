internal import Foundation
internal import Platform
internal import Safekeeping
internal import Store

extension Workspace {
    /// The folder beside a backup that keeps the files received: `backup.sqlite.received`.
    static func archive(ofBackup file: String) -> Archive {
        Archive(folder: URL(filePath: file + ".received", directoryHint: .isDirectory))
    }

    /// The folder beside a backup that keeps the files that were set aside: `backup.sqlite.quarantine`.
    static func quarantine(ofBackup file: String) -> Quarantine {
        Quarantine(folder: URL(filePath: file + ".quarantine", directoryHint: .isDirectory))
    }

    /// The folders of kept files that somebody named, else those beside the database.
    private func kept(_ archive: String?, _ quarantine: String?) -> (archive: Archive, quarantine: Quarantine) {
        (
            archive.map { Archive(folder: URL(filePath: $0)) } ?? .beside(database),
            Quarantine(folder: quarantine.map { URL(filePath: $0) } ?? Quarantine.beside(database))
        )
    }

    /// Copies the store, the files received and those that were set aside to a new place while others use them. The copy is
    /// verified before it takes the name; where it is not sound, an older backup stays as it was.
    /// - Parameters:
    ///   - archive: the folder of kept files; nil for the one beside the database.
    ///   - quarantine: the folder of files that were set aside, in the same way.
    package func backup(to file: String, archive: String? = nil, quarantine: String? = nil) throws {
        let source = kept(archive, quarantine)
        let target = (archive: Self.archive(ofBackup: file), quarantine: Self.quarantine(ofBackup: file))
        try existingStore().backup(to: file) { copy in
            let store = try Store.openExisting(path: copy)
            let ledger = try store.submissions()
            try source.archive.copy(ledger, evidence: store.evidenceFiles(), to: target.archive)
            try source.quarantine.copy(ledger, to: target.quarantine)
            try Self.refuseUnsound(
                try verify(store, target.archive, target.quarantine), "备份", allowingMore: true)
        }
    }

    /// Puts a backup, with the files received and set aside, into the place of the database.
    /// - Parameters:
    ///   - replacing: whether what is there is moved aside, to names that end in `.replaced-1`; else a place that is not
    ///     empty is refused.
    /// - Returns: the places that the old files were moved to.
    package func restore(
        from file: String, archive: String? = nil, quarantine: String? = nil, replacing: Bool
    ) throws -> [String] {
        guard FileManager.default.fileExists(atPath: file) else {
            throw Failure(.configuration, "没有备份文件 \(file)。请检查路径。")
        }
        guard RealPath.identity(file) != RealPath.identity(database) else {
            throw Failure(.configuration, "\(file) 就是正在使用的数据库，不是备份。请写明备份文件。")
        }
        // Backups of older versions have nothing of what was set aside, and are not refused for it.
        let setAside = Self.quarantine(ofBackup: file)
        let source = (archive: Self.archive(ofBackup: file), quarantine: setAside.isInUse ? setAside : nil)
        let target = kept(archive, quarantine)
        let lock = try RunLock.making(folderOf: database)
        defer { withExtendedLifetime(lock) {} }
        var inTheWay = ["", "-wal", "-shm", "-journal"].map { database + $0 }
            .filter { FileManager.default.fileExists(atPath: $0) || RealPath.isSymbolicLink($0) }
        if target.archive.isInUse { inTheWay.append(target.archive.folder.path) }
        if target.quarantine.isInUse { inTheWay.append(target.quarantine.folder.path) }
        guard inTheWay.isEmpty || replacing else {
            throw Failure(
                .configuration, "请恢复到空的位置，或加 --replace 把现有数据移到一旁：\(inTheWay.joined(separator: "、")) 已存在。")
        }
        let backup = try Store.openExisting(path: file)
        try Self.refuseUnsound(
            try verify(backup, source.archive, source.quarantine), "备份", allowingMore: true)
        let moved = try inTheWay.map(Self.moveAside)
        let ledger = try backup.submissions()
        try source.archive.copy(ledger, evidence: backup.evidenceFiles(), to: target.archive)
        try source.quarantine?.copy(ledger, to: target.quarantine)
        try backup.backup(to: database) { copy in
            try Self.refuseUnsound(
                try verify(
                    Store.openExisting(path: copy), target.archive,
                    source.quarantine == nil ? nil : target.quarantine), "恢复的数据")
        }
        return moved
    }

    /// - Parameter allowingMore: whether there may be files that the ledger does not know, as in a folder that keeps the
    ///   files of an older backup of another branch of history.
    private static func refuseUnsound(
        _ found: Verification, _ what: String, allowingMore: Bool = false
    ) throws(Failure) {
        let kept = [found.archive, found.quarantine]
        let problems =
            found.problems + kept.flatMap(\.missing).map { "缺少收到的文件 \($0)" }
            + kept.flatMap(\.damaged).map { "\($0) 与收到时不同" }
            + (allowingMore ? [] : kept.flatMap(\.unknown).map { "\($0) 不在台账" })
        guard let first = problems.first else { return }
        throw Failure(.check, "\(what)未通过核验，共 \(problems.count) 处问题，原有文件没有改动。请先运行 verify 查明原因。第一处：\(first)")
    }

    private static func moveAside(_ path: String) throws -> String {
        let place =
            (1...).lazy.map { "\(path).replaced-\($0)" }
            .first { !FileManager.default.fileExists(atPath: $0) } ?? path + ".replaced"
        guard rename(path, place) == 0 else {
            throw Failure(.configuration, "无法移开 \(path)：\(SystemReason.text(errno, while: .writing))。请检查权限。")
        }
        return place
    }
}
