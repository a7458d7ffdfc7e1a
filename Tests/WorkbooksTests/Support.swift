import FEEL
import Foundation
import Safekeeping
import Spreadsheet
import Standards
import TestSupport
import Testing

@testable import Collection

extension Edition {
    /// The trial standard of the repository.
    static let trial = Result { try Edition.load(from: Repository.trialStandard, digest: SHA256.digest) }
}

extension RegionTable {
    static let all = Result {
        let path = Repository.root.appending(path: "data/reference/regions.csv").path
        return try RegionTable(SourceFile(path: path, name: "regions.csv"))
    }
}

extension Submission {
    /// The submission of one of the files that reading is tested with.
    static func fixture(_ name: String) throws -> Submission {
        let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "CollectionTests/Fixtures")
        return try read(SourceFile(path: fixtures.appending(path: name).path, name: name))
    }

    /// The submission of a file of these lines.
    static func lines(_ lines: String...) throws -> Submission {
        try read(SourceFile(name: "填报表.csv", bytes: Array(lines.joined(separator: "\n").utf8)))
    }

    /// What an authority sent.
    static func read(_ file: SourceFile) throws -> Submission {
        let today = try #require(CalendarDate(year: 2026, month: 12, day: 31))
        return try SubmissionReader(edition: Edition.trial.get(), regions: RegionTable.all.get(), today: today)
            .read(file, Arrival(root: InboxRoot(path: "", authority: .authority)))
    }

    static func read(_ path: String) throws -> Submission {
        try read(SourceFile(path: path, name: "r.xlsx"))
    }
}

extension Finding {
    var mark: String { "\(kind.id) \(source.row):\(source.column)" }
}
