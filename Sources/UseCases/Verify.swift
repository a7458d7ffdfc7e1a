internal import Collection
internal import FEEL
internal import Foundation
internal import Safekeeping
internal import Standards
package import Store

/// What a verification found.
package struct Verification: Sendable {
    /// Sentences on what is not as it should be in the store; empty where all is.
    package let problems: [String]
    /// What the archive holds of what was taken in.
    package let archive: KeptFilesCheck
    /// What quarantine holds of what was set aside.
    package let quarantine: KeptFilesCheck
    /// Sentences on what is to be known and is no problem.
    package let notes: [String]

    /// - Parameter problems: where there are any, what is kept is not looked at.
    init(
        problems: [String], archive: KeptFilesCheck = KeptFilesCheck(), quarantine: KeptFilesCheck = KeptFilesCheck(),
        notes: [String] = []
    ) {
        self.problems = problems
        self.notes = notes
        self.archive = archive
        self.quarantine = quarantine
    }
}

extension Workspace {
    /// Checks the store and the files kept beside it, and reads those files once more. Changes nothing.
    /// - Parameters:
    ///   - folder: of kept files; nil for the one that a backup has, else the one beside the database.
    ///   - quarantine: the folder of files that were set aside, in the same way.
    ///   - witness: heads that left the machine, and the key of the log.
    package func verify(
        archive folder: String?, quarantine: String?, witness: LogWitness = LogWitness()
    ) throws -> Verification {
        let ofBackup = Self.archive(ofBackup: database)
        let archive =
            folder.map { Archive(folder: URL(filePath: $0)) } ?? (ofBackup.isInUse ? ofBackup : .beside(database))
        let setAside = Self.quarantine(ofBackup: database)
        let isBackup = ofBackup.isInUse || setAside.isInUse
        let quarantine =
            quarantine.map { Quarantine(folder: URL(filePath: $0)) }
            ?? (isBackup ? setAside : Quarantine(folder: Quarantine.beside(database)))
        // To open an empty file would make a store of it.
        if (try? FileManager.default.attributesOfItem(atPath: database)[.size] as? Int) == 0,
            !archive.check([]).unknown.isEmpty
        {
            return Verification(problems: ["数据库 \(database) 是空文件，而存档目录里有收到的文件"])
        }
        return try verify(existingStore(), archive, quarantine, witness)
    }

    /// - Parameter quarantine: nil where what was set aside is not looked at.
    func verify(
        _ store: Store, _ archive: Archive, _ quarantine: Quarantine?, _ witness: LogWitness = LogWitness()
    ) throws -> Verification {
        let problems = try store.verify(
            editions: try installation.editionIDs.map { try installation.edition($0) }, witness: witness)
        guard problems.isEmpty else {
            return Verification(problems: problems.map(\.message))
        }
        let decisions = try keptDecisions(store)
        return Verification(
            problems: try reread(archive, of: store) + decisions.wrong,
            archive: archive.check(try store.submissions(status: .accepted), evidence: try store.evidenceFiles()),
            quarantine: try quarantine?.check(store.submissions(status: .quarantined)) ?? KeptFilesCheck(),
            notes: decisions.notes)
    }

    /// Reads what is kept once more, and says which rows of the store it does not give. What another version of the reader
    /// has read is left alone: a better reader is no tampering.
    private func reread(_ archive: Archive, of store: Store) throws -> [String] {
        let rereading = try Rereading(store)
        let lines = try rereading.lines(reader: SubmissionReader.version)
        let known = try store.snapshot(edition: try installation.edition(edition)).consortia
        var collectors: [String: (edition: Edition, collector: Collector)] = [:]
        var problems: [String] = []
        for record in try store.submissions(status: .accepted) {
            guard let id = lines[record.id] else { continue }
            let path = archive.place(of: record)
            // A file that is missing or damaged is told of by the check of the archive.
            guard archive.holds(record) else { continue }
            let (edition, collector) = try collectors[id] ?? reader(of: id)
            collectors[id] = (edition, collector)
            func strangers(knowing known: [Consortium]) throws -> Int {
                let submission = collector.reread(
                    path, as: record.file.name, from: record.file.origin, knowing: KnownConsortia(known))
                return try rereading.strangers(
                    in: record.id, SubmissionLoad(rereading: submission, record.file),
                    observations: submission.observations.everything, edition: edition)
            }
            var count = try strangers(knowing: known)
            // Ids are spelt as the register does, and what was read before anybody was registered kept its own spelling.
            if count > 0 { count = min(count, try strangers(knowing: [])) }
            if count > 0 {
                problems.append("报送（\(record.file.name)，编号 \(record.id)）有 \(count) 行不是存档文件 \(path) 里的内容")
            }
        }
        return problems
    }

    private func reader(of id: String) throws -> (edition: Edition, collector: Collector) {
        let edition = try installation.edition(id)
        return (
            edition,
            Collector(
                edition: edition, regions: try installation.regions(),
                crosswalks: try installation.crosswalks(for: edition), today: ChinaTime.day(of: now))
        )
    }
}

extension SubmissionLoad {
    /// What the cells of a file say, without what is known of it otherwise.
    fileprivate init(rereading submission: Submission, _ file: SubmissionFile) {
        self.init(file: file, forms: [])
        consortia = submission.consortia
        transitions = submission.transitions
        policies = submission.policies
        incidents = submission.incidents
        determinations = submission.determinations
        entries = submission.entries
        formFields = submission.formFields.map(FormFieldRecord.init)
    }
}
