/// The slope of the line with the least squared residuals, per year.
enum OrdinaryLeastSquares {
    /// NaN below two values.
    static func slope(_ series: Series) -> Double {
        let count = Double(series.count)
        guard series.count > 1 else { return .nan }
        var timeSum = 0
        var valueSum = 0.0
        for index in 0..<series.count {
            timeSum += series.times[index]
            valueSum += series.values[index]
        }
        let meanTime = Double(timeSum) / count
        let meanValue = valueSum / count
        var products = 0.0
        var squares = 0.0
        for index in 0..<series.count {
            let time = Double(series.times[index]) - meanTime
            products += time * (series.values[index] - meanValue)
            squares += time * time
        }
        return products / squares
    }
}
