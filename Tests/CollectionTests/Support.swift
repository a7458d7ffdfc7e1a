import FEEL
import Foundation
import Safekeeping
import Spreadsheet
import Standards
import TestSupport

@testable import Collection

extension Edition {
    /// The trial standard of the repository.
    static let trial = Result { try Edition.load(from: Repository.trialStandard, digest: SHA256.digest) }

    /// The indicator of a code that is in the trial standard.
    static func indicator(_ code: String) throws -> Indicator {
        guard let indicator = try trial.get().indicator(IndicatorCode(code)) else { throw NoSuchIndicator(code: code) }
        return indicator
    }

    struct NoSuchIndicator: Error {
        let code: String
    }
}

extension RegionTable {
    static let all = Result {
        let path = Repository.root.appending(path: "data/reference/regions.csv").path
        return try RegionTable(SourceFile(path: path, name: "regions.csv"))
    }
}

extension SubmissionReader {
    /// Reads what came by the end of 2026.
    static let trial = Result {
        SubmissionReader(
            edition: try Edition.trial.get(), regions: try RegionTable.all.get(), today: CalendarDate.endOf2026)
    }
}

extension CalendarDate {
    /// A day that tests write as they would in a file.
    static func day(_ text: String) -> CalendarDate {
        guard let day = CalendarDate(text) else { preconditionFailure("\(text) is no day") }
        return day
    }

    static let endOf2026 = day("2026-12-31")
}

extension Arrival {
    static let ofMinistry = Arrival(root: InboxRoot(path: "", authority: .authority))
}

extension Submission {
    /// The submission of a file beside the tests, named for its defect.
    static func fixture(_ name: String) throws -> Submission {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name)").path
        return try read(SourceFile(path: path, name: name))
    }

    /// The submission of a file of these lines.
    static func lines(_ lines: String...) throws -> Submission {
        try read(SourceFile(name: "填报表.csv", bytes: Array(lines.map { $0 + "\n" }.joined().utf8)))
    }

    private static func read(_ file: SourceFile) throws -> Submission {
        try SubmissionReader.trial.get().read(file, .ofMinistry)
    }

    /// The submission of a file of observations with these rows.
    static func observations(_ rows: String...) throws -> Submission {
        let text = (["consortium,indicator,year,basis,value,reason"] + rows).map { $0 + "\n" }.joined()
        return try read(SourceFile(name: "填报表.csv", bytes: Array(text.utf8)))
    }

    /// Each finding as its kind, row and column: `bad-year 4:3`.
    var marks: [String] { findings.map(\.mark) }
}

extension Finding {
    var mark: String { "\(kind.id) \(source.row):\(source.column)" }
}

extension SourceFile {
    static func holding(_ name: String, _ text: String) -> SourceFile {
        SourceFile(name: name, bytes: Array((text + "\n").utf8))
    }
}
