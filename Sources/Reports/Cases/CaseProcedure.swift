internal import Assessment
import FEEL
import Review
import Standards

/// Who said what of a case, and when: every decision with its ground and who signed it, what was suspended, the appeal and
/// the execution.
struct CaseProcedure {
    let model: ReportModel
    let found: Case
    /// Nil where the register could not be read.
    let said: [Determination]?

    var html: HTML {
        let known = [found.decidedBy, found.waivedBy, found.appeal, found.proceedings?.answer, found.execution]
        let entries = (said ?? known.compactMap { $0 } + found.reopened).withoutCopies
        let rows: [HTML] = entries.map(row)
        let table: HTML =
            rows.isEmpty
            ? "<p>还没有人作过认定。</p>\n"
            : """
            <table><thead><tr><th scope="col">日期</th><th scope="col">作出人</th><th scope="col">认定</th>\
            <th scope="col">理由和佐证</th><th scope="col">编号、签名、出处</th></tr></thead>
            <tbody>\(rows)</tbody></table>

            """
        let unread: HTML = said == nil ? "<p class=\"note\">认定登记读取失败，此处只列仍然有效的。</p>\n" : .empty
        return unread + table + notes
    }

    private func row(_ made: Determination) -> HTML {
        let subject: HTML = made.subject.map { "<br><small>事由 \($0)</small>" } ?? .empty
        let withdrawn: HTML = made.withdraws.map { "<br><small>撤销 \($0)</small>" } ?? .empty
        let suspended: HTML = found.reopened.contains(made) ? "<br><b class=\"overdue\">暂停</b>" : .empty
        let evidence: HTML = made.evidence.map { "<br>佐证：\($0)" } ?? .empty
        return """
            <tr><td>\(Dates.chinese(made.on))</td><td>\(made.by)</td>\
            <td>\(made.decision.title)\(subject)\(withdrawn)\(suspended)</td><td>\(made.ground)\(evidence)</td>\
            <td class="source"><code>\(made.id ?? Figures.none)</code><br>\(SignatureNote(model, made).html)<br>\(made.source.place)</td></tr>

            """
    }

    private var notes: HTML {
        var notes: [String] = []
        if !found.reopened.isEmpty { notes.append("所据数据在认定后有变动，标明“暂停”的认定暂不生效，须对变动后的数据重新认定。") }
        if found.state == .decided, let last = found.appealsUntil { notes.append("联合体可在\(last.inChinese)以前申诉。") }
        if let revocation = found.proceedings?.revocation {
            let mark = model.signers.mark(by: revocation.by, revocation.signature)
            notes.append(
                "\(revocation.on.inChinese)已转为“\(revocation.to.title)”（\(revocation.document)，\(revocation.by)，\(mark)），本案随之执行。"
            )
        }
        if found.appeal == nil, found.execution == nil, found.proceedings?.revocation == nil {
            notes.append("没有申诉和执行的记录。")
        }
        return notes.map { "<p>\($0)</p>\n" as HTML }.joined()
    }
}

/// Beside a decision: 未签名, or by which key it was signed.
struct SignatureNote {
    private let mark: String
    private let isSigned: Bool

    init(_ model: ReportModel, _ determination: Determination) {
        self.init(model, by: determination.by, determination.signature)
    }

    init(_ model: ReportModel, by: String, _ signature: String?) {
        mark = model.signers.mark(by: by, signature)
        isSigned = !mark.contains(DecisionSigners.unsigned)
    }

    var html: HTML { isSigned ? "<span>\(mark)</span>" : "<span class=\"unsigned\">\(mark)</span>" }
}

extension [Determination] {
    /// Each once: a register that was sent twice says nothing new.
    fileprivate var withoutCopies: [Determination] {
        var seen: Set<[String]> = []
        return filter { made in
            let facts = [
                made.by, made.on?.description, made.decision.rawValue, made.ground, made.evidence, made.subject,
                made.id,
                made.withdraws,
            ]
            return seen.insert(facts.map { $0 ?? "" }).inserted
        }
    }
}
