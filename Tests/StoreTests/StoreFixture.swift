import FEEL
import Foundation
import History
import Standards
import TestSupport
import Testing

@testable import Store

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

    /// Loads a file received on a day of 2026, `day` days after its first, and recorded on that day if not on another.
    @discardableResult
    func receive(
        _ figures: Figure..., day: Int = 0, recorded: Int? = nil, from origin: Origin = .ministry, path: String? = nil,
        sha256: String? = nil, isDated: Bool = false, edition: Edition? = nil,
        forms: Set<SubmissionForm> = [.observations],
        _ fill: (inout SubmissionLoad) -> Void = { _ in }
    ) throws -> LoadOutcome {
        try receive(
            figures, day: day, recorded: recorded, from: origin, path: path, sha256: sha256, isDated: isDated,
            edition: edition, forms: forms, fill)
    }

    @discardableResult
    func receive(
        _ figures: [Figure], day: Int = 0, recorded: Int? = nil, from origin: Origin = .ministry, path: String? = nil,
        sha256: String? = nil, isDated: Bool = false, edition: Edition? = nil,
        forms: Set<SubmissionForm> = [.observations],
        _ fill: (inout SubmissionLoad) -> Void = { _ in }
    ) throws -> LoadOutcome {
        count += 1
        let name = path ?? "file-\(1000 + count).csv"
        let hash = sha256 ?? String(repeating: "0", count: 60) + String(1000 + count)
        var load = SubmissionLoad(
            file: SubmissionFile(
                name: name, path: name, sha256: hash, size: 10, origin: origin, receivedAt: .day(day),
                isDated: isDated),
            forms: forms)
        fill(&load)
        let observations = figures.enumerated().map { index, figure in
            figure.observation(source: CellSource(file: name, sha256: hash, sheet: nil, row: 2 + index, column: 5))
        }
        return try store.load(
            load, observations: observations, edition: edition ?? self.edition, recordedAt: .day(recorded ?? day))
    }

    /// Registers consortia, so that snapshots list them.
    func register(_ ids: String...) throws {
        try receive(forms: [.consortia]) { $0.consortia = ids.map { .sample($0) } }
    }

    /// Receives a register of consortia.
    func receive(consortia: [Consortium], day: Int = 0, from origin: Origin = .ministry) throws {
        try receive(day: day, from: origin, forms: [.consortia]) { $0.consortia = consortia }
    }

    /// Receives what takes something back.
    @discardableResult
    func withdraw(_ target: Withdrawal.Target, day: Int, from origin: Origin = .ministry) throws -> LoadOutcome {
        try receive(day: day, from: origin, forms: [.withdrawals]) {
            $0.withdrawals = [Withdrawal(target: target, ground: "误报")]
        }
    }

    func panel(of consortium: String, asOf: Date? = nil) throws -> Panel {
        try #require(try store.snapshot(edition: edition, asOf: asOf).panel(of: consortium))
    }

    /// Receives a register of determinations.
    func decide(_ determinations: [Determination], day: Int = 0, from origin: Origin = .ministry) throws {
        try receive(day: day, from: origin, forms: [.determinations]) { $0.determinations = determinations }
    }

    /// What the panel of C001 says of 6.1.2 in 2025.
    func amount(asOf day: Int? = nil) throws -> ObservedValue {
        try panel(of: "C001", asOf: day.map { .day($0) }).value(1, ReportingYear(2025))
    }

    func registers(asOf day: Int? = nil) throws -> Registers {
        try store.snapshot(edition: edition, asOf: day.map { .day($0) }).registers
    }
}

extension LoadOutcome {
    /// The id of what was accepted; nil for a repetition.
    var id: Int? {
        if case .accepted(let id, _, _) = self { id } else { nil }
    }

    var revision: Int? {
        if case .accepted(_, let revision, _) = self { revision } else { nil }
    }
}

extension TemporaryFolder {
    var path: String { url.path }

    func path(_ name: String) -> String { url.appending(path: name).path }
}

extension Date {
    /// Noon of a day of 2026, in UTC.
    static func day(_ day: Int) -> Date { Date(timeIntervalSince1970: 1_767_268_800 + Double(day) * 86_400) }
}
