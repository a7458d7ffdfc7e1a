internal import Assessment
internal import Collection
internal import FEEL
internal import Foundation
internal import Review
internal import Standards
internal import Store

/// What a person finds of an observation point.
package struct RatingDraft: Sendable {
    package let consortium: String
    /// `3.1`
    package let point: String
    /// 符合, 基本符合 or 不符合.
    package let grade: String
    package let by: String
    package let ground: String
    package var evidence: String?
    /// Files of the keys that who rates signs with.
    package var identities: [String] = []

    package init(consortium: String, point: String, grade: String, by: String, ground: String) {
        self.consortium = consortium
        self.point = point
        self.grade = grade
        self.by = by
        self.ground = ground
    }
}

extension Workspace {
    /// Puts a rating on record as a register of one row. Whether it is a first one or an adjudication follows from the
    /// role of who makes it. It counts for the year before that in which it is made.
    ///
    /// - Parameter actors: the list of people; nil for `pipelines/actors.yml`.
    /// - Returns: how far the rating has come, without what others found where that is not disclosed.
    /// - Throws: ``Failure`` where the person may not say this, or not now.
    package func rate(_ draft: RatingDraft, actors: String?, progress: Progress) async throws -> String {
        let permission = try installation.permission(to: "评定", by: actors)
        let today = ChinaTime.day(of: now)
        let year = ReportingYear(today.year - 1).description
        let assessing = try await assessment(of: year)
        let file = try ratingFile(of: draft.consortium, assessing)
        var rating = try rating(draft, file, permission, on: today)
        rating.signature = try Signatures.sign(SignedDecision(rating), with: draft.identities)
        let snapshot = try existingStore().snapshot(edition: installation.edition(edition))
        let entitlement = Entitlement(
            permission, consortia: [file.consortium],
            members: try snapshot.entries(.members, of: draft.consortium), determinations: [], today: today)
        if let refusal = try entitlement.refusal(of: rating) {
            throw Failure(.configuration, "\(refusal.reason)，没有记录。\(refusal.remedy)")
        }
        if let reason = file.rating.book.objection(to: rating.round, of: rating.point, by: rating.by) {
            throw Failure(.configuration, "\(reason)，没有记录。请用 review show \(draft.consortium) 查看。")
        }
        try take(
            in: DecisionRegister(rating, at: now), region: permission.actors.region(of: draft.by), permission, progress)
        let later = try ratingFile(of: draft.consortium, try await assessment(of: year))
        return "\(rating.by)对 \(rating.consortium) \(rating.point) 的\(rating.round.title)。\(later.verdict)"
    }

    private func rating(
        _ draft: RatingDraft, _ file: RatingFile, _ permission: Permission, on today: CalendarDate
    ) throws(Failure) -> Rating {
        let codes = file.rating.book.points.map(\.point.code)
        guard codes.contains(draft.point) else {
            throw Failure(
                .configuration,
                "没有评议观测点“\(draft.point)”，应为 \(codes.first ?? "") 至 \(codes.last ?? "") 之一。")
        }
        guard let grade = RatingGrade(text: draft.grade) else {
            let titles = RatingGrade.allCases.map(\.title).joined(separator: "、")
            throw Failure(.configuration, "评定应为 \(titles) 之一，读到“\(draft.grade)”。")
        }
        let adjudicates = permission.actors.actor(named: draft.by)?.role.mayRecord(.rate(.adjudication)) ?? false
        return Rating(
            consortium: draft.consortium, point: draft.point, round: adjudicates ? .adjudication : .first, grade: grade,
            by: draft.by, on: today, ground: draft.ground, evidence: draft.evidence ?? "",
            source: CellSource(file: "", sha256: "", sheet: nil, row: 0, column: 0))
    }
}
