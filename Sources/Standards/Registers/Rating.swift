package import FEEL

/// What a person finds of an observation point that is rated in words (评定), the best first.
package enum RatingGrade: String, Sendable, CaseIterable {
    case met, partlyMet, notMet

    /// As forms and reports write it.
    package var title: String {
        switch self {
        case .met: "符合"
        case .partlyMet: "基本符合"
        case .notMet: "不符合"
        }
    }

    /// The grade that people mean by its title or its id; nil for anything else.
    package init?(text: String) {
        guard let grade = Self.allCases.first(where: { $0.title == text || $0.rawValue == text }) else { return nil }
        self = grade
    }
}

/// In which round (轮次) a rating was made.
package enum RatingRound: String, Sendable, CaseIterable {
    /// 初评: two people, neither of whom knows what the other says.
    case first
    /// 裁定: a third, where the two disagree.
    case adjudication

    package var title: String {
        switch self {
        case .first: "初评"
        case .adjudication: "裁定"
        }
    }

    /// The round that people mean; one that is left blank is the first. Nil for what names none.
    package init?(text: String) {
        switch text {
        case "", "1", "一", "第1轮", "第一轮", Self.first.title, Self.first.rawValue: self = .first
        case "2", "二", "第2轮", "第二轮", Self.adjudication.title, Self.adjudication.rawValue: self = .adjudication
        default: return nil
        }
    }
}

/// An entry of the register of ratings (评定表): what one person finds of one observation point.
package struct Rating: Sendable, Hashable {
    package let consortium: String
    /// The code of the point, `3.1`.
    package let point: String
    package let round: RatingRound
    package let grade: RatingGrade
    package let by: String
    package let on: CalendarDate
    package let ground: String
    /// Empty where nothing is named.
    package let evidence: String
    /// What who rated signed, in base64; nil where nobody signed.
    package var signature: String?
    package var source: CellSource

    package init(
        consortium: String, point: String, round: RatingRound = .first, grade: RatingGrade, by: String,
        on: CalendarDate, ground: String, evidence: String = "", signature: String? = nil, source: CellSource
    ) {
        self.consortium = consortium
        self.point = point
        self.round = round
        self.grade = grade
        self.by = by
        self.on = on
        self.ground = ground
        self.evidence = evidence
        self.signature = signature
        self.source = source
    }

    /// What an entry of the form `ratings` says; nil where it is not complete, or in words that nobody knows.
    package init?(_ entry: RegisterEntry) {
        guard entry.form == .ratings, let round = RatingRound(text: entry.values["round"] ?? ""),
            let grade = entry.values["rating"].flatMap({ RatingGrade(text: $0) }),
            let on = entry.values["on"].flatMap({ CalendarDate($0) }), let point = entry.values["point"],
            let by = entry.values["by"], let ground = entry.values["ground"]
        else { return nil }
        self.init(
            consortium: entry.consortium, point: point, round: round, grade: grade, by: by, on: on, ground: ground,
            evidence: entry.values["evidence"] ?? "", signature: entry.values["signature"], source: entry.source)
    }

    /// The year that it counts for: what was reported on one year is rated in the next.
    package var year: ReportingYear { ReportingYear(on.year - 1) }
}
