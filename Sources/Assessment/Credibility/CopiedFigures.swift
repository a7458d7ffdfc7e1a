import History
import Standards

/// Two consortia whose figures of one year agree on many points. Only figures long enough not to agree by chance are
/// counted, and the components of a point once.
enum CopiedFigures {
    static func signals(in panels: [(consortium: String, panel: Panel)], edition: Edition, year: ReportingYear)
        -> [CredibilitySignal]
    {
        guard edition.baseYear <= year else { return [] }
        let years = Array(edition.baseYear...year)
        return concurrently(years.count) { signals(in: panels, edition: edition, figuresOf: years[$0]) }.flatMap(
            \.self)
    }

    private static func signals(
        in panels: [(consortium: String, panel: Panel)], edition: Edition, figuresOf year: ReportingYear
    ) -> [CredibilitySignal] {
        let least = edition.credibility.sharedPoints
        let groups = groups(in: panels, edition: edition, figuresOf: year)
        var memberships = Array(repeating: [Int](), count: panels.count)
        for (place, group) in groups.enumerated() {
            for member in group { memberships[member].append(place) }
        }

        var shared: [(first: Int, second: Int)] = []
        // Consortia before the one at hand that hold the same figures, with the figures in common.
        var common = [Int32](repeating: 0, count: panels.count)
        var touched: [Int] = []
        for index in panels.indices {
            for group in memberships[index] {
                for other in groups[group] {
                    guard other < index else { break }
                    if common[other] == 0 { touched.append(other) }
                    common[other] += 1
                }
            }
            for other in touched {
                if common[other] >= least { shared.append((first: other, second: index)) }
                common[other] = 0
            }
            touched.removeAll(keepingCapacity: true)
        }

        return shared.flatMap { pair -> [CredibilitySignal] in
            let indicators = commonIndicators(panels[pair.first].panel, panels[pair.second].panel, year, edition)
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

    /// The consortia, ascending, that hold the same figure of an indicator: of each figure that two or more hold.
    private static func groups(
        in panels: [(consortium: String, panel: Panel)], edition: Edition, figuresOf year: ReportingYear
    ) -> [[Int]] {
        let digits = edition.credibility.significantDigits
        var groups: [[Int]] = []
        var figures: [(figure: UInt64, holder: Int)] = []
        for indicator in edition.indicators where indicator.kind.isNumeric {
            figures.removeAll(keepingCapacity: true)
            for (holder, entry) in panels.enumerated() {
                guard let figure = entry.panel.cell(indicator.ordinal, year).significand(digits: digits) else {
                    continue
                }
                // A coefficient has 56 bits.
                let exponent = UInt64(UInt8(truncatingIfNeeded: figure.exponent))
                figures.append((UInt64(bitPattern: figure.coefficient) << 8 | exponent, holder))
            }
            figures.sort(by: <)
            for same in figures.chunked(by: { $0.figure == $1.figure }) where same.count > 1 {
                groups.append(same.map(\.holder))
            }
        }
        return groups
    }

    private static func commonIndicators(
        _ left: Panel, _ right: Panel, _ year: ReportingYear, _ edition: Edition
    ) -> [Indicator] {
        let digits = edition.credibility.significantDigits
        return edition.indicators.filter { indicator in
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

extension Array {
    /// The stretches of neighbours of which each is the same as the one before it.
    fileprivate func chunked(by isSame: (Element, Element) -> Bool) -> [ArraySlice<Element>] {
        var chunks: [ArraySlice<Element>] = []
        var start = startIndex
        for index in indices.dropFirst() where !isSame(self[index - 1], self[index]) {
            chunks.append(self[start..<index])
            start = index
        }
        if start < endIndex { chunks.append(self[start...]) }
        return chunks
    }
}
