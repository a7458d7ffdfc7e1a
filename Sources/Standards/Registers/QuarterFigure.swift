package import FEEL

/// A figure of a quarter, as a consortium or an authority told it. It stands beside the figures of years and in no panel.
package struct QuarterFigure: Sendable, Hashable {
    package let consortium: String
    package let indicator: IndicatorCode
    package let quarter: Quarter
    package let value: Decimal128
    /// The consortium that says it itself; nil for an authority.
    package let reportedBy: String?
    package let source: CellSource

    package init(
        consortium: String, indicator: IndicatorCode, quarter: Quarter, value: Decimal128, reportedBy: String? = nil,
        source: CellSource
    ) {
        self.consortium = consortium
        self.indicator = indicator
        self.quarter = quarter
        self.value = value
        self.reportedBy = reportedBy
        self.source = source
    }

    /// What an entry of the form `quarters` says; nil where it names no quarter or number.
    package init?(_ entry: RegisterEntry, reportedBy: String?) {
        guard let quarter = entry.values["quarter"].flatMap({ Quarter(text: $0) }),
            let value = entry.values["value"].flatMap({ Decimal128($0) }), let code = entry.values["indicator"]
        else { return nil }
        self.init(
            consortium: entry.consortium, indicator: IndicatorCode(code), quarter: quarter, value: value,
            reportedBy: reportedBy, source: entry.source)
    }
}
