internal import Assessment
internal import FEEL
internal import Reports
internal import Review
internal import Safekeeping
internal import Standards

/// A case for a terminal: how its outcome came about, who said what, and what can be said.
package enum CaseText {
    package static func rendered(_ file: CaseFile, colour: Bool) -> String {
        let found = file.found
        var text = "案件 \(found.id)\n\(found.consortium.id) \(found.consortium.name)\n"
        text += "状态：\(found.stateText)\(found.isProvisional ? "（暂定，报送期内更正的可能改变）" : "")\n"
        if let appeal = found.proceedings?.openAppeal {
            text += "申诉：\(appeal.by)于\(appeal.on?.inChinese ?? "")提出，待部级审定答复\n"
        }
        if let due = found.due { text += "期限：\(due.inChinese)\n" }
        if found.state == .decided, let last = found.appealsUntil { text += "可申诉至：\(last.inChinese)\n" }
        text += "\n"
        if let explanation = file.explanation { text += ExplanationText.rendered(explanation, colour: colour) }
        if !found.reopened.isEmpty {
            text += "\n所据数据在认定后有变动，认定暂停：\n"
            let changes = file.changes.isEmpty ? ["变动发生在认定当日，请对照历次报送。"] : file.changes
            text += changes.map { "  \($0.printable)\n" }.joined()
        }
        if !found.subjects.isEmpty {
            text += "\n可逐项认定（--subject 编号）：\n"
            text += found.subjects.map { "  \($0.id.printable)  \($0.text.printable)\n" }.joined()
        }
        text += "\n认定：\n"
        text += file.determinations.isEmpty ? "  还没有。\n" : file.determinations.map(line).joined()
        guard !found.decisions.isEmpty else { return text }
        return text + "\n可作：\(found.decisions.map { "\($0.title)（review \($0.command)）" }.joined(separator: "、"))\n"
    }

    private static func line(_ made: Determination) -> String {
        let words = [
            made.on?.description ?? "", made.by, made.decision.title, made.subject.map { "事由 \($0)" } ?? "",
            made.withdraws.map { "撤销 \($0)" } ?? "", made.ground, made.signature == nil ? "未签名" : "已签名",
        ]
        return
            "  \((made.id ?? "—").printable)  \(words.filter { !$0.isEmpty }.map(\.printable).joined(separator: "，"))\n"
    }
}

extension DeterminationDecision {
    fileprivate var command: String {
        switch self {
        case .confirm: "confirm"
        case .dismiss: "dismiss"
        case .waive: "waive"
        case .acceptPlanChange: "accept-plan-change"
        case .withdraw: "withdraw"
        case .appeal: "appeal"
        case .execute: "execute"
        }
    }
}
