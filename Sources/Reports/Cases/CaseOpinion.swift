import FEEL
import Review
import Standards

/// The decision of a case as it was made, and a form for what can be decided next, with places to sign.
struct CaseOpinion {
    let model: ReportModel
    let found: Case

    var html: HTML { made + form }

    private var made: HTML {
        let decisions = [found.decidedBy, found.waivedBy].compactMap { $0 }
        return decisions.map { decision -> HTML in
            """
            <div class="form"><p><b>\(decision.decision.title)</b>　\(SignatureNote(model, decision).html)</p>
            <p>理由：\(decision.ground)</p>
            \(decision.evidence.map { "<p>佐证材料：\($0)</p>\n" as HTML } ?? .empty)\
            \(sign(ActorBook.names(in: decision.by), on: decision.on))</div>

            """
        }.joined()
    }

    /// What people may still say.
    private var form: HTML {
        // A wrong decision is withdrawn, and an appeal made, by a record of its own.
        let open = found.decisions.filter { [.confirm, .dismiss, .waive, .execute].contains($0) }
        guard !open.isEmpty, found.state != .closed else { return .empty }
        let revokes = open.contains(.execute)
        let boxes = open.filter { $0 != .execute }.map { "□ \($0.title)" } + (revokes ? ["□ 取消资格"] : [])
        // A waiver and a revocation take two people.
        let people = open.contains { Act(decision: $0).peopleNeeded > 1 } || revokes ? 2 : 1
        let two = people > 1 ? "<p><small>豁免、取消资格须两人共同作出。</small></p>\n" as HTML : .empty
        let heading = found.decidedBy == nil && found.waivedBy == nil ? "认定" : "后续处理"
        return """
            <div class="form"><p><b>\(heading)：</b>　\(boxes.joined(separator: "　　"))</p>
            \(two)<p>理由：</p><div class="blank"></div><p>佐证材料：</p><div class="blank"></div>
            \(sign(Array(repeating: "", count: people), on: nil))</div>

            """
    }

    private func sign(_ names: [String], on day: CalendarDate?) -> HTML {
        let places: [HTML] = names.enumerated().map { number, name in
            let ordinal = names.count > 1 ? Figures.ordinal(number + 1) : ""
            let who = name.isEmpty ? "＿＿＿＿＿＿＿＿" : "\(name)　＿＿＿＿＿＿"
            return "<span>认定人\(ordinal)：\(who)（签字）</span>"
        }
        let date = day.map(\.inChinese) ?? "＿＿＿＿年＿＿月＿＿日"
        return "<div class=\"sign\">\(places)<span>日期：\(date)</span><span>（公章）</span></div>\n"
    }
}
