import FEEL
import Standards

extension Subject {
    /// What would have cleared the assessed year: the smallest amounts by which measures of it would have to be greater,
    /// where judging again bears them out. With them the clause is `clear`; with any of them less by one unit of the
    /// measure's precision it is not. Nil where nothing of the kind is written, or bears out.
    func remedy(_ program: ClauseProgram, _ ruling: Ruling) -> ClauseCheck.Remedy? {
        guard let remedy = program.remedy, [.triggered, .suspected, .warning].contains(ruling.outcome) else {
            return nil
        }
        let raises = zip(remedy.rule.raises, remedy.amounts).compactMap { raise, amount in
            amount.evaluate(ruling.values).number.flatMap { $0 > .zero ? (measure: raise.measure, by: $0) : nil }
        }
        guard !raises.isEmpty else { return nil }
        guard remedy.rule.isAnyOne else {
            let all = Dictionary(raises.map { ($0.measure, $0.by) }, uniquingKeysWith: { first, _ in first })
            guard isRemedy(all, program) else { return nil }
            return told(
                remedy, ruling, amount: raises.reduce(.zero) { $0 + $1.by }, raises[0].measure, remedy.rule.unit)
        }
        let sufficient = raises.filter { isRemedy([$0.measure: $0.by], program) }
        let sizes = sufficient.map { raise in (raise, size(of: raise.by, measure(raise.measure, year)?.number ?? .zero))
        }
        guard let (least, _) = sizes.min(by: { $0.1 < $1.1 }) else { return nil }
        let unit = rules.measures.entry(named: least.measure)?.measure.unit ?? ""
        return told(remedy, ruling, amount: least.by, least.measure, unit)
    }

    private func told(
        _ remedy: ClauseProgram.Remedy, _ ruling: Ruling, amount: Decimal128, _ measure: String, _ unit: String
    ) -> ClauseCheck.Remedy {
        ClauseCheck.Remedy(
            year: year, amount: amount, unit: unit,
            text: remedy.text.text(ruling.values + [.number(amount), .string(measure), .string(unit)]),
            by: assessor.dates.windowCloses[year], isLate: isLate)
    }

    private var isLate: Bool {
        guard let today = assessor.dates.today, let closes = assessor.dates.windowCloses[year] else { return false }
        return today > closes
    }

    /// Whether the clause is clear with so much more of measures, and not with one step less of any.
    private func isRemedy(_ raised: [String: Decimal128], _ program: ClauseProgram) -> Bool {
        func isClear(_ raised: [String: Decimal128]) -> Bool {
            let other = raising(raised)
            return other.ruling(program, year, other.inputs(for: year)).outcome == .clear
        }
        guard isClear(raised) else { return false }
        return raised.allSatisfy { name, amount in
            var less = raised
            less[name] = amount - step(of: name, amount)
            return !isClear(less)
        }
    }

    /// How precisely a measure is told: by 1 where it counts, else by 0.01, or the last place of the amount.
    private func step(of name: String, _ amount: Decimal128) -> Decimal128 {
        let indicators = rules.measures.cells(of: name).compactMap { rules.edition.indicator($0.code) }
        let figures = indicators.filter { $0.kind.isNumeric }
        guard !figures.allSatisfy({ $0.kind == .count || $0.kind == .rank }) else { return 1 }
        var places = 2
        while places < 9, amount.rounded(.down, scale: places) != amount { places += 1 }
        return Decimal128(coefficient: 1, exponent: -places)
    }

    /// Against what there is; a whole one where there is nothing.
    private func size(of amount: Decimal128, _ value: Decimal128) -> Decimal128 {
        value.isZero ? .one : (amount / value).magnitude
    }
}
