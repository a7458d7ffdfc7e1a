/// Where a series is going, in a word: up is better. A rank improves as it falls.
package enum Direction: UInt8, Sendable, CaseIterable {
    case steadyRise, rise, fluctuation, fall, steadyFall, level, tooFew

    package var title: String {
        switch self {
        case .steadyRise: "持续上升"
        case .rise: "总体上升"
        case .fluctuation: "波动"
        case .fall: "总体下降"
        case .steadyFall: "持续下降"
        case .level: "持平"
        case .tooFew: "数据不足"
        }
    }

    /// `s` is Mann–Kendall's S of the series; where `fallsAsItImproves` its sign is turned.
    init(_ series: Series, s: Int, fallsAsItImproves: Bool = false) {
        let s = fallsAsItImproves ? -s : s
        let pairs = series.count * (series.count - 1) / 2
        self =
            if series.count < 3 {
                .tooFew
            } else if s == pairs {
                .steadyRise
            } else if s == -pairs {
                .steadyFall
            } else if s > 0 {
                .rise
            } else if s < 0 {
                .fall
            } else {
                series.values.allSatisfy { $0 == series.values[0] } ? .level : .fluctuation
            }
    }
}
