package import FEEL
package import Standards

/// How many of the observation points of a year were reported (DESIGN §6).
package struct Completeness: Sendable, Hashable {
    /// Points of which every figure that applies was reported.
    package let reportedPoints: Int
    /// Points less those whose figures are all 不适用.
    package let applicablePoints: Int

    package init(of panel: Panel, in year: ReportingYear, edition: Edition) {
        var reportedPoints = 0
        var applicablePoints = 0
        for point in edition.points {
            var applies = false
            var isReported = true
            for indicator in point.indicators where edition.indicators[indicator].isDue(in: year) {
                let status = panel.cell(indicator, year).status
                guard status != .notApplicable else { continue }
                applies = true
                if status != .reported { isReported = false }
            }
            if applies { applicablePoints += 1 }
            if applies, isReported { reportedPoints += 1 }
        }
        self.reportedPoints = reportedPoints
        self.applicablePoints = applicablePoints
    }

    /// Whether the reported points are at least the share `threshold` of those that apply; never where none applies.
    package func reaches(_ threshold: Decimal128) -> Bool {
        applicablePoints > 0 && Decimal128(reportedPoints) >= threshold * Decimal128(applicablePoints)
    }
}

extension ConsortiumHistory {
    /// The place of the first submission with which the figures of `year` were as complete as `threshold` asks; nil
    /// where they never were.
    ///
    /// - Parameters:
    ///   - ordinals: each indicator's place in the edition by its id in the store.
    package func receipt(
        reaching threshold: Decimal128, of year: ReportingYear, edition: Edition, ordinals: [Int64: Int]
    ) -> Int? {
        let layout = PanelLayout(firstYear: year, yearCount: 1, indicatorCount: edition.indicators.count)
        let ofYear = ConsortiumHistory(
            entries: entries.filter { $0.year == year.value }, acceptedPlans: acceptedPlans.filter { $0.year == year })
        return Set(ofYear.entries.map(\.receipt)).sorted().first { receipt in
            let panel = ofYear.prefix(through: receipt)
                .panel(layout: layout, indicators: edition.indicators, ordinals: ordinals)
            return Completeness(of: panel, in: year, edition: edition).reaches(threshold)
        }
    }
}
