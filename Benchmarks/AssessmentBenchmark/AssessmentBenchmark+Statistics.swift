import Assessment
import Foundation
import Standards
import Store

extension AssessmentBenchmark {
    /// Every trend of every consortium, percentiles among peers too, from the panels in the store.
    func statistics() throws {
        let assessor = try assessor()
        let (trends, measurement) = try Measurement.of {
            let snapshot = try Store.openExisting(path: database).snapshot(edition: edition)
            let calculator = TrendCalculator(edition: edition, year: assessor.year)
            var trends: [[Trend]] = []
            let peers = try PeerPercentiles(count: snapshot.consortia.count, calculator: calculator) { add in
                trends = try snapshot.mapPanels(withSources: false) { row, panel in
                    add(row, panel)
                    return calculator.trends(of: panel)
                }
            }
            for row in trends.indices {
                for column in trends[row].indices { trends[row][column].percentile = peers[row, column] }
            }
            return trends
        }
        try measurement.print()
        if let output { try table(trends).write(to: output) }
    }

    /// The columns that the peers save, a series a row, as doubles.
    private func table(_ trends: [[Trend]]) -> Data {
        let rows = trends.indices.flatMap { consortium in
            trends[consortium].flatMap { trend -> [Double] in
                let s = trend.n > 1 ? Double(trend.mannKendallS) : .nan
                return [
                    Double(consortium), Double(trend.indicator), Double(trend.n), Double(trend.direction.rawValue), s,
                    trend.mannKendallP, trend.yoy, trend.cagr, trend.olsSlope, trend.senSlope, trend.percentile,
                ]
            }
        }
        return rows.withUnsafeBytes { Data($0) }
    }
}
