package import Standards

/// A column of figures that is headed by its year, with a word on what they tell: `2024年`, `2025年实际`, `2026年承诺`,
/// `2025年到位`.
package struct YearColumn: Hashable, Sendable {
    package let year: ReportingYear
    package let basis: Basis

    package init(_ year: ReportingYear, _ basis: Basis) {
        self.year = year
        self.basis = basis
    }

    /// Nil where the cell of a header names no year.
    package init?(heading: String) {
        self.init(key: FormColumn.key(of: heading))
    }

    /// Nil where the cell of a header, as ``FormColumn/key(of:)`` gives it, names no year.
    init?(key: String) {
        guard let year = ReportingYear(text: key.prefix(4)) else { return nil }
        var word = key.dropFirst(4)
        for suffix in ["年度", "年"] where word.hasPrefix(suffix) {
            word = word.dropFirst(suffix.count)
            break
        }
        switch word {
        case "", "实际", "到位", "实际到位", "actual": basis = .actual
        case "承诺", "计划", "committed": basis = .committed
        default: return nil
        }
        self.year = year
    }
}
