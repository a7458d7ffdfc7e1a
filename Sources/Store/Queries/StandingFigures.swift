package import Foundation
internal import GRDB
package import History
package import Standards

/// What stands in single cells, for checking a new submission against what was reported before: of a consortium its panel
/// is read, and a cell's own values only where that does not tell.
///
/// What cannot be read is nil, and ``failure`` says why.
package final class StandingFigures {
    private let edition: Edition
    private let panels: StoredPanels
    private let consortia: Asked
    private let indicators: Asked
    private let decisions: RawStatement
    private let reports: RawStatement
    private var cells: CellReader
    private let receipts: ReceiptReader
    private var known: [String: Standing] = [:]
    /// The consortium asked for last: figures of one come together.
    private var last: (consortium: String, standing: Standing)?
    private var failure: (any Error)?

    /// Panels that are held at a time, some twelve kilobytes each.
    private static let room = 1_024

    /// Ids of codes, each asked for once.
    private final class Asked {
        let statement: RawStatement
        var ids: [String: Int64?] = [:]

        init(_ statement: RawStatement) { self.statement = statement }

        func id(of code: String) throws -> Int64? {
            if let known = ids[code] { return known }
            statement.bind(code, at: 1)
            let id = try statement.only { $0.integer(0) }
            ids[code] = .some(id)
            return id
        }
    }

    /// By reference: it is asked for once a figure.
    private final class Known {
        let panel: Panel
        let reach: PanelReach
        let id: Int64

        init(_ stored: StoredPanels.Stored, id: Int64) {
            panel = stored.panel
            reach = stored.reach
            self.id = id
        }
    }

    /// What is known of one consortium.
    private enum Standing {
        case nothing
        case panel(Known)
        /// Its panel does not tell: every cell is read.
        case cells(id: Int64)
    }

    private init(_ db: Database, edition: Edition) throws {
        self.edition = edition
        panels = try StoredPanels(db, edition: edition)
        consortia = Asked(try RawStatement(db, "SELECT id FROM consortium WHERE code = ?"))
        indicators = Asked(try RawStatement(db, "SELECT id FROM indicator WHERE code = ? AND edition = ?"))
        indicators.statement.bind(edition.id, at: 2)
        decisions = try RawStatement(
            db,
            """
            SELECT 1 FROM determination_entry
            WHERE consortium = ? AND decision IN ('acceptPlanChange', 'withdraw') LIMIT 1
            """)
        reports = try RawStatement(
            db, "SELECT 1 FROM submission_consortium WHERE consortium = ? AND edition = ? LIMIT 1")
        reports.bind(edition.id, at: 2)
        cells = try CellReader(db, edition: edition)
        receipts = try ReceiptReader(db)
    }

    /// Calls `body` with what stands now, and throws what could not be read while it asked.
    static func asked<Value>(
        _ db: Database, edition: Edition, _ body: (StandingFigures) throws -> Value
    ) throws -> Value {
        let figures = try StandingFigures(db, edition: edition)
        let value = try body(figures)
        if let failure = figures.failure { throw failure }
        return value
    }

    /// What counts in a cell: the last figure, of a plan the first. Nil where nothing was said.
    package func value(
        of consortium: String, _ indicator: Indicator, _ year: ReportingYear, _ basis: Basis
    ) -> ObservedValue? {
        asking {
            let isPlan = indicator.revisionPolicy == .first
            switch try standing(of: consortium) {
            case .nothing: return nil
            case .cells(let id): return try cell(id, indicator, year, basis, of: nil)
            case .panel(let known):
                guard known.panel.layout.index(indicator: indicator.ordinal, year: year) != nil else {
                    return known.reach.outsideCount > 0 ? try cell(known.id, indicator, year, basis, of: nil) : nil
                }
                if isPlan {
                    let plan = known.panel.plan(indicator.ordinal, year)
                    return plan.status == .reported ? plan : nil
                }
                return try value(of: known, indicator, year, basis)
            }
        }
    }

    /// What stands in a cell of one voice alone; nil where it has said nothing.
    package func value(
        of consortium: String, _ indicator: Indicator, _ year: ReportingYear, _ basis: Basis, saidBy voice: Voice
    ) -> ObservedValue? {
        asking {
            switch try standing(of: consortium) {
            case .nothing: return nil
            case .cells(let id): return try cell(id, indicator, year, basis, of: voice)
            case .panel(let known):
                guard known.reach.holds(voice) else { return nil }
                let isShown = known.panel.layout.index(indicator: indicator.ordinal, year: year) != nil
                guard known.reach.isOfOneVoice, isShown else {
                    return try cell(known.id, indicator, year, basis, of: voice)
                }
                return try value(of: known, indicator, year, basis)
            }
        }
    }

    /// Whether a voice may have said anything of a consortium.
    package func mayHold(_ voice: Voice, of consortium: String) -> Bool {
        asking {
            if let known = known[consortium] { return mayHold(voice, known) }
            guard let id = try reportedID(of: consortium) else { return false }
            // The panel itself is read when a figure is asked for.
            guard try !isDecidedOn(id), let reach = try panels.reach(of: id) else { return true }
            return reach.holds(voice)
        } ?? true
    }

    private func mayHold(_ voice: Voice, _ standing: Standing) -> Bool {
        switch standing {
        case .nothing: false
        case .cells: true
        case .panel(let known): known.reach.holds(voice)
        }
    }

    /// Whether what a voice has said last of a cell is a correction with a reason, before which it said `value`.
    package func isReplaced(
        _ value: ObservedValue, of consortium: String, _ indicator: Indicator, _ year: ReportingYear,
        saidBy voice: Voice
    ) -> Bool {
        let last = self.value(of: consortium, indicator, year, .actual, saidBy: voice)
        guard let last, last != value else { return false }
        return asking {
            let said = try entries(of: consortium, indicator, year).map(\.entry).filter {
                $0.basis == .actual && $0.voice == voice && $0.value != .missing
            }
            guard let last = said.last, last.reason != nil, last.value != value else { return false }
            return said.dropLast().contains { $0.value == value }
        } ?? false
    }

    /// Whose word it is that counts in a cell, and when it was received; nil where nothing stands.
    package func word(
        on consortium: String, _ indicator: Indicator, _ year: ReportingYear, _ basis: Basis
    ) -> (voice: Voice, receivedAt: Date)? {
        asking {
            if case .panel(let known) = try standing(of: consortium), indicator.revisionPolicy != .first,
                known.panel.layout.index(indicator: indicator.ordinal, year: year) != nil,
                known.panel.value(indicator.ordinal, year, basis) != .missing,
                let locator = known.panel.locator(indicator.ordinal, year, basis)
            {
                return try receipts.word(ofPart: Int64(locator.part))
            }
            let entries = try entries(of: consortium, indicator, year)
            if indicator.revisionPolicy == .first {
                var plan = PlanCell<(submission: Int64, entry: ConsortiumHistory.Entry)>()
                for item in entries { plan.observe(item, of: item.entry.value, item.entry.basis, item.entry.voice) }
                guard let first = plan.standing(), first.entry.value.status == .reported else { return nil }
                return try receipts.word(of: first.submission)
            }
            var figure = FigureCell<Int64>()
            for (submission, entry) in entries where entry.basis == basis {
                figure.observe(submission, of: entry.value, entry.voice)
            }
            return try figure.standing.flatMap { try receipts.word(of: $0) }
        }
    }

    private func entries(
        of consortium: String, _ indicator: Indicator, _ year: ReportingYear
    ) throws -> [(submission: Int64, entry: ConsortiumHistory.Entry)] {
        guard let id = try consortia.id(of: consortium), let number = try indicators.id(of: indicator.code.text) else {
            return []
        }
        return try cells.entries(of: id, indicator: number, year: year.value)
    }

    private func value(
        of known: Known, _ indicator: Indicator, _ year: ReportingYear, _ basis: Basis
    ) throws -> ObservedValue? {
        let value = known.panel.value(indicator.ordinal, year, basis)
        guard value == .missing else { return value }
        // A panel shows 撤回 as a blank.
        return known.panel.locator(indicator.ordinal, year, basis) == nil
            ? nil : try cell(known.id, indicator, year, basis, of: nil)
    }

    private func cell(
        _ id: Int64, _ indicator: Indicator, _ year: ReportingYear, _ basis: Basis, of voice: Voice?
    ) throws -> ObservedValue? {
        guard let number = try indicators.id(of: indicator.code.text) else { return nil }
        let entries = try cells.entries(of: id, indicator: number, year: year.value).map(\.entry)
        if indicator.revisionPolicy == .first, voice == nil {
            var plan = PlanCell<ObservedValue>()
            for entry in entries { plan.observe(entry.value, of: entry.value, entry.basis, entry.voice) }
            return plan.standing().flatMap { $0.status == .reported ? $0 : nil }
        }
        var figure = FigureCell<ObservedValue>()
        for entry in entries where entry.basis == basis && voice ?? entry.voice == entry.voice {
            figure.observe(entry.value, of: entry.value, entry.voice)
        }
        return figure.standing
    }

    private func standing(of consortium: String) throws -> Standing {
        if let last, last.consortium == consortium { return last.standing }
        if known.count >= Self.room { known.removeAll() }
        let standing = try known[consortium] ?? read(consortium)
        known[consortium] = standing
        last = (consortium, standing)
        return standing
    }

    private func read(_ consortium: String) throws -> Standing {
        guard let id = try reportedID(of: consortium) else { return .nothing }
        guard try !isDecidedOn(id), let stored = try panels(id) else { return .cells(id: id) }
        return .panel(Known(stored, id: id))
    }

    /// The id of a consortium of which figures were received; nil for any other.
    private func reportedID(of consortium: String) throws -> Int64? {
        guard let id = try consortia.id(of: consortium) else { return nil }
        reports.bind(id, at: 1)
        return try reports.only { _ in id }
    }

    /// Whether a panel does not tell all, since what counts was decided on.
    private func isDecidedOn(_ id: Int64) throws -> Bool {
        decisions.bind(id, at: 1)
        return try decisions.only { _ in true } ?? false
    }

    private func asking<Value>(_ question: () throws -> Value?) -> Value? {
        do {
            return try question()
        } catch {
            failure = failure ?? error
            return nil
        }
    }
}

extension Store {
    /// Calls `body` with what stands now under `edition`.
    ///
    /// - Throws: ``StoreError``, also for what could not be read while `body` asked, and what `body` throws.
    package func withStandingFigures<Value>(
        edition: Edition, _ body: (StandingFigures) throws -> Value
    ) throws -> Value {
        try read { try StandingFigures.asked($0, edition: edition, body) }
    }
}
