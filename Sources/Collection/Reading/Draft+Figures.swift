internal import FEEL
internal import Standards

// What the readers of figures tell of them.

extension Draft {
    /// Tells how a value was read or why it was not.
    mutating func report(
        _ fault: ValueReader.Fault, row: Int, column: Int, consortium: String, indicator: IndicatorCode,
        year: ReportingYear
    ) {
        // What a table says of a whole column is told once.
        if fault.kind == .unitStated { return tally(fault.kind, row: row, column: column, fault.values) }
        report(
            fault.kind, row: row, column: column, consortium: consortium, indicator: indicator, year: year,
            fault.values)
    }

    /// How many years ahead plans and promises are made.
    private static let yearsAhead = 5

    /// Whether a figure may be of `year`: what was, of none that is still to come; what is planned, of none that is far
    /// away. One of a year before the first that the edition asks for is kept, and told.
    mutating func accepts(_ year: ReportingYear, isPlan: Bool, row: Int, column: Int) -> Bool {
        guard let today, let firstYear else { return true }
        if year < firstYear {
            tally(
                .yearBeforeFirst, row: row, column: column,
                ["found": year.description, "first": firstYear.description])
        }
        guard year.value > today.year + (isPlan ? Self.yearsAhead : 0) else { return true }
        tally(
            .yearInFuture, row: row, column: column,
            ["found": year.description, "what": isPlan ? "计划、承诺数" : "实际数", "today": today.inChinese])
        return false
    }
}
