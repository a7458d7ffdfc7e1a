package import FEEL

/// What one evaluator gave a consortium for a year by one way of evaluation (评价表). It is shown beside the figures and
/// mixed into nothing.
package struct Evaluation: Sendable, Hashable {
    package let consortium: String
    package let year: ReportingYear
    /// The way of evaluation as it is written; ``EvaluationSource/isMeant(by:)`` tells which it is.
    package let way: String
    /// 0…100; nil where the cell says none.
    package let score: Decimal128?
    package let by: String
    package let on: CalendarDate?
    package let ground: String
    package let source: CellSource

    package init(
        consortium: String, year: ReportingYear, way: String, score: Decimal128?, by: String = "",
        on: CalendarDate? = nil, ground: String = "", source: CellSource
    ) {
        self.consortium = consortium
        self.year = year
        self.way = way
        self.score = score.flatMap { $0 >= .zero && $0 <= Decimal128(100) ? $0 : nil }
        self.by = by
        self.on = on
        self.ground = ground
        self.source = source
    }

    /// What an entry of the form `evaluations` says, whose cells are kept as they were read; nil where it names no year.
    package init?(_ entry: RegisterEntry) {
        guard let year = entry.values["year"].flatMap({ ReportingYear(text: $0) }) else { return nil }
        let score = (entry.values["score"] ?? "").filter { !$0.isWhitespace && $0 != "分" }
        self.init(
            consortium: entry.consortium, year: year, way: entry.values["source"] ?? "", score: Decimal128(score),
            by: entry.values["by"] ?? "", on: entry.values["on"].flatMap { CalendarDate($0) },
            ground: entry.values["ground"] ?? "", source: entry.source)
    }
}

/// A way by which consortia are evaluated beside their figures (评价渠道), with the weight that a province gives it.
package struct EvaluationSource: Sendable, Hashable, Identifiable {
    package let id: String
    package let title: String
    /// What else registers call it.
    package let words: [String]
    /// Its share of the whole; those of all ways are added up.
    package let weight: Decimal128
    package let basis: RuleBasis
    /// Where it is said.
    package let reference: Duty.Reference

    package init(
        id: String, title: String, words: [String], weight: Decimal128, basis: RuleBasis, reference: Duty.Reference
    ) {
        self.id = id
        self.title = title
        self.words = words
        self.weight = weight
        self.basis = basis
        self.reference = reference
    }

    package func isMeant(by text: String) -> Bool {
        let word = text.filter { !$0.isWhitespace }
        return !word.isEmpty && ([id, title] + words).contains(word)
    }
}

extension [EvaluationSource] {
    /// The way that people mean by `text`; nil where they mean none of these.
    package func named(_ text: String) -> EvaluationSource? { first { $0.isMeant(by: text) } }
}
