import History
import Standards

/// The figures of all consortia that are long enough not to agree by chance, year by year, in one piece of memory: a
/// column an indicator, eight bytes a figure.
final class FigureTable: Sendable {
    /// A numeric indicator, and which observation point it belongs to.
    struct Column: Sendable {
        let ordinal: Int
        let point: Int
    }

    /// The first and the last part of a file that a consortium's figures of a year were read from, by their ids in the
    /// order in which they were recorded.
    struct Parts: Sendable {
        var first = 0
        var last = 0
    }

    let count: Int
    let columns: [Column]
    let years: [ReportingYear]
    private let digits: Int
    /// By year, column and row; 0 where there is no such figure. Each row is written once, by one thread.
    private nonisolated(unsafe) let figures: UnsafeMutableBufferPointer<UInt64>
    /// By year and row; 0 where nobody asked.
    private nonisolated(unsafe) let parts: UnsafeMutableBufferPointer<Parts>

    /// A table without figures, of the years from the base year to `year`.
    init(count: Int, edition: Edition, year: ReportingYear) {
        self.count = count
        digits = edition.credibility?.significantDigits ?? 0
        var points: [String: Int] = [:]
        columns = edition.indicators.filter(\.kind.isNumeric).map { indicator in
            let point = points[indicator.code.point] ?? points.count
            points[indicator.code.point] = point
            return Column(ordinal: indicator.ordinal, point: point)
        }
        years = edition.credibility == nil || year < edition.baseYear ? [] : Array(edition.baseYear...year)
        figures = .allocate(capacity: years.count * columns.count * count)
        figures.initialize(repeating: 0)
        parts = .allocate(capacity: years.count * count)
        parts.initialize(repeating: Parts())
    }

    deinit {
        figures.deallocate()
        parts.deallocate()
    }

    /// Takes the figures of a consortium in.
    func add(_ row: Int, _ panel: Panel) {
        for (place, year) in years.enumerated() {
            var (first, last) = (Int.max, 0)
            for (column, indicator) in columns.enumerated() {
                guard let figure = panel.cell(indicator.ordinal, year).significand(digits: digits) else { continue }
                // A coefficient has 56 bits.
                let exponent = UInt64(UInt8(truncatingIfNeeded: figure.exponent))
                figures[(place * columns.count + column) * count + row] =
                    UInt64(bitPattern: figure.coefficient) << 8 | exponent
                if let part = panel.locator(indicator.ordinal, year)?.part {
                    (first, last) = (min(first, part), max(last, part))
                }
            }
            if last > 0 { parts[place * count + row] = Parts(first: first, last: last) }
        }
    }

    /// The figures of an indicator in a year, a row a consortium.
    func figures(year: Int, column: Int) -> [UInt64] {
        let start = (year * columns.count + column) * count
        return Array(figures[start..<(start + count)])
    }

    func parts(year: Int, row: Int) -> Parts { parts[year * count + row] }

    /// How many observation points there are.
    var pointCount: Int { (columns.map(\.point).max() ?? -1) + 1 }
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
