import Standards

/// Two consortia whose figures of one year agree on many points. Only figures long enough not to agree by chance are
/// counted, and the components of a point once.
enum CopiedFigures {
    static func signals(in panels: [(consortium: String, panel: Panel)], standard: Standard, year: ReportingYear)
        -> [CredibilitySignal]
    {
        guard standard.baseYear <= year else { return [] }
        return (standard.baseYear...year).flatMap { signals(in: panels, standard: standard, figuresOf: $0) }
    }

    private struct Figure: Hashable {
        let indicator: Int
        let coefficient: Int64
        let exponent: Int
    }

    private static func signals(
        in panels: [(consortium: String, panel: Panel)], standard: Standard, figuresOf year: ReportingYear
    ) -> [CredibilitySignal] {
        let least = standard.credibility.sharedPoints
        let numeric = standard.indicators.filter(\.kind.isNumeric)
        var holders: [Figure: [Int32]] = [:]
        var shared: [(first: Int, second: Int)] = []
        // Consortia already seen that hold the same figures as the one at hand, with the points in common.
        var common = [Int32](repeating: 0, count: panels.count)
        var touched: [Int] = []

        for (index, entry) in panels.enumerated() {
            for indicator in numeric {
                guard
                    let figure = entry.panel.cell(indicator.ordinal, year).significand(
                        digits: standard.credibility.significantDigits)
                else { continue }
                let key = Figure(
                    indicator: indicator.ordinal, coefficient: figure.coefficient, exponent: figure.exponent)
                for holder in holders[key, default: []] {
                    if common[Int(holder)] == 0 { touched.append(Int(holder)) }
                    common[Int(holder)] += 1
                }
                holders[key, default: []].append(Int32(index))
            }
            for other in touched {
                if common[other] >= least { shared.append((first: other, second: index)) }
                common[other] = 0
            }
            touched.removeAll(keepingCapacity: true)
        }

        return shared.flatMap { pair -> [CredibilitySignal] in
            let indicators = commonIndicators(panels[pair.first].panel, panels[pair.second].panel, year, standard)
            let count = Set(indicators.map(\.code.point)).count
            guard count >= least else { return [] }
            return [(pair.first, pair.second), (pair.second, pair.first)].map { own, other in
                CredibilitySignal(
                    kind: .copiedFigures, consortium: panels[own].consortium, year: year,
                    text: "\(year) 年有 \(count) 个观测点的数据与 \(panels[other].consortium) 完全相同。",
                    because: indicators.map { indicator in
                        Evidence(
                            subject: .cell(indicator: indicator, year: year, basis: .actual),
                            value: panels[own].panel.value(indicator.ordinal, year).text, status: .reported,
                            source: nil)
                    })
            }
        }
    }

    private static func commonIndicators(
        _ left: Panel, _ right: Panel, _ year: ReportingYear, _ standard: Standard
    ) -> [Indicator] {
        let digits = standard.credibility.significantDigits
        return standard.indicators.filter { indicator in
            guard indicator.kind.isNumeric,
                let a = left.cell(indicator.ordinal, year).significand(digits: digits),
                let b = right.cell(indicator.ordinal, year).significand(digits: digits)
            else { return false }
            return a == b
        }
    }
}

extension PackedCell {
    /// The number without trailing zeros, where it has at least `digits` significant digits; nil for anything else.
    /// Numbers too long to pack take no part.
    func significand(digits: Int) -> (coefficient: Int64, exponent: Int)? {
        guard tagBits == Tag.number.rawValue, coefficient != 0 else { return nil }
        var coefficient = coefficient
        var exponent = exponent
        while coefficient.isMultiple(of: 10) {
            coefficient /= 10
            exponent += 1
        }
        var rest = coefficient.magnitude
        var length = 0
        while rest > 0 {
            rest /= 10
            length += 1
        }
        return length >= digits ? (coefficient, exponent) : nil
    }
}
