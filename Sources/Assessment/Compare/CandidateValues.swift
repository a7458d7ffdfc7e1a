import FEEL
package import History
package import Standards

extension Counterfactual {
    /// Other values that a cell may have instead of its own: of its kind, at the ends of what can be and around the
    /// numbers that rules compare with; blank, 不适用. The least comes first; blank and 不适用 last.
    package func candidates(for cell: PanelCell) -> [ObservedValue] {
        let indicator = edition.indicators[cell.indicator]
        let values: [ObservedValue] =
            switch indicator.kind {
            case .boolean: [.truth(false), .truth(true)]
            case .choice: indicator.choices.map(ObservedValue.text)
            case .text: [.text("…")]
            case .count, .amount, .percent, .rank: numbers(for: cell, indicator).map(ObservedValue.number)
            }
        let own = value(of: cell)
        return (values + [.notApplicable, .missing]).filter { $0 != own }
    }

    /// Rules compare a figure with a parameter, with another figure, with itself in another year or as it was promised:
    /// the ends of what can be lie on either side of all of them, and what it was in other years lies between.
    private func numbers(for cell: PanelCell, _ indicator: Indicator) -> [Decimal128] {
        var marks: Set<Decimal128> = [1]
        for year in subject.panel.layout.years {
            for basis in Basis.allCases {
                guard case .number(let number) = subject.panel.value(cell.indicator, year, basis) else { continue }
                marks.formUnion([number, number + 1])
            }
        }
        // A slip of the point is the commonest of slips.
        if case .number(let own) = value(of: cell) { marks.formUnion([own * 10, own / 10]) }
        if indicator.kind == .rank || indicator.kind == .count { marks = Set(marks.map { $0.rounded(.down) }) }
        let least: Decimal128 = indicator.isGrowthRate ? -100 : indicator.kind == .rank ? 1 : .zero
        let top: Decimal128 = indicator.kind == .percent ? 100 : Decimal128(coefficient: 1, exponent: 9)
        return marks.union([least, top]).filter { $0 >= least && $0 <= top }.sorted()
    }
}
