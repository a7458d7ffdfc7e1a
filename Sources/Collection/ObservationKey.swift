package import Standards

/// The cell of the cube that an observation fills.
package struct ObservationKey: Sendable, Hashable {
    package let consortium: String
    package let indicator: IndicatorCode
    package let year: ReportingYear
    package let basis: Basis

    package init(consortium: String, indicator: IndicatorCode, year: ReportingYear, basis: Basis) {
        self.consortium = consortium
        self.indicator = indicator
        self.year = year
        self.basis = basis
    }
}
