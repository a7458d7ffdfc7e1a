internal import FEEL
internal import Spreadsheet
internal import Standards

extension ObservationsReader {
    /// The quarter that a row is of, by its year alone or by its year and its period; nil where it is of a year.
    func quarter(of row: borrowing Spreadsheet.Row) -> Quarter? {
        let year = row.text(at: year)
        guard let period, period < row.count else { return Quarter(text: year) }
        let part = row.text(at: period)
        guard let number = Period.reading(part)?.rawValue, number > 0 else { return Quarter(text: year) }
        return ReportingYear(text: year.narrowed).flatMap { Quarter($0, number) } ?? Quarter(text: year)
    }

    /// Takes in a figure of a quarter where the edition has the point told by quarter; else says that it asks for years.
    mutating func read(
        _ quarter: Quarter, _ ordinal: Int, of row: borrowing Spreadsheet.Row, into draft: inout Draft
    ) {
        let indicator = codes.indicators[ordinal]
        let own = row.text(at: consortium)
        guard quarterly.contains(indicator.code) else {
            let place = (period ?? year) < row.count ? period ?? year : year
            return draft.report(
                .badPeriod, row: row.number, column: place + 1, consortium: own, indicator: indicator.code,
                year: quarter.year, ["indicator": indicator.name, "found": row.text(at: place)])
        }
        let subject = draft.consortium(own)
        guard !subject.isEmpty else {
            return draft.report(.missingKey, row: row.number, column: consortium + 1, ["column": "联合体编号"])
        }
        let (observed, fault) = value(of: row, as: ordinal)
        if let fault {
            draft.report(
                fault, row: row.number, column: value + 1, consortium: subject, indicator: indicator.code,
                year: quarter.year)
        }
        // A blank says nothing, and what cannot be read has been told.
        guard case .number(let number) = observed else { return }
        let key = "\(indicator.code.text)\u{1F}\(quarter)"
        _ = draft.entries.add(
            RegisterEntry(
                form: .quarters, consortium: subject, key: key,
                values: [
                    "indicator": indicator.code.text, "quarter": quarter.description, "value": number.description,
                ], source: draft.source(row: row.number, column: value + 1)),
            key: "quarters\u{1F}\(subject)\u{1F}\(key)", row: row.number, text: number.description)
    }
}
