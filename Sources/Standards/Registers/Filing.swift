package import FEEL

/// That a document was sent, as an entry of the register of documents (材料登记表) says: one entry a sending, also where
/// a later one corrects it.
package struct Filing: Sendable, Hashable {
    package let consortium: String
    /// The kind as the register writes it; ``FilingKind/isMeant(by:)`` tells which it is.
    package let kind: String
    /// The year that the document is for; nil where the register does not say.
    package let period: ReportingYear?
    package let title: String
    /// The day on which it was sent; nil where the register does not say.
    package let sentOn: CalendarDate?
    /// The day in China on which the entry was received: by then the document had been sent.
    package let receivedOn: CalendarDate
    package let evidence: String
    /// The consortium that says it itself; nil for an authority.
    package let reportedBy: String?
    package let source: CellSource

    package init(
        consortium: String, kind: String, period: ReportingYear?, title: String, sentOn: CalendarDate?,
        receivedOn: CalendarDate, evidence: String = "", reportedBy: String? = nil, source: CellSource
    ) {
        self.consortium = consortium
        self.kind = kind
        self.period = period
        self.title = title
        self.sentOn = sentOn
        self.receivedOn = receivedOn
        self.evidence = evidence
        self.reportedBy = reportedBy
        self.source = source
    }

    /// What an entry of the form `documents` says; its cells are kept as they were read.
    package init(_ entry: RegisterEntry, receivedOn: CalendarDate, reportedBy: String?) {
        self.init(
            consortium: entry.consortium, kind: entry.values["kind"] ?? "",
            period: entry.values["period"].flatMap(Filing.period), title: entry.values["title"] ?? "",
            sentOn: entry.values["sentOn"].flatMap { CalendarDate($0) }, receivedOn: receivedOn,
            evidence: entry.values["evidence"] ?? "", reportedBy: reportedBy, source: entry.source)
    }

    /// The year of a period as people write it: `2026`, `2026年度`, `2026年第一季度`; nil for what names no year first.
    package static func period(_ text: String) -> ReportingYear? {
        let trimmed = text.drop { $0.isWhitespace }
        guard let year = ReportingYear(text: trimmed.prefix(4)) else { return nil }
        let rest = trimmed.dropFirst(4).drop { $0.isWhitespace }
        return rest.isEmpty || !(rest.first?.isNumber ?? false) ? year : nil
    }

    /// The day that counts: on which it was sent, or by which it had been.
    package var day: CalendarDate { sentOn ?? receivedOn }
}
