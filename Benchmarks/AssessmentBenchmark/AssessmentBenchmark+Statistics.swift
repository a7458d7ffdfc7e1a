import Assessment
import Foundation
import Standards
import Store

extension AssessmentBenchmark {
    /// Every trend of every consortium, percentiles among peers too, from the panels in the store.
    func statistics() throws {
        let assessor = assessor
        let (trends, measurement) = try Measurement.of {
            let snapshot = try Store.openExisting(path: database).snapshot(edition: rules.edition)
            return try assessor.trends(count: snapshot.consortia.count) { add in
                _ = try snapshot.mapPanels(withSources: false) { row, panel in add(row, panel) }
            }
        }
        try measurement.print()
        if let output { try table(trends).write(to: output) }
    }

    /// The columns that the peers save, a series a row, as doubles.
    private func table(_ trends: NationalTrends) -> Data {
        let rows = (0..<trends.count).flatMap { consortium in
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
