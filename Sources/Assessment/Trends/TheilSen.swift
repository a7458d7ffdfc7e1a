/// The Theil–Sen slope, per year: the median of the slopes between all pairs of values. One wild value does not move it.
enum TheilSen {
    /// NaN below two values. `scratch` holds at least `count · (count − 1) / 2` slopes.
    static func slope(_ series: Series, scratch: UnsafeMutableBufferPointer<Double>) -> Double {
        guard series.count > 1 else { return .nan }
        var slopes = 0
        for later in 1..<series.count {
            for earlier in 0..<later {
                let years = Double(series.times[later] - series.times[earlier])
                insert((series.values[later] - series.values[earlier]) / years, into: scratch, count: slopes)
                slopes += 1
            }
        }
        let middle = slopes / 2
        return slopes.isMultiple(of: 2) ? (scratch[middle - 1] + scratch[middle]) / 2 : scratch[middle]
    }

    /// Keeps the slopes sorted: each takes its place by exchanging with those above it. A series has a handful of years
    /// and so a handful of pairs, and without a branch no slope is guessed wrong.
    @inline(__always)
    private static func insert(_ slope: Double, into sorted: UnsafeMutableBufferPointer<Double>, count: Int) {
        var highest = slope
        for place in 0..<count {
            let other = sorted[place]
            sorted[place] = other < highest ? other : highest
            highest = other < highest ? highest : other
        }
        sorted[count] = highest
    }
}
