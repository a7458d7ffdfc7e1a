package import FEEL

/// What an authority registered of a place's target for a year (目标完成表).
package struct TargetFigure: Sendable, Hashable {
    /// The target's id as it is written.
    package let target: String
    package let year: ReportingYear
    /// In the target's unit; nil where the cell says no number.
    package let value: Decimal128?
    /// The day that the figure is as of; nil where the register does not say.
    package let on: CalendarDate?
    package let evidence: String
    package let source: CellSource

    package init(
        target: String, year: ReportingYear, value: Decimal128?, on: CalendarDate? = nil, evidence: String = "",
        source: CellSource
    ) {
        self.target = target
        self.year = year
        self.value = value
        self.on = on
        self.evidence = evidence
        self.source = source
    }

    /// What an entry of the form `targets` says, whose cells are kept as they were read; nil where it names no year.
    package init?(_ entry: RegisterEntry) {
        guard let year = entry.values["year"].flatMap({ ReportingYear(text: $0) }) else { return nil }
        self.init(
            target: entry.values["target"] ?? "", year: year, value: Self.number(entry.values["value"] ?? ""),
            on: entry.values["on"].flatMap { CalendarDate($0) }, evidence: entry.values["evidence"] ?? "",
            source: entry.source)
    }

    /// A number as people write it, separators and a percent sign aside; nil for a negative one and for what is none.
    package static func number(_ text: String) -> Decimal128? {
        let digits = text.compactMap { letter -> Character? in
            if letter.isWhitespace || ",，%％".contains(letter) { return nil }
            if let digit = letter.wholeNumberValue, digit < 10 { return Character(String(digit)) }
            return letter == "．" ? "." : letter
        }
        return Decimal128(String(digits)).flatMap { $0.isFinite && $0 >= .zero ? $0 : nil }
    }

    /// The last day that it tells of: at the latest that of its year.
    package var day: CalendarDate? { on ?? CalendarDate(year: year.value, month: 12, day: 31) }
}
