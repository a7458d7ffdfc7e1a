package import Standards

/// How a consortium was rated for a year, under the edition whose points those are.
package struct RatingAssessment: Sendable {
    package let edition: Edition
    package let book: RatingBook
    /// The clauses by which something is taken away.
    package let deductions: [ClauseCheck]
    /// Lead parties that the register of consortia does not name.
    package let missingLeads: [RatingScheme.Lead]

    package init(
        edition: Edition, book: RatingBook, deductions: [ClauseCheck], missingLeads: [RatingScheme.Lead]
    ) {
        self.edition = edition
        self.book = book
        self.deductions = deductions
        self.missingLeads = missingLeads
    }

    package func count(_ state: PointRating.State) -> Int { book.points.count { $0.state == state } }

    package func count(_ grade: RatingGrade) -> Int { book.points.count { $0.grade == grade } }

    /// What the edition's verdict table looks at.
    var summary: OutcomeSummary {
        var summary = OutcomeSummary()
        summary.ratedPoints = book.points.count
        summary.unratedPoints = count(.open)
        summary.disputedPoints = count(.disputed)
        summary.metPoints = count(.met)
        summary.partlyMetPoints = count(.partlyMet)
        summary.notMetPoints = count(.notMet)
        summary.missingLeads = missingLeads.count
        summary.triggered = deductions.count { $0.outcome == .triggered }
        summary.suspected = deductions.count { $0.outcome == .suspected }
        summary.undetermined = deductions.count { $0.outcome == .undetermined }
        return summary
    }

    /// How far it has come, in a phrase: `甲已评25个，乙已评12个`, or how the points came out.
    package var progressText: String {
        let count = book.points.count
        guard book.isDisclosed else {
            guard !book.reviewers.isEmpty else { return "观测点\(count)个，尚无人评定" }
            let done = zip(book.reviewers, book.progress).map { "\($0)已评\($1)个" }.joined(separator: "，")
            let second = book.reviewers.count < 2 ? "，第二人尚未开始" : ""
            return "观测点\(count)个，\(done)\(second)；双方评完以前不公布评定"
        }
        let grades = RatingGrade.allCases.map { "\($0.title)\(self.count($0))个" }.joined(separator: "、")
        let open = self.count(.disputed)
        return "观测点\(count)个，\(agreementText)；\(grades)" + (open > 0 ? "，待裁定\(open)个" : "")
    }

    /// `两人一致24个（96.0%），加权κ 0.65`; empty before the disclosure.
    package var agreementText: String {
        guard let agreement = book.agreement, let share = agreement.share else { return "" }
        let kappa = agreement.kappa.map { "加权κ \($0.formatted(places: 2))" } ?? "两人只用了同一等次，加权κ不适用"
        return "两人一致\(agreement.agreed)个（\((100 * share).formatted(places: 1))%），\(kappa)"
    }

    /// What there is to say beside that, a phrase each.
    var reasons: [String] {
        let missing = missingLeads.map(\.title).joined(separator: "、")
        return [progressText] + deductions.map { "第\($0.clause.code)项：\($0.text)" }
            + (missing.isEmpty ? [] : ["没有写明牵头单位：\(missing)"])
    }
}

extension Double {
    /// With so many places, half away from zero, whatever the locale.
    fileprivate func formatted(places: Int) -> String {
        let scale = (0..<places).reduce(1) { value, _ in value * 10 }
        let whole = Int((self * Double(scale)).rounded())
        let digits = String(abs(whole) % scale)
        let sign = whole < 0 ? "−" : ""
        return "\(sign)\(abs(whole) / scale)." + String(repeating: "0", count: places - digits.count) + digits
    }
}
