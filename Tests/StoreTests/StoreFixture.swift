import Assessment
import FEEL
import Foundation
import History
import Standards
import Testing

@testable import Store

/// A folder that goes when the test ends.
final class TemporaryFolder {
    private let url = URL(filePath: NSTemporaryDirectory()).appending(path: "store-\(UUID().uuidString)")

    init() throws {
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    var path: String { url.path }

    func path(_ name: String) -> String { url.appending(path: name).path }
}

/// A store in a folder of its own, with short ways to say what is received.
final class StoreFixture {
    let folder: TemporaryFolder
    let store: Store
    let edition: Edition
    private var count = 0

    init(edition: Edition = .small) throws {
        folder = try TemporaryFolder()
        store = try Store(path: folder.path("monitor.sqlite"))
        self.edition = edition
    }

    var path: String { store.path }

    /// Loads a file of observations received on a day of 2026, `day` days after its first.
    @discardableResult
    func receive(
        _ figures: Figure..., day: Int = 0, path: String? = nil, sha256: String? = nil,
        forms: Set<SubmissionForm> = [.observations], workbookOf: String? = nil, consortia: [Consortium] = [],
        policies: [Policy] = [], incidents: [Incident] = [], determinations: [Determination] = [],
        findings: [FindingRecord] = []
    ) throws -> LoadOutcome {
        count += 1
        let name = path ?? "observations-\(count).csv"
        let hash = sha256 ?? String(repeating: "0", count: 60) + String(1000 + count)
        let load = SubmissionLoad(
            file: SubmissionFile(name: name, path: name, sha256: hash, size: 10, receivedAt: .day(day)),
            forms: forms, workbookOf: workbookOf, consortia: consortia, policies: policies, incidents: incidents,
            determinations: determinations, findings: findings)
        let observations = figures.enumerated().map { index, figure in
            figure.observation(source: CellSource(file: name, sha256: hash, sheet: nil, row: 2 + index, column: 5))
        }
        return try store.load(load, observations: observations, edition: edition, loadedAt: .day(day))
    }

    /// Registers consortia, so that snapshots list them.
    func register(_ ids: String...) throws {
        try receive(forms: [.consortia], consortia: ids.map(Consortium.sample))
    }

    func panel(of consortium: String, asOf: Date? = nil) throws -> Panel {
        try #require(try store.snapshot(edition: edition, asOf: asOf).panel(of: consortium))
    }
}

/// One figure of a submission.
struct Figure {
    var consortium = "C001"
    var indicator = "6.1.2"
    var year = 2025
    var basis = Basis.actual
    var value: ObservedValue
    var evidence: String?
    var reason: String?

    func observation(source: CellSource) -> Observation {
        Observation(
            consortium: consortium, indicator: IndicatorCode(indicator), year: ReportingYear(year), basis: basis,
            value: value, evidence: evidence, reason: reason, source: source)
    }
}

extension ObservedValue {
    static func decimal(_ text: String) -> ObservedValue {
        Decimal128(text).map(ObservedValue.number) ?? .rejected(text)
    }
}

extension Date {
    /// Noon of a day of 2026, in UTC.
    static func day(_ day: Int) -> Date { Date(timeIntervalSince1970: 1_767_268_800 + Double(day) * 86_400) }
}

extension Consortium {
    static func sample(_ id: String) -> Consortium {
        Consortium(
            id: id, name: "示例联合体\(id)", kind: .municipal, province: "430000", prefecture: "430100", park: "示例园区",
            parkLevel: "国家级", leadSchool: "示例学校", leadEnterprise: "示例企业", cohort: "第一批", stage: "建设期",
            designatedOn: CalendarDate(year: 2023, month: 4, day: 1))
    }
}

extension Edition {
    /// Four indicators: a boolean, an amount, a plan, a text.
    static let small = Edition(codes: ["6.1.1", "6.1.2", "6.1.4", "7.1.1"])

    init(codes: [String]) {
        let indicators = codes.enumerated().map { ordinal, code in
            Indicator(
                ordinal: ordinal, code: IndicatorCode(code), title: code, kind: .amount, unit: "万元",
                reporter: "秘书处", evidenceDue: false, revisionPolicy: code == "6.1.4" ? .first : .last)
        }
        self.init(
            id: "small", title: "小标准", version: "1", kind: .municipal, baseYear: ReportingYear(2022),
            documents: [], categories: [], indicators: indicators, parameters: [], measures: [], clauses: [],
            acceptance: AcceptanceRules(byKind: [:], byIndicator: [:], committed: [:]),
            verdicts: VerdictTable(hitPolicy: "FIRST", inputs: [], rows: []),
            credibility: CredibilityRules(
                restatementTolerance: 0, sharedPoints: 10, significantDigits: 3, jumpFactor: 10, frozenYears: 3,
                nonRepeating: [], parts: []),
            digest: "")
    }
}
