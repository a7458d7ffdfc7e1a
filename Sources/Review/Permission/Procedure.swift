internal import Assessment
internal import FEEL
package import Standards

/// Tells whether an appeal or an execution comes in its turn (DESIGN §9): what has to be decided before, and until when.
/// Pure: whoever asks brings what is on record.
package struct Procedure: Sendable {
    private let calendar: ReportingCalendar
    private let ranks: [String: DeciderRank]

    /// - Parameters:
    ///   - calendar: how long one may appeal.
    ///   - ranks: whose word answers an appeal; of people who are not named here the authority says that it does.
    package init(_ calendar: ReportingCalendar, ranks: [String: DeciderRank] = [:]) {
        self.calendar = calendar
        self.ranks = ranks
    }

    /// Why a determination does not come in its turn; nil where it does, and of every other than these two.
    ///
    /// - Parameters:
    ///   - made: what was determined on the same consortium and is in force, in the order of receipt.
    ///   - transitions: those of the consortium.
    package func refusal(
        of determination: Determination, after made: [Determination], _ transitions: [Transition]
    ) -> Refusal? {
        guard determination.decision.isProceeding, let day = determination.on else { return nil }
        let own = made.filter { said in
            said.clause == determination.clause && said.year == determination.year && said.on.map { $0 <= day } ?? false
        }
        let ordered = own.enumerated().sorted { ($0.element.on ?? day, $0.offset) < ($1.element.on ?? day, $1.offset) }
            .map(\.element)
        return determination.decision == .appeal
            ? refusalOfAppeal(determination, day, ordered)
            : refusalOfExecution(determination, day, ordered, transitions)
    }

    private func refusalOfAppeal(_ appeal: Determination, _ day: CalendarDate, _ made: [Determination]) -> Refusal? {
        if appeal.evidence?.isEmpty ?? true {
            return refusal("申诉没有写明佐证材料", "请写明所附材料的文件名。")
        }
        if made.contains(where: { $0.decision == .execute }) {
            return refusal("条款\(appeal.clause)（\(appeal.year)年度）已执行", "请直接报部级审定。")
        }
        if made.contains(where: { $0.decision == .waive }) {
            return refusal("条款\(appeal.clause)（\(appeal.year)年度）已豁免，不须申诉", "请核对条款和年度。")
        }
        let last = Proceedings.lastAppeal(in: made, mayAnswer: mayAnswer)
        if let last, last.answer == nil {
            return refusal("\(last.appeal.on?.inChinese ?? "")的申诉还没有答复", "请等候部级审定答复；有补充材料的，请直接报送。")
        }
        // A rule found the others: nobody was told on a day, so there is none to count from.
        guard let decision = made.last(where: { $0.decision == .confirm }), let decided = decision.on else {
            return nil
        }
        if decision == last?.answer {
            return refusal("部级审定已于\(decided.inChinese)对申诉作出答复", "答复为最终意见。")
        }
        let until = calendar.appealDeadline(after: decided)
        guard day > until else { return nil }
        return refusal(
            "认定于\(decided.inChinese)作出，申诉期限\(until.inChinese)已过", "确有新情况的，请报部级审定，由其依职权复核。")
    }

    private func refusalOfExecution(
        _ execution: Determination, _ day: CalendarDate, _ made: [Determination], _ transitions: [Transition]
    ) -> Refusal? {
        if execution.evidence?.isEmpty ?? true {
            return refusal("执行没有写明文号", "请写明所据文件的文号（登记表里写在“佐证材料”）。")
        }
        if let last = Proceedings.lastAppeal(in: made, mayAnswer: mayAnswer), last.answer == nil {
            return refusal("\(last.appeal.on?.inChinese ?? "")的申诉还没有答复，不能执行", "请先由部级审定作出成立、不成立或豁免。")
        }
        let isRevoked = transitions.contains { transition in
            transition.to == .revoked && transition.on.year >= execution.year.value && transition.on <= day
        }
        guard !isRevoked else { return nil }
        return refusal(
            "\(execution.consortium)还没有转为“\(Standing.revoked.title)”，不能登记执行",
            "请先由部级审定两人登记状态变更（review transition），或在 review execute 加上 --revoke 一并登记；不取消资格的，请作豁免或不成立。")
    }

    private func refusal(_ reason: String, _ remedy: String) -> Refusal {
        Refusal(rule: .procedure, reason: reason, remedy: remedy)
    }

    /// Whose word answers an appeal: 部级审定's, or the authority's.
    private func mayAnswer(_ said: Determination) -> Bool {
        ActorBook.names(in: said.by).contains { name in ranks[name].map { $0 == .cases } ?? true }
    }
}
