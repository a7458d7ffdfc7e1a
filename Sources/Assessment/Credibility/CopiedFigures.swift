import History
import Standards

/// Consortia whose figures of one year agree on many points, two by two. Only figures long enough not to agree by chance
/// are counted, and the components of a point once. Those that hang together are one group, and one signal.
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
        guard let least = edition.credibility?.sharedPoints else { return [] }
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

        let pairs = shared.compactMap { pair -> Pair? in
            let indicators = commonIndicators(panels[pair.first].panel, panels[pair.second].panel, year, edition)
            guard Set(indicators.map(\.code.point)).count >= least else { return nil }
            return Pair(first: pair.first, second: pair.second, indicators: indicators)
        }
        return Pair.groups(pairs).flatMap { signals(of: $0, in: panels, year) }
    }

    /// Two consortia with the indicators that they agree on.
    private struct Pair {
        let first: Int
        let second: Int
        let indicators: [Indicator]

        /// Pairs that hang together, by way of others too.
        static func groups(_ pairs: [Pair]) -> [[Pair]] {
            var groups: [(members: Set<Int>, pairs: [Pair])] = []
            for pair in pairs {
                let touching = groups.indices.filter {
                    groups[$0].members.contains(pair.first) || groups[$0].members.contains(pair.second)
                }
                var merged = (members: Set([pair.first, pair.second]), pairs: [pair])
                for index in touching.reversed() {
                    merged.members.formUnion(groups[index].members)
                    merged.pairs = groups[index].pairs + merged.pairs
                    groups.remove(at: index)
                }
                groups.append(merged)
            }
            return groups.map(\.pairs)
        }
    }

    /// How many of the others are shown with their cells.
    private static let othersShown = 3

    /// The signal of a group, on the list of each member.
    private static func signals(
        of group: [Pair], in panels: [(consortium: String, panel: Panel)], _ year: ReportingYear
    ) -> [CredibilitySignal] {
        let members = Set(group.flatMap { [$0.first, $0.second] }).sorted()
        let parties = members.map { panels[$0].consortium }
        let all = Set(group.flatMap(\.indicators)).sorted { $0.ordinal < $1.ordinal }
        let id = CredibilitySignal.id(.copiedFigures, parties: parties, cells: all.map { "\($0.code) \(year)" })
        return members.map { own in
            let pairs = group.filter { $0.first == own || $0.second == own }
            let indicators = Set(pairs.flatMap(\.indicators)).sorted { $0.ordinal < $1.ordinal }
            let others = pairs.map { $0.first == own ? $0.second : $0.first }
            func cells(of member: Int, party: String?) -> [Evidence] {
                indicators.map { indicator in
                    let value = panels[member].panel.value(indicator.ordinal, year)
                    return Evidence(
                        subject: .cell(indicator: indicator, year: year, basis: .actual), value: value.text,
                        status: value.status, source: nil, party: party)
                }
            }
            let points = Set(indicators.map(\.code.point)).count
            return CredibilitySignal(
                id: id, kind: .copiedFigures, grade: .strong, consortium: panels[own].consortium, parties: parties,
                year: year,
                text: "\(year)年有\(points)个观测点的数与 "
                    + others.map { panels[$0].consortium }.joined(separator: "、") + " 完全相同",
                because: cells(of: own, party: nil)
                    + others.prefix(othersShown).flatMap { cells(of: $0, party: panels[$0].consortium) })
        }
    }

    /// The consortia, ascending, that hold the same figure of an indicator: of each figure that two or more hold.
    private static func groups(
        in panels: [(consortium: String, panel: Panel)], edition: Edition, figuresOf year: ReportingYear
    ) -> [[Int]] {
        let digits = edition.credibility?.significantDigits ?? 0
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
        let digits = edition.credibility?.significantDigits ?? 0
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
