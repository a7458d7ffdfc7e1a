internal import Assessment
internal import Collection
internal import FEEL
internal import Foundation
internal import Review
internal import Standards
internal import Store

/// That a consortium is to stand elsewhere from a day on.
package struct TransitionDraft: Sendable {
    package let consortium: String
    /// 申报, 培育, 通过验收 or 取消资格.
    package let to: String
    /// One name, or two people as 甲、乙.
    package let by: String
    package let ground: String
    /// 文号 of what says so.
    package let document: String
    /// Nil for today.
    package var on: String?
    /// Files of the keys that those who decide sign with.
    package var identities: [String] = []

    package init(consortium: String, to: String, by: String, ground: String, document: String) {
        self.consortium = consortium
        self.to = to
        self.by = by
        self.ground = ground
        self.document = document
    }
}

extension Workspace {
    /// Puts a transition on record as a register of one row.
    ///
    /// - Parameter actors: the list of people; nil for `pipelines/actors.yml`.
    /// - Returns: what was recorded, in a sentence.
    /// - Throws: ``Failure`` where the people may not decide this, or the consortium does not stand where it leads from.
    package func transition(_ draft: TransitionDraft, actors: String?, progress: Progress) throws -> String {
        let permission = try installation.permission(to: "决定", by: actors)
        let edition = try installation.edition(edition)
        let snapshot = try existingStore().snapshot(edition: edition, on: ChinaTime.day(of: now))
        guard let consortium = snapshot.consortia.first(where: { $0.id == draft.consortium }) else {
            throw Failure.unknownConsortium(draft.consortium)
        }
        guard consortium.kind == edition.kind else { throw Failure.noEdition(for: consortium) }
        let made = try snapshot.transitions.filter { $0.consortium == consortium.id }
        var transition = try transition(draft, of: consortium, after: made, edition)
        let subject = Subject(consortium, members: try snapshot.entries(.members, of: consortium.id))
        if let refusal = permission.refusal(
            of: .transition(transition.to), by: draft.by, on: transition.on, about: subject)
        {
            throw Failure(.configuration, "\(refusal.reason)，没有记录。\(refusal.remedy)")
        }
        transition.signature = try Signatures(permission.actors).signed(
            SignedDecision(transition), by: transition.by, with: draft.identities)
        try take(
            in: DecisionRegister(transition, at: now), region: permission.actors.region(of: draft.by), permission,
            progress)
        let from = transition.from.map { "由“\($0.title)”" } ?? ""
        return "\(consortium.id) \(consortium.name)自\(transition.on.inChinese)起\(from)转为“\(transition.to.title)”"
            + "（\(transition.document)）"
    }

    private func transition(
        _ draft: TransitionDraft, of consortium: Consortium, after made: [Transition], _ edition: Edition
    ) throws(Failure) -> Transition {
        guard let to = Standing.allCases.first(where: { $0.title == draft.to || $0.rawValue == draft.to }) else {
            let titles = Standing.allCases.map(\.title).joined(separator: "、")
            throw Failure(.configuration, "状态应为 \(titles) 之一，读到“\(draft.to)”。")
        }
        let today = ChinaTime.day(of: now)
        guard let on = draft.on.map({ CalendarDate($0) }) ?? today else {
            throw Failure(.configuration, "--on 应为日期，如 2026-06-30，读到“\(draft.on ?? "")”。")
        }
        guard on <= today else {
            throw Failure(.configuration, "日期 \(on) 在今天（\(today)）之后，没有记录。请在文件印发以后再登记。")
        }
        let last = made.max { $0.on < $1.on }
        if let last, last.on > on {
            throw Failure(
                .configuration,
                "\(consortium.id) 在\(last.on.inChinese)已转为“\(last.to.title)”，不能再登记更早的变更，没有记录。请核对日期；登记有误的，请由主管部门撤回。")
        }
        let from = last?.to ?? Self.standing(of: consortium, edition, today)
        guard from.next.contains(to) else {
            let next = from.next.map { "“\($0.title)”" }.joined(separator: "、")
            throw Failure(
                .configuration, "\(consortium.id) 现为“\(from.title)”，只能转为\(next)，不能转为“\(to.title)”，没有记录。")
        }
        return Transition(
            consortium: consortium.id, from: from, to: to, on: on, document: draft.document, by: draft.by,
            ground: draft.ground, source: CellSource(file: "", sha256: "", sheet: nil, row: 0, column: 0))
    }

    /// Where one stands of which no transition tells.
    private static func standing(of consortium: Consortium, _ edition: Edition, _ today: CalendarDate) -> Standing {
        Tenure(
            consortium, transitions: [], earliest: edition.baseYear, level: edition.countsFrom, today: today
        ).standing(in: ReportingYear(today.year))
    }
}
