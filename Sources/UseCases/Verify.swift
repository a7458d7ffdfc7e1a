internal import Foundation
internal import Standards
internal import Store

/// What a verification found.
package struct Verification: Sendable {
    /// Sentences on what is not as it should be in the store; empty where all is.
    package let problems: [String]
    /// What the archive holds of what was taken in.
    package let archive: Archive.Check
}

extension Workspace {
    /// Checks the store and the files kept beside it. Changes nothing.
    /// - Parameter archive: the folder of kept files; nil for the one beside the database.
    package func verify(archive folder: String?) throws -> Verification {
        let store = try existingStore()
        let problems = try store.verify(editions: try installation.editionIDs.map { try installation.edition($0) })
        let archive = folder.map { Archive(folder: URL(filePath: $0)) } ?? .beside(database)
        return Verification(
            problems: problems.map(\.message),
            archive: archive.check(try store.submissions(status: .accepted), evidence: try store.evidenceFiles()))
    }

    /// Copies the store to a file while others use it.
    package func backup(to file: String) throws {
        try existingStore().backup(to: file)
    }
}
