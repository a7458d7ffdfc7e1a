internal import FEEL
internal import Spreadsheet
package import Standards

/// The two funds that a consortium lives on, as the yearly workbook lists them.
package enum Fund: String, CaseIterable {
    case special = "专项经费"
    case daily = "日常经费"

    /// The indicator of what was received, and that of what is planned: the amounts of the standard whose titles begin
    /// with the fund's name, of which the plan is the one that keeps its first figure. Nil where a standard has none.
    package func indicator(isPlan: Bool, in edition: Edition) -> Indicator? {
        edition.indicators.first {
            $0.kind == .amount && $0.title.hasPrefix(rawValue) && ($0.revisionPolicy == .first) == isPlan
        }
    }
}

/// Sums of the sheet 经费, by what they are figures of. They stand in for figures that the sheet 观测点 leaves blank and
/// are held against those that it gives.
struct FundTable {
    struct Sum {
        let key: ObservationKey
        let ordinal: Int
        var amount = Decimal128.zero
        /// Whether a part of it could not be read, so that the sum is not known.
        var isBroken = false
        /// Whether anything is to be added up, and whether what was reported is taken back.
        var hasAmount = false
        var isWithdrawn = false
        /// The row of the first part.
        let row: Int
        let column: Int
        let sheet: UInt16
        /// Whether it stands in a sheet that people do not see.
        let isHidden: Bool
    }

    private(set) var sums: [Sum] = []
    /// By what they are sums of, those of hidden sheets apart: a copy that nobody sees adds nothing.
    private var positions: [Key: Int] = [:]

    private struct Key: Hashable {
        let key: ObservationKey
        let isHidden: Bool
    }
    /// The rows of totals.
    private var totals: [Total: Int] = [:]

    private struct Total: Hashable {
        let consortium: String
        let ordinal: Int
        let sheet: UInt16
    }

    /// Changes the sum of `key`, which begins at a cell.
    mutating func change(
        _ key: ObservationKey, _ ordinal: Int, row: Int, column: Int, sheet: UInt16, isHidden: Bool,
        _ body: (inout Sum) -> Void
    ) {
        let place = Key(key: key, isHidden: isHidden)
        let index = positions[place] ?? sums.count
        if index == sums.count {
            positions[place] = index
            sums.append(
                Sum(key: key, ordinal: ordinal, row: row, column: column, sheet: sheet, isHidden: isHidden))
        }
        body(&sums[index])
    }

    /// The sum that people see of what `sum`, which they do not, is a sum of; nil where there is none.
    func shown(insteadOf sum: Sum) -> Sum? {
        guard sum.isHidden else { return nil }
        return positions[Key(key: sum.key, isHidden: false)].map { sums[$0] }
    }

    /// Says that a total of what a consortium reports of an indicator stands in `row`.
    mutating func place(total row: Int, of ordinal: Int, consortium: String, sheet: UInt16) {
        totals[Total(consortium: consortium, ordinal: ordinal, sheet: sheet)] = row
    }

    /// The row of the total, or of the first part where there is no total.
    func row(of sum: Sum) -> Int {
        totals[Total(consortium: sum.key.consortium, ordinal: sum.ordinal, sheet: sum.sheet)] ?? sum.row
    }
}

/// Reads the sheet 经费: a row a fund and source, columns of plans and receipts by year.
final class FundsReader: FormReader {
    private let header: FormHeader
    private let edition: Edition
    private let values: ValueReader
    private let sheet: UInt16
    /// The name of the fund, which may stand in its first row only.
    private var fund: Fund?

    init(header: FormHeader, edition: Edition, into draft: inout Draft) {
        self.header = header
        self.edition = edition
        values = ValueReader(edition.indicators)
        sheet = draft.startSheet()
    }

    func read(_ row: borrowing Spreadsheet.Row, into draft: inout Draft) {
        let cells = FormRow(row, header)
        let name = cells.code("fund")
        if !name.isEmpty { fund = Fund.allCases.first { name.hasPrefix($0.rawValue.prefix(2)) } }
        guard let fund, let consortium = cells.consortium(draft) else { return }
        if ["合计", "小计", "总计"].contains(cells.code("payer")) {
            for indicator in [true, false].compactMap({ fund.indicator(isPlan: $0, in: edition) }) {
                draft.funds.place(total: row.number, of: indicator.ordinal, consortium: consortium, sheet: sheet)
            }
            return
        }
        for (column, position) in header.years where position < row.count {
            // A plan is a figure of the year that it is for, however early it is given.
            let isPlan = column.basis == .committed
            guard let indicator = fund.indicator(isPlan: isPlan, in: edition) else { continue }
            let stated = header.units.statement(at: position, ofRow: cells.text("unit"), for: indicator)
            let (value, fault) = values.value(of: row, at: position, as: indicator, stated: stated)
            if fault == nil, value == .missing || value == .notApplicable { continue }
            guard draft.accepts(column.year, isPlan: isPlan, row: row.number, column: position + 1) else { continue }
            if let fault {
                draft.report(
                    fault, row: row.number, column: position + 1, consortium: consortium,
                    indicator: indicator.code, year: column.year)
            }
            let key = ObservationKey(
                consortium: consortium, indicator: indicator.code, year: column.year, basis: .actual)
            draft.funds.change(
                key, indicator.ordinal, row: row.number, column: position + 1, sheet: sheet,
                isHidden: draft.isSheetHidden
            ) { sum in
                switch value {
                case .number(let amount):
                    sum.amount = sum.amount + amount
                    sum.hasAmount = true
                case .withdrawn: sum.isWithdrawn = true
                default: sum.isBroken = true
                }
            }
        }
    }
}
