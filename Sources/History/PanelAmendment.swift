package import Standards

/// A panel to which the figures of one more submission are added, the latest that was received: what stands in a cell
/// nearly always tells what a new value makes of it, and nothing that was received before has to be read.
///
/// Where it does not tell, the cell is to be settled from all its values (``Doubt``). No plan may have been decided on.
package struct PanelAmendment {
    /// What of a cell the panel does not tell.
    package struct Doubt: OptionSet, Sendable {
        package let rawValue: UInt8

        package init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        package static let figure = Doubt(rawValue: 1)
        package static let plan = Doubt(rawValue: 2)
    }

    private let layout: PanelLayout
    private let indicators: [Indicator]
    /// Whether one voice alone ever spoke, so that what stands is its last word.
    private let isOfOneVoice: Bool
    private var actual: [CellContent]
    private var committed: [CellContent]
    private var plans: [Int: CellContent]
    private var pool: TextPool

    /// - Parameters:
    ///   - panel: with its sources, or nil where nothing was received before.
    ///   - layout: has all the years of `panel`, and of what was received before nothing but that is within its years.
    package init(_ panel: Panel?, layout: PanelLayout, indicators: [Indicator], isOfOneVoice: Bool) {
        self.layout = layout
        self.indicators = indicators
        self.isOfOneVoice = isOfOneVoice
        actual = Array(repeating: CellContent(), count: layout.cellCount)
        committed = []
        plans = [:]
        pool = panel?.pool ?? TextPool()
        if let panel { take(panel) }
    }

    private mutating func take(_ panel: Panel) {
        let old = panel.layout
        let shift = old.firstYear.value - layout.firstYear.value
        func place(_ index: Int) -> Int {
            index / old.yearCount * layout.yearCount + index % old.yearCount + shift
        }
        func contents(_ cells: [PackedCell], from start: Int) -> [CellContent] {
            var contents = Array(repeating: CellContent(), count: layout.cellCount)
            for (index, cell) in cells.enumerated() {
                contents[place(index)] = CellContent(cell: cell, locator: panel.locators[start + index])
            }
            return contents
        }
        actual = contents(panel.actual, from: 0)
        if !panel.committed.isEmpty { committed = contents(panel.committed, from: panel.actual.count) }
        let first = panel.actual.count + panel.committed.count
        for (number, plan) in panel.plans.enumerated() {
            plans[place(plan.index)] = CellContent(cell: plan.cell, locator: panel.locators[first + number])
        }
    }

    /// Whether anything was received of a cell, a blank among it.
    package func isHeld(_ indicator: Int, _ year: ReportingYear, _ basis: Basis) -> Bool {
        guard let index = layout.index(indicator: indicator, year: year) else { return false }
        let cells = basis == .actual ? actual : committed
        return !cells.isEmpty && cells[index].locator != .none
    }

    /// Adds a value; nil for one of a year outside the panel, which it does not show.
    package mutating func observe(
        indicator: Int, year: ReportingYear, basis: Basis, value: ObservedValue, locator: SourceLocator
    ) -> Doubt? {
        guard let index = layout.index(indicator: indicator, year: year) else { return nil }
        let content = CellContent(cell: PackedCell(value, pool: &pool), locator: locator)
        var doubt: Doubt = []
        switch basis {
        case .actual:
            if !Self.take(content, of: value, into: &actual[index], isOfOneVoice) { doubt.insert(.figure) }
        case .committed:
            if committed.isEmpty { committed = Array(repeating: CellContent(), count: layout.cellCount) }
            if !Self.take(content, of: value, into: &committed[index], isOfOneVoice) { doubt.insert(.figure) }
        }
        guard indicators[indicator].revisionPolicy == .first else { return doubt }
        if !takePlan(content, of: value, basis, at: index) { doubt.insert(.plan) }
        return doubt
    }

    /// As ``FigureCell`` does; false where what stands does not tell.
    private static func take(
        _ content: CellContent, of value: ObservedValue, into held: inout CellContent, _ isOfOneVoice: Bool
    ) -> Bool {
        guard held.locator != .none else {
            held = content
            return true
        }
        guard isOfOneVoice else { return false }
        if value != .missing || held.cell == .missing { held = content }
        return true
    }

    /// As ``PlanCell`` does; false where what stands does not tell.
    private mutating func takePlan(
        _ content: CellContent, of value: ObservedValue, _ basis: Basis, at index: Int
    ) -> Bool {
        let held = plans[index]
        if let held, held.cell.isReported { return value != .withdrawn }
        let counts =
            value.status == .reported || basis == .actual && (value != .missing || held?.cell ?? .missing == .missing)
        if counts { plans[index] = content }
        return true
    }

    /// Puts in a cell what all its values make of it.
    /// - Parameters:
    ///   - entries: those of one indicator and year, in the order of receipt.
    package mutating func settle(
        _ doubt: Doubt, indicator: Int, year: ReportingYear, basis: Basis, from entries: [ConsortiumHistory.Entry]
    ) {
        guard let index = layout.index(indicator: indicator, year: year) else { return }
        if doubt.contains(.figure) {
            var cell = FigureCell<ConsortiumHistory.Entry>()
            for entry in entries where entry.basis == basis { cell.observe(entry, of: entry.value, entry.voice) }
            let settled = cell.standing.map { content(of: $0) } ?? CellContent()
            if basis == .actual { actual[index] = settled } else { committed[index] = settled }
        }
        if doubt.contains(.plan) {
            var cell = PlanCell<ConsortiumHistory.Entry>()
            for entry in entries { cell.observe(entry, of: entry.value, entry.basis, entry.voice) }
            plans[index] = cell.standing().map { content(of: $0) }
        }
    }

    private mutating func content(of entry: ConsortiumHistory.Entry) -> CellContent {
        CellContent(cell: PackedCell(entry.value, pool: &pool), locator: entry.locator)
    }

    package func build() -> Panel {
        let plans = plans.sorted { $0.key < $1.key }
        return Panel(
            layout: layout, actual: actual.map(\.cell), committed: committed.map(\.cell),
            plans: plans.map { Panel.Plan(index: $0.key, cell: $0.value.cell) },
            locators: actual.map(\.locator) + committed.map(\.locator) + plans.map(\.value.locator), pool: pool
        ).compacted
    }
}
