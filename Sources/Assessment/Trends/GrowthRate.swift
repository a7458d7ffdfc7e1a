import Foundation

/// How fast a series grows.
enum GrowthRate {
    /// The change from `earlier` to `later` as a share of `earlier`; NaN where either is missing (NaN) or `earlier` is
    /// not above zero.
    @inline(__always)
    static func yearOnYear(from earlier: Double, to later: Double) -> Double {
        earlier > 0 ? (later - earlier) / earlier : .nan
    }

    /// The change of a percentage in percentage points; NaN where either is missing.
    @inline(__always)
    static func percentagePoints(from earlier: Double, to later: Double) -> Double {
        later - earlier
    }

    /// The compound annual growth rate between the first and the last value reported; NaN unless both are above zero
    /// and lie in different years.
    static func compoundAnnual(_ series: Series) -> Double {
        guard series.count > 1 else { return .nan }
        let last = series.count - 1
        let first = series.values[0]
        guard first > 0, series.values[last] > 0 else { return .nan }
        let ratio = series.values[last] / first
        // Correctly rounded roots for the spans that occur: pow may differ in its last bit between processors.
        return switch series.times[last] - series.times[0] {
        case 1: ratio - 1
        case 2: ratio.squareRoot() - 1
        case 3: cbrt(ratio) - 1
        case let years: pow(ratio, 1 / Double(years)) - 1
        }
    }
}
