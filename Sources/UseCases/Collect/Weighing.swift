internal import Assessment
internal import Collection
internal import Foundation
internal import History
internal import Standards
internal import Store
internal import Workbooks

/// Gathers what the receipt of a submission tells beyond the file: how far the consortium's report goes, and what its
/// faults would change. What stands in the store is read while the collection goes on; the weighing itself is pure and
/// is done where the receipt is written.
final class Weighing {
    private let edition: Edition
    private let calendar: ReportingCalendar
    private let store: Store
    private let now: Date
    private let compile: @Sendable () throws -> RuleBook
    /// Nil where the rules have faults: then nothing is weighed.
    private lazy var rules: RuleBook? = try? compile()
    private var assessors: [ReportingYear: Assessor] = [:]
    private var registers: (national: NationalContext, entries: [String: [Consortium]])?

    init(
        edition: Edition, calendar: ReportingCalendar, store: Store, now: Date,
        compile: @escaping @Sendable () throws -> RuleBook
    ) {
        self.edition = edition
        self.calendar = calendar
        self.store = store
        self.now = now
        self.compile = compile
    }

    /// What the receipt of a submission that was just stored is made with.
    struct Scale: Sendable {
        let stand: ReportingStand?
        fileprivate var weighed: (figures: [ObservationKey], counterfactual: @Sendable () -> Counterfactual)?
        fileprivate let edition: Edition

        /// Nothing but what the file says itself.
        init(stand: ReportingStand?, edition: Edition) {
            self.stand = stand
            self.edition = edition
        }
    }

    func scale(for submission: Submission, _ findings: [Finding]) throws -> Scale {
        guard let (consortium, year) = submission.reported else { return Scale(stand: nil, edition: edition) }
        take(submission)
        let (national, entries) = try knownRegisters()
        let own = entries[consortium] ?? []
        guard !own.isEmpty, let panel = try store.panel(of: consortium, edition: edition) else {
            let stand = ReportingStand(of: submission, edition: edition, calendar)
            return Scale(stand: stand, edition: edition)
        }
        let stand = ReportingStand(
            consortium: consortium, name: (own.entry(on: ChinaTime.day(of: now)) ?? own.last)?.name ?? "", year: year,
            statuses: edition.indicators.map { panel.cell($0.ordinal, year).status }, calendar)
        var scale = Scale(stand: stand, edition: edition)
        let doubtful = DoubtfulFigures(of: submission, edition: edition)
        let figures = Set(findings.flatMap(doubtful.figures)).filter { $0.consortium == consortium }
        guard !figures.isEmpty, let assessor = assessor(of: year) else { return scale }
        // What it came of is judged beside it: its incidents and open cases count.
        var panels = [consortium: panel]
        let family = [consortium] + Ancestry.ids(of: consortium, among: entries)
        for ancestor in family.dropFirst() { panels[ancestor] = try store.panel(of: ancestor, edition: edition) }
        let known = family.flatMap { entries[$0] ?? [] }
        scale.weighed = (
            Array(figures),
            { [panels] in
                Counterfactual(
                    of: consortium, among: known, panels: panels, registers: national, assessor: assessor)
            }
        )
        return scale
    }

    private func assessor(of year: ReportingYear) -> Assessor? {
        if let known = assessors[year] { return known }
        guard let rules, year >= edition.baseYear else { return nil }
        let assessor = Assessor(
            rules: rules, year: year,
            dates: AssessmentDates(calendar, year: year, from: edition.baseYear, today: ChinaTime.day(of: now)))
        assessors[year] = assessor
        return assessor
    }

    /// What an authority sends may change what holds for anybody; what a consortium lists is added to what is known.
    private func take(_ submission: Submission) {
        guard registers != nil else { return }
        if submission.origin.authority == .secretariat, let consortium = submission.reported?.consortium {
            registers?.national.add(
                policies: submission.policies, incidents: submission.incidents, of: consortium)
        }
    }

    /// Says that an authority's registers may have come in.
    func registersChanged(by submission: Submission) {
        let isOfRegisters = submission.forms.contains { $0.collectedAs != .observations && $0 != .members }
        if submission.origin.authority == .authority, isOfRegisters { registers = nil }
    }

    /// Whether what the receipt of a submission needs of the registers is at hand.
    func isReady(for submission: Submission) -> Bool { registers != nil || submission.reported == nil }

    /// Reads the registers as they are on the disk.
    func prepare() throws {
        _ = try knownRegisters()
    }

    private func knownRegisters() throws -> (national: NationalContext, entries: [String: [Consortium]]) {
        if let registers { return registers }
        let snapshot = try store.snapshot(edition: edition, on: ChinaTime.day(of: now))
        let several = Dictionary(grouping: snapshot.consortiumEntries.filter { $0.kind == edition.kind }, by: \.id)
        let known = (
            NationalContext(registers: try snapshot.registers),
            Dictionary(grouping: snapshot.consortia.filter { $0.kind == edition.kind }, by: \.id)
                .merging(several) { _, several in several }
        )
        registers = known
        return known
    }
}

extension Weighing.Scale {
    /// Weighs the figures in doubt against one another.
    func consequences() -> Consequences {
        guard let weighed else { return .untried }
        let places = weighed.figures.compactMap { key in
            edition.indicator(key.indicator).map { (key, PanelCell($0.ordinal, key.year, key.basis)) }
        }
        let search = ConsequenceSearch(places.map(\.1), in: weighed.counterfactual())
        let consequences = places.map { key, cell in (key, search.consequence(of: cell)) }
        return Consequences(
            byFigure: Dictionary(consequences, uniquingKeysWith: { first, _ in first }), isBounded: search.isBounded)
    }
}

extension ConsequenceSearch {
    fileprivate func consequence(of cell: PanelCell) -> FindingConsequence {
        if let changes = single[cell] { return FindingConsequence(.conclusion, Self.text(changes)) }
        if let number = groups.firstIndex(where: { $0.cells.contains(cell) }) {
            return FindingConsequence(.joint, Self.text(groups[number]), group: number + 1)
        }
        if let number = later.firstIndex(where: { $0.cells.contains(cell) }) {
            return FindingConsequence(.afterwards, Self.text(later[number]), group: groups.count + number + 1)
        }
        if let changes = minor[cell] { return FindingConsequence(.criterion, Self.text(changes)) }
        return FindingConsequence(.none)
    }

    /// `25格中改正14格会改变结论。综合结论：…`
    private static func text(_ group: Group) -> String {
        let (size, count) = (group.size, group.cells.count)
        let needed =
            size < count ? "\(count)格中改正\(size)格会改变结论" : size > 1 ? "\(size)格一起改正会改变结论" : "改正后会改变结论"
        return "\(needed)。\(text(group.changes))"
    }

    /// `16.3：数据不足→已触发／未触发；综合结论：…`
    private static func text(_ changes: [OutcomeChange]) -> String {
        var order: [OutcomeChange.Subject] = []
        var lines: [OutcomeChange.Subject: (before: String, after: [String])] = [:]
        for change in changes {
            if lines[change.subject] == nil { order.append(change.subject) }
            lines[change.subject, default: (change.before, [])].after.append(change.after)
        }
        return order.compactMap { subject in
            lines[subject].map { line in
                let name =
                    switch subject {
                    case .verdict: "综合结论"
                    case .clause(let code), .criterion(let code): code
                    }
                return "\(name)：\(line.before)→\(line.after.joined(separator: "／"))"
            }
        }.joined(separator: "；") + "。"
    }
}
