import FEEL
import History
import Standards

/// The annual work plans of one consortium, item by item, held against the figures of their years.
///
/// Of an item the authority's word counts before the year's figure, and the figure before the consortium's own word: who
/// names an observation point is held to what it reports there. A target and a day count as they were told first; later
/// ones are shown. What is not yet due is not undone.
struct WorkPlanBook {
    private let edition: Edition
    private let panel: Panel
    /// The day whose knowledge counts; nil where everything is due.
    private let today: CalendarDate?
    private let entries: [ReportingYear: [WorkPlanEntry]]
    private let source: (SourceLocator) -> CellSource?

    /// - Parameter entries: of one consortium, in the order of receipt.
    init(
        _ entries: [WorkPlanEntry], edition: Edition, panel: Panel, today: CalendarDate?,
        source: @escaping (SourceLocator) -> CellSource?
    ) {
        self.edition = edition
        self.panel = panel
        self.today = today
        self.entries = entries.isEmpty ? [:] : Dictionary(grouping: entries, by: \.year)
        self.source = source
    }

    /// The years of which there are items.
    var years: [ReportingYear] { entries.keys.sorted() }

    func items(of year: ReportingYear) -> [PlanItemCheck] {
        guard let entries = entries[year] else { return [] }
        var order: [String] = []
        var byKey: [String: [WorkPlanEntry]] = [:]
        for entry in entries {
            if byKey[entry.key] == nil { order.append(entry.key) }
            byKey[entry.key, default: []].append(entry)
        }
        return order.compactMap { key in byKey[key].flatMap { item($0, year) } }
    }

    private func item(_ entries: [WorkPlanEntry], _ year: ReportingYear) -> PlanItemCheck? {
        let own = entries.filter { $0.reportedBy != nil }
        let official = entries.filter { $0.reportedBy == nil }
        guard let last = entries.last, let yearEnd = year.lastDay else { return nil }
        let promised = own.isEmpty ? official : own
        let targets = promised.map(\.target).filter { !$0.isEmpty }
        let target = targets.first ?? ""
        let due = promised.compactMap(\.due).first ?? yearEnd
        let indicator = promised.lazy.compactMap(\.indicator).first.flatMap(edition.indicator)
        let wanted = indicator.flatMap { PlanTarget(target, kind: $0.kind, unit: $0.unit) }
        let figure = wanted == nil ? nil : indicator.map { evidence($0, year) }
        let isOver = isOver(due)
        let said = Words(
            official: official.last { !$0.completed.isEmpty }, own: own.last { !$0.completed.isEmpty }, due: due,
            isOver: isOver)
        var outcome = said.outcomeByAuthority
        if outcome == nil, let wanted, let indicator {
            let isMet = wanted.isMet(by: panel.value(indicator.ordinal, year))
            outcome = isMet.map { $0 ? .met : isOver ? .notMet : .undetermined } ?? .undetermined
        }
        return PlanItemCheck(
            item: last.item, indicator: indicator, target: target,
            changedTarget: targets.last == target ? nil : targets.last, due: due, figure: figure,
            own: said.own?.completed ?? "", official: said.official?.completed ?? "",
            outcome: outcome ?? said.outcomeByConsortium, isOverdue: isOver,
            source: (said.official ?? said.own ?? last).source)
    }

    private func isOver(_ day: CalendarDate) -> Bool { today.map { $0 > day } ?? true }

    private func evidence(_ indicator: Indicator, _ year: ReportingYear) -> Evidence {
        let value = panel.value(indicator.ordinal, year)
        return Evidence(
            subject: .cell(indicator: indicator, year: year, basis: .actual), value: value.text, status: value.status,
            source: panel.locator(indicator.ordinal, year).flatMap(source))
    }

    /// What was last said of how far an item is.
    private struct Words {
        let official: WorkPlanEntry?
        let own: WorkPlanEntry?
        let due: CalendarDate
        let isOver: Bool

        /// Nil where an authority did not decide.
        var outcomeByAuthority: AcceptanceOutcome? {
            switch official?.completion {
            case .done: .met
            case .undone: isOver ? .notMet : .undetermined
            case .ongoing, nil: nil
            }
        }

        var outcomeByConsortium: AcceptanceOutcome {
            switch own?.completion {
            case .done: .met
            case .undone: isOver ? .notMet : .undetermined
            // Who still works on it when its day is over did not complete it.
            case .ongoing: isOver && own.map { $0.receivedOn > due } ?? false ? .notMet : .undetermined
            case nil: .undetermined
            }
        }
    }
}
