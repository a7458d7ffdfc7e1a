import FEEL
import History
import Standards

extension Subject {
    /// A smallest set of cells that settles the acceptance of a point, whatever they are filled in with: of each of its
    /// figures that cannot be judged those without which it cannot, for the others may yet be met.
    func wouldDecide(_ point: ObservationPoint) -> [Evidence] {
        var inputs = acceptanceInputs
        var places: Set<Place> = []
        for ordinal in point.indicators where isAsked(ordinal) {
            guard outcome(of: ordinal, &inputs) == .undetermined else { continue }
            places.formUnion(cellsToJudge(ordinal, inputs.values))
        }
        return places.sorted().map { evidence($0.indicator, $0.year, $0.reading) }
    }

    /// Of one figure: itself, where it is not reported, and what its conditions compare it with.
    private func cellsToJudge(_ ordinal: Int, _ values: [Value]) -> [Place] {
        let hasCommitment = panel.value(ordinal, year, .committed).status == .reported
        let requirements = rules.acceptance.entries[ordinal].requirements(hasCommitment: hasCommitment)
        let own = Place(year: year, indicator: ordinal, reading: .actual)
        let places = [own] + requirements.flatMap { cells($0.outline, of: ordinal) }.sorted().filter { $0 != own }
        let gaps = places.filter { panel.value($0.indicator, $0.year, by: $0.reading).status != .reported }
        let isReported = panel.value(ordinal, year).status == .reported
        let search = SmallestFilling { filling in
            guard isReported || filling.contains(.cell(own)) else { return false }
            var foresight = Foresight(self, filled: filling, windows: [:])
            let scope = Foresight.Scope(inputs: values, year: year, judged: ordinal)
            let truths = requirements.map { foresight.possible($0.outline, scope).truths }
            return truths.contains(.no) || !truths.contains { $0.contains(.unknown) }
        }
        let found = search.among(gaps.map(Gap.cell)) ?? gaps.map(Gap.cell)
        return found.compactMap { if case .cell(let place) = $0 { place } else { nil } }
    }

    /// The cells that a condition of a figure reads, beside it.
    private func cells(_ outline: Outline, of ordinal: Int) -> [Place] {
        switch outline {
        case .cell(let indicator, let reading): [Place(year: year, indicator: indicator, reading: reading)]
        case .judged: [Place(year: year, indicator: ordinal, reading: .actual)]
        case .base: [Place(year: tenure.baseYear, indicator: ordinal, reading: .actual)]
        case .binary(_, let left, let right): cells(left, of: ordinal) + cells(right, of: ordinal)
        case .not(let operand), .years(_, _, let operand): cells(operand, of: ordinal)
        case .conditional(let condition, let then, let otherwise):
            cells(condition, of: ordinal) + cells(then, of: ordinal) + cells(otherwise, of: ordinal)
        case .call(_, let arguments): arguments.flatMap { cells($0, of: ordinal) }
        case .constant, .input, .register, .measure, .yearMeasure, .number, .whole, .opaque: []
        }
    }
}
