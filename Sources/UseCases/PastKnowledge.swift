internal import Assessment
internal import FEEL
internal import Foundation
internal import Standards
internal import Store

/// What had been known of a year at the close of its window, and by the end of the days since on which something of a
/// consortium was received or taken back: what a recommendation may have rested on that rests on nothing any more.
struct PastKnowledge {
    private let store: Store
    private let edition: Edition
    /// The assessed year.
    private let year: ReportingYear
    private let asOf: Date?
    private let recordedBy: Date?
    /// The days on which registers came, in their order; registers are read once a day.
    private let registerDays: [CalendarDate]
    private var states: [CalendarDate: RegisterState] = [:]
    private var changes: [CalendarDate: RegisterChanges] = [:]

    init(store: Store, edition: Edition, year: ReportingYear, asOf: Date?, recordedBy: Date?) throws {
        self.store = store
        self.edition = edition
        self.year = year
        self.asOf = asOf
        self.recordedBy = recordedBy
        registerDays = try store.registerDays(until: asOf, recordedBy: recordedBy)
    }

    /// What was known by the end of each day, of those consortia of which something else was known later, in the order of
    /// the days; the first is that of the close, where something was known then.
    mutating func closings(of year: ReportingYear, at close: Date) throws -> [AssessmentInput.Closing] {
        let closingDay = ChinaTime.day(of: close)
        var days = try store.figureChanges(
            after: close, until: asOf, recordedBy: recordedBy, upTo: year, edition: edition)
        for (place, day) in registerDays.enumerated() where day > closingDay {
            for consortium in try changes(at: place).consortia(upTo: year) {
                days[consortium, default: []].insert(day)
            }
        }
        // What is confirmed of one may lie between it and another, of whom something else is known later.
        for (place, day) in registerDays.enumerated() where day > closingDay {
            guard try changes(at: place).confirmsSignal else { continue }
            for (consortium, changed) in days where changed.contains(where: { $0 > day }) {
                days[consortium, default: []].insert(day)
            }
        }
        // By the day on which something was known, of whom, and when it changed next.
        var wanted: [CalendarDate: [String: CalendarDate]] = [:]
        for (consortium, changed) in days {
            var known = closingDay
            for day in changed.sorted() {
                wanted[known, default: [:]][consortium] = day
                known = day
            }
        }
        return try wanted.sorted { $0.key < $1.key }.compactMap { day, corrections in
            try known(on: day, year, corrections)
        }
    }

    /// Nil where nothing of the consortia in `corrections` was known.
    private mutating func known(
        on day: CalendarDate, _ year: ReportingYear, _ corrections: [String: CalendarDate]
    ) throws -> AssessmentInput.Closing? {
        let then = try store.snapshot(
            edition: edition, asOf: ChinaTime.end(of: day), recordedBy: recordedBy, through: year)
        let panels = try then.panels(of: Set(corrections.keys))
        guard !panels.isEmpty else { return nil }
        let state = try state(on: day)
        var closing = AssessmentInput.Closing(
            panels: panels, day: day, registers: state.registers,
            consortia: panels.keys.flatMap { state.consortia[$0] ?? [] }, corrections: corrections)
        // Signals are looked for in all consortia together: only where somebody confirmed what may have been one. What lies
        // between several is confirmed on the list of any of them.
        let mayRestOnSignal = state.registers.determinations.contains { determination in
            guard determination.decision == .confirm, edition.clause(determination.clause)?.trigger == .automatic else {
                return false
            }
            return state.registers.confirmsSignal(determination)
                || (determination.year == year && determination.subject == nil
                    && panels[determination.consortium] != nil)
        }
        if mayRestOnSignal {
            // Beside those of whom something changed, the ones that they came of.
            var whole = AssessmentInput(
                consortia: then.consortia, panels: try then.panels(of: then.withPredecessors(of: panels.keys)),
                registers: state.registers,
                evidenceUses: try then.reusedEvidence(), restatements: try then.restatements(),
                members: try then.sharedMembers(), parts: try then.sourceParts())
            whole.entries = then.consortiumEntries
            try whole.lookAtPanels(of: then, edition: edition, year: self.year)
            closing.whole = [whole]
        }
        return closing
    }

    private mutating func state(on day: CalendarDate) throws -> RegisterState {
        guard let last = registerDays.last(where: { $0 <= day }) else { return RegisterState() }
        if let known = states[last] { return known }
        let state = try RegisterState(
            store.snapshot(edition: edition, asOf: ChinaTime.end(of: last), recordedBy: recordedBy), of: edition)
        states[last] = state
        return state
    }

    /// What the registers of a day changed of those before.
    private mutating func changes(at place: Int) throws -> RegisterChanges {
        let day = registerDays[place]
        if let known = changes[day] { return known }
        let before = place == 0 ? RegisterState() : try state(on: registerDays[place - 1])
        let found = RegisterChanges(from: before, to: try state(on: day))
        changes[day] = found
        return found
    }
}

extension StoreSnapshot {
    /// These consortia and all that they came of, at whatever remove.
    fileprivate func withPredecessors(of consortia: some Sequence<String>) -> Set<String> {
        var predecessors: [String: [String]] = [:]
        for entry in self.consortia + consortiumEntries where !entry.predecessors.isEmpty {
            predecessors[entry.id, default: []] += entry.predecessors
        }
        var found = Set(consortia)
        var unread = Array(found)
        while let next = unread.popLast() {
            for predecessor in predecessors[next, default: []] where found.insert(predecessor).inserted {
                unread.append(predecessor)
            }
        }
        return found
    }
}
