import FEEL
import Foundation
import Spreadsheet
import Standards
import TestSupport
import Testing

@testable import Collection

/// An inbox with files, and what is known of the country: C001 and C002 in Hunan, C003 in Zhejiang.
final class Inbox {
    private let folder: TemporaryFolder
    let edition: Edition
    let collector: Collector
    var roots: [InboxRoot]
    var consortia = [
        consortium("C001"), consortium("C002"), consortium("C003", province: "330000", prefecture: "330100"),
    ]

    init() throws {
        folder = try TemporaryFolder()
        edition = try Edition.trial.get()
        collector = Collector(
            edition: edition, regions: try RegionTable.all.get(), crosswalks: [try FormCrosswalk.hunan.get()],
            today: .endOf2026)
        roots = [InboxRoot(path: folder.url.path, authority: .secretariat)]
    }

    var path: String { folder.url.path }

    static func consortium(
        _ id: String, name: String? = nil, province: String = "430000", prefecture: String = "430100"
    ) -> Consortium {
        Consortium(
            id: id, name: name ?? "示例联合体\(id)", kind: .municipal, province: province, prefecture: prefecture,
            park: "", parkLevel: "", leadSchool: "", leadEnterprise: "", cohort: "", stage: "", designatedOn: nil)
    }

    static func incident(_ id: String, of consortium: String, reportedBy: String? = nil) -> Incident {
        Incident(
            id: id, consortium: consortium, occurredOn: .day("2025-06-01"), domain: .safety, severity: .major,
            hasAdverseImpact: true, status: .confirmed, evidence: nil, reportedBy: reportedBy,
            source: CellSource(file: "", sha256: "", sheet: nil, row: 1, column: 1))
    }

    func write(_ name: String, _ lines: [String]) throws {
        let url = try place(name)
        try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: url)
    }

    func writeWorkbook(_ name: String, _ sheets: [(name: String, rows: [[String]])], savedAt: Int = 0) throws {
        let workbook = try WorkbookWriter(path: try place(name).path, title: "", created: savedAt)
        for (name, rows) in sheets {
            let sheet = try workbook.addSheet(name)
            for (row, cells) in rows.enumerated() {
                for (column, text) in cells.enumerated() {
                    sheet.write(text, at: CellAddress(row: row + 1, column: column + 1))
                }
            }
        }
        try workbook.close()
    }

    func copy(_ file: URL, to name: String) throws {
        try FileManager.default.copyItem(at: file, to: place(name))
    }

    private func place(_ name: String) throws -> URL {
        let url = folder.url.appending(path: name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        return url
    }

    func survey() -> Batch { collector.survey(roots) }

    struct NoSuchFile: Error {
        let name: String
    }

    /// A file read and held against what is known, with all that is wrong with it.
    func read(
        _ name: String, incidents: [Incident] = [], submissions: [SentSubmission] = [], isWindowOpen: Bool = true
    ) throws -> (Submission, [Finding]) {
        guard let item = survey().items.first(where: { $0.path.hasSuffix("/\(name)") }) else {
            throw NoSuchFile(name: name)
        }
        let authorities = Authorities(
            consortia: consortia, incidents: incidents, submissions: submissions, isWindowOpen: isWindowOpen,
            regions: try RegionTable.all.get())
        let (submission, refused) = collector.read(item, knowing: authorities.consortia).permitted(by: authorities)
        let shown = Validation(edition: edition).findings(of: submission, isRegistered: { _ in true }, prior: nil)
        let found = submission.findings + refused + (submission.isAccepted ? shown : [])
        return (submission, found.filter { ![.evidenceMissing, .unknownColumn].contains($0.kind) })
    }
}

extension Submission {
    /// Whether anything in it is of a consortium.
    func speaks(of id: String) -> Bool {
        observations.consortia.contains(id) || observations.contains { $0.consortium == id }
            || consortia.contains { $0.id == id } || transitions.contains { $0.consortium == id }
            || incidents.contains { $0.consortium == id } || determinations.contains { $0.consortium == id }
            || entries.contains { $0.consortium == id } || formFields.contains { $0.consortium == id }
            || withdrawals.contains { $0.consortium == id || $0.entry == id }
    }
}
