/// The statistics of one numeric indicator of one consortium up to the assessed year. A statistic that cannot be
/// computed is NaN.
package struct Trend: Sendable {
    /// Position of the indicator in the standard.
    package var indicator: Int16
    /// Years with a reported value, from the base year to the assessed one.
    package var n: Int16
    /// Mann–Kendall's S; meaningful from two values on.
    package var mannKendallS: Int16
    package var direction: Direction
    package var mannKendallP: Double
    /// The smallest p that as many values, equal ones as they are, could reach at all: n = 4 cannot get below 0.083.
    package var leastP: Double
    /// A share, or percentage points for a percent.
    package var yoy: Double
    package var cagr: Double
    /// Per year, in the indicator's unit.
    package var olsSlope: Double
    /// Per year, in the indicator's unit.
    package var senSlope: Double
    /// 0…100; NaN where no value was reported or the peers are fewer than ``PercentileRank/leastPeers``.
    package var percentile: Double

    /// Whether so few values could reach p < 0.05 at all.
    package var canBeSignificant: Bool { leastP < 0.05 }
}
