import FEEL
import Foundation
import GRDB
import History
import Standards
import TestSupport
import Testing

@testable import Store

/// A store that the last release of the first edition wrote: see Fixtures/README.md.
@Suite("A store of the first edition")
struct MigrationTests {
    private let folder: TemporaryFolder
    private let path: String
    private let edition: Edition

    init() throws {
        folder = try TemporaryFolder()
        path = folder.path("monitor.sqlite")
        let fixture = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "Fixtures/first-edition.sqlite")
        try FileManager.default.copyItem(at: fixture, to: URL(filePath: path))
        edition = try Edition.load(from: Repository.trialStandard, digest: { _ in "" })
    }

    private func before<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try DatabaseQueue(path: path).read(body)
    }

    @Test func `it is sound, before its panels are made anew and after`() throws {
        let store = try Store(path: path)
        #expect(try store.verify(editions: [edition]).isEmpty)
        #expect(try store.refreshPanels(edition: edition) == 5)
        #expect(try store.refreshPanels(edition: edition) == 0)
        #expect(try store.verify(editions: [edition]).isEmpty)
        #expect(try Store(path: path).submissions() == store.submissions())
    }

    /// The golden text was made of the panels that the first edition wrote.
    @Test func `it says the same figures`() throws {
        let store = try Store(path: path)
        try expectGolden(figures(store), "first-edition-figures.txt")
        try store.refreshPanels(edition: edition)
        try expectGolden(figures(store), "first-edition-figures.txt")
    }

    private func figures(_ store: Store) throws -> String {
        var lines: [String] = []
        let panels = try store.snapshot(edition: edition).panels(withSources: false)
        for (id, panel) in panels.sorted(by: { $0.key < $1.key }) {
            for basis in Basis.allCases {
                for indicator in edition.indicators {
                    for year in panel.layout.years {
                        guard let text = Self.text(panel.value(indicator.ordinal, year, basis)) else { continue }
                        lines.append("\(id) \(indicator.code) \(year) \(basis.rawValue) \(text)\n")
                    }
                }
            }
        }
        return lines.joined()
    }

    private static func text(_ value: ObservedValue) -> String? {
        switch value {
        case .missing, .withdrawn: nil
        case .number(let number): number.description
        case .truth(let truth): truth ? "是" : "否"
        case .text(let text): "“\(text)”"
        case .notApplicable: "不适用"
        case .rejected(let text): "×\(text)"
        }
    }

    @Test func `its submissions count as an authority's and are marked, a workbook's as of its consortium`() throws {
        let old = try before { db in
            try Row.fetchAll(
                db, sql: "SELECT CAST(id AS TEXT) AS id, path, status, sender FROM submission ORDER BY submission.id"
            )
            .map { row in
                let sender: String? = row["sender"]
                return [row["id"], row["path"], row["status"], sender ?? ""] as [String]
            }
        }
        let store = try Store(path: path)
        let ledger = try store.submissions().sorted { $0.id < $1.id }
        #expect(ledger.map { ["\($0.id)", $0.file.path, $0.status.rawValue, $0.file.origin.sender] } == old)
        #expect(ledger.allSatisfy { $0.isMigrated && $0.file.origin.authority == .authority })
        #expect(ledger.allSatisfy { $0.file.origin.region.isEmpty })
        #expect(ledger.filter { $0.file.origin.consortium != nil }.map(\.file.name) == ["2025/湖南省/C003：填报表.xlsx"])
        #expect(ledger.filter { $0.status == .quarantined }.map(\.revision) == [nil])
        #expect(ledger.filter { $0.status == .accepted }.allSatisfy { $0.revision == 1 })
    }

    @Test func `what its workbook lists is the consortium's own word, and covers nothing`() throws {
        let registers = try Store(path: path).snapshot(edition: edition).registers
        #expect(registers.policies.filter { $0.reportedBy == "C003" }.map(\.title) == ["示例：工作簿自列的措施（虚构）"])
        #expect(registers.incidents.filter { $0.reportedBy == "C003" }.count == 1)
        #expect(registers.policies.filter { $0.reportedBy == nil }.count == 12)
        let day = CalendarDate.of("2026-03-22")
        #expect(registers.incidentCoverage == Registers.Coverage(["": day]))
        #expect(registers.determinations.map(\.decision) == [.dismiss])
    }

    @Test func `its lists of members are entries of the register`() throws {
        let store = try Store(path: path)
        let members = try store.snapshot(edition: edition).entries(.members, of: "C003")
        #expect(members.map(\.key) == ["示例学院（虚构）", "示例化工公司（虚构）"])
        #expect(
            members.first?.values == [
                "name": "示例学院（虚构）", "category": "高等职业学校", "role": "牵头学校", "joinedOn": "2023",
                "note": "含“：”的备注：甲",
            ])
        #expect(members.map(\.source.sheet) == ["成员单位", "成员单位"])
        #expect(try store.formFields(of: "C003").isEmpty)
    }

    @Test func `its findings keep their sentences without the place`() throws {
        let messages = try before { try String.fetchAll($0, sql: "SELECT message FROM finding ORDER BY id") }
        let findings = try Store(path: path).findings()
        #expect(findings.count == messages.count)
        for (message, finding) in zip(messages, findings) {
            let text = try #require(finding.finding.text)
            #expect(message.hasPrefix(finding.file))
            #expect(message.hasSuffix("：\(text)"))
            #expect(!text.hasPrefix(" › ") && !text.contains(".xlsx ›"))
            #expect(finding.finding.values.isEmpty)
        }
        // The workbook's name holds a “：” itself.
        let sheets = findings.filter { $0.file.hasSuffix("：填报表.xlsx") }.map(\.finding)
        #expect(sheets.contains { $0.row ?? 0 > 0 && $0.text?.contains("约120") == true })
        #expect(sheets.allSatisfy { $0.text?.hasPrefix("填报表") == false })
    }

    @Test func `its alerts fire on under fingerprints that begin with the edition`() throws {
        let old = try before { try Row.fetchAll($0, sql: "SELECT * FROM alert ORDER BY fingerprint") }
        let oldLog = try before { try Row.fetchAll($0, sql: "SELECT * FROM notification_log ORDER BY id") }
        let store = try Store(path: path)
        let alerts = try store.alerts(edition: edition.id, year: 2025, includingResolved: true)
        #expect(
            alerts.map(\.fingerprint)
                == [
                    "C002/16.3", "C002/verdict", "C003/16.3", "C003/16.6", "C012/16.4",
                ].map { "municipal-consortium-trial/\($0)/2025" })
        #expect(try store.alerts().map(\.fingerprint).count == 3)
        for (row, alert) in zip(old, alerts) {
            #expect(alert.state == row["state"])
            let raisedAt = try Date(storeText: row["raised_at"])
            #expect(alert.raisedAt == raisedAt)
            let fingerprint: String = row["fingerprint"]
            #expect("\(alert.consortium)/\(alert.year ?? 0)/\(alert.clause)" == fingerprint)
            // The same but for the fingerprint and a label.
            var payload = try Self.object(row["payload"])
            var inner = try #require(payload["alert"] as? [String: Any])
            var labels = try #require(inner["labels"] as? [String: Any])
            labels["edition"] = edition.id
            inner["labels"] = labels
            inner["fingerprint"] = alert.fingerprint
            payload["alert"] = inner
            #expect(NSDictionary(dictionary: payload) == NSDictionary(dictionary: try Self.object(alert.payload)))
        }
        let log = try store.notifications()
        #expect(log.count == oldLog.count)
        for (row, entry) in zip(oldLog, log) {
            #expect(entry.fingerprint == FirstEdition.fingerprint(renewing: row["fingerprint"]))
            var payload = try Self.object(row["payload"])
            payload["fingerprint"] = entry.fingerprint
            #expect(NSDictionary(dictionary: payload) == NSDictionary(dictionary: try Self.object(entry.payload)))
            let told: [String] = [row["receiver"], row["reason"], row["outcome"]]
            #expect([entry.receiver, entry.reason, entry.outcome] == told)
        }
    }

    private static func object(_ json: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    }

    @Test func `its runs keep their ids and are of its edition`() throws {
        let old = try before { db in
            try Row.fetchAll(db, sql: "SELECT consortium, verdict, max(run) FROM verdict GROUP BY 1")
                .map { row -> [String] in [row[0], row[1]] }
        }
        let store = try Store(path: path)
        #expect(try store.runs(limit: 9).map(\.id) == [2, 1])
        #expect(try store.runs(limit: 9).map(\.start.edition) == [edition.id, edition.id])
        let verdicts = try store.verdicts(after: 2)
        #expect(verdicts.map { [$0.consortium, $0.verdict] } == old)
        #expect(
            try store.checks(after: 2, consortium: "C002").contains { $0.clause == "16.3" && $0.outcome == "triggered" }
        )
    }

    @Test func `what it took in is known when it is sent again, whoever sends it`() throws {
        let store = try Store(path: path)
        let workbook = try #require(try store.submissions().first { $0.file.origin.consortium == "C003" })
        let hash = try #require(workbook.file.sha256)
        let sender = workbook.file.origin.sender
        let own = Origin(authority: .secretariat, sender: sender, consortium: "C003")
        #expect(try store.acceptedSubmission(sha256: hash, origin: own)?.id == workbook.id)
        let other = Origin(authority: .secretariat, sender: sender, consortium: "C002")
        #expect(try store.acceptedSubmission(sha256: hash, origin: other) == nil)
        #expect(try store.acceptedSubmission(sha256: hash, origin: .hunan) == nil)
    }

    @Test func `a correction after the migration is the next version, and may take the old one back`() throws {
        let store = try Store(path: path)
        let workbook = try #require(try store.submissions().first { $0.file.origin.consortium == "C003" })
        let origin = Origin(authority: .secretariat, sender: "秘书处", consortium: "C003")
        func file(_ name: String) -> SubmissionFile {
            SubmissionFile(
                name: name, path: name, sha256: name, size: 1, origin: origin,
                receivedAt: workbook.file.receivedAt.addingTimeInterval(86_400))
        }
        let source = CellSource(file: "更正.xlsx", sha256: "更正.xlsx", sheet: nil, row: 2, column: 2)
        let figure = Observation(
            consortium: "C003", indicator: IndicatorCode("6.1.2"), year: ReportingYear(2025), basis: .actual,
            value: .decimal("999"), source: source)
        let correction = try store.load(
            SubmissionLoad(file: file("更正.xlsx"), forms: [.observations]), observations: [figure], edition: edition,
            recordedAt: .day(200))
        #expect(correction.revision == 2)
        #expect(try store.laterVersion(than: workbook)?.file.name == "更正.xlsx")
        let ordinal = try #require(edition.indicator(IndicatorCode("6.1.2"))).ordinal
        func amount() throws -> ObservedValue? {
            try store.snapshot(edition: edition).panel(of: "C003")?.value(ordinal, ReportingYear(2025))
        }
        #expect(try amount() == .decimal("999"))
        var withdrawal = SubmissionLoad(file: file("撤回.csv"), forms: [.withdrawals])
        withdrawal.withdrawals = [
            Withdrawal(target: .submission(workbook.id), ground: "误报"),
            Withdrawal(target: .submission(try #require(correction.id)), ground: "误报"),
        ]
        _ = try store.load(withdrawal, observations: [], edition: edition, recordedAt: .day(201))
        #expect(try amount() == .missing)
        #expect(try store.verify(editions: [edition]).isEmpty)
    }

    @Test func `a migration that breaks off leaves the old store as it was`() throws {
        let queue = try DatabaseQueue(path: path)
        let schema = try queue.read {
            try String.fetchAll($0, sql: "SELECT sql FROM sqlite_schema WHERE sql <> '' ORDER BY name")
        }
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA max_page_count = 140")
        }
        #expect(throws: DatabaseError.self) { try Migration.migrator.migrate(queue) }
        #expect(
            try queue.read {
                try String.fetchAll($0, sql: "SELECT sql FROM sqlite_schema WHERE sql <> '' ORDER BY name")
            } == schema)
        try queue.close()
        #expect(try Store(path: path).verify(editions: [edition]).isEmpty)
    }
}
