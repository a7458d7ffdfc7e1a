package import Assessment
import FEEL
internal import Safekeeping
import Standards

extension AlertRules {
    /// How every clause of an assessed consortium stands, and the verdict on it, in that order.
    ///
    /// - Parameters:
    ///   - edition: the id of the edition that it was assessed by.
    ///   - provinceName: the name of the consortium's province, its code where the name is not known.
    ///   - page: the dossier page of the consortium, relative to the report's folder.
    ///   - isDue: whether the reports of the year are due. What is merely not yet due is no alert: until then, that data
    ///     are missing raises none, and ends none.
    ///   - note: what people are to know of every outcome, such as that it is provisional.
    package func situations(
        of assessment: ConsortiumAssessment, edition: String, provinceName: String, page: String, isDue: Bool = true,
        note: String? = nil
    ) -> [Situation] {
        let subject = AlertSubject(
            edition: edition, consortium: assessment.consortium, year: assessment.year, clauses: assessment.clauses,
            provinceName: provinceName, page: page, isDue: isDue, note: note)
        return assessment.clauses.map { situation(of: $0, subject) } + [situation(of: assessment.verdict, subject)]
    }

    private func situation(of check: ClauseCheck, _ subject: AlertSubject) -> Situation {
        let code = check.clause.code
        let fingerprint = subject.fingerprint(code)
        if let waiver = check.waivedBy {
            let text = "\(waiver.by)已豁免：\(waiver.ground)"
            return Situation(fingerprint: fingerprint, alert: nil, text: text)
        }
        let missing = check.wouldDecide.alertTexts
        let severity = check.outcome == .undetermined && !subject.isDue ? nil : outcomes[check.outcome]
        let alert = severity.map { severity in
            Alert(
                fingerprint: fingerprint, severity: severity,
                labels: subject.labels(
                    list: check.clause.list.rawValue, clause: code, outcome: check.outcome.rawValue),
                annotations: subject.annotations(
                    title: check.clause.title, outcomeTitle: check.outcome.title, summary: check.text,
                    why: check.because.alertTexts, missing: missing,
                    remedy: check.remedy.map(remedy),
                    command: subject.explaining(code)),
                restsOn: [code])
        }
        return Situation(
            fingerprint: fingerprint, alert: alert, text: check.text,
            undecided: check.outcome == .undetermined ? [code] : [], pending: check.pending?.rawValue,
            missing: missing)
    }

    private func remedy(_ remedy: ClauseCheck.Remedy) -> Alert.Annotations.Remedy {
        Alert.Annotations.Remedy(
            amount: remedy.amount.description, unit: remedy.unit, text: remedy.text,
            deadline: deadline?.date(in: remedy.year)?.description)
    }

    private func situation(of verdict: Verdict, _ subject: AlertSubject) -> Situation {
        let own = Situation.verdict
        let unwaived = subject.clauses.filter { $0.waivedBy == nil }
        let grounds = VerdictGrounds(unwaived: unwaived, openCases: subject.clauses.flatMap(\.openCases))
        let severity = verdict.tone == .incomplete && !subject.isDue ? nil : verdicts[verdict.id]
        let alert = severity.map { severity in
            Alert(
                fingerprint: subject.fingerprint(own), severity: severity,
                labels: subject.labels(list: own, clause: own, outcome: verdict.id),
                annotations: subject.annotations(
                    title: "综合结论", outcomeTitle: verdict.title, summary: verdict.text,
                    why: subject.clauses.flatMap(grounds.sentences),
                    missing: [], remedy: nil,
                    command: subject.assessing),
                restsOn: grounds.ids.isEmpty ? [own] : grounds.ids)
        }
        // What is open in a clause is open in every verdict that rests on the clause; a verdict that rests on the
        // acceptance checks is open while too little was reported for one.
        let open = unwaived.filter { $0.outcome == .undetermined || $0.pending == .triggered }.map(\.clause.code)
        return Situation(
            fingerprint: subject.fingerprint(own), alert: alert, text: verdict.text,
            undecided: Set(verdict.tone == .incomplete ? open + [own] : open))
    }
}

extension Situation {
    /// The clause and list of what alerts by verdict.
    package static let verdict = "verdict"
}

/// What brought a verdict about: the clauses of the gravest outcome, and the open cases of earlier years. A case is as
/// grave as a clause that is triggered now; it ends by a decision, whatever this year's data say or lack.
private struct VerdictGrounds {
    private let deciding: [ClauseCheck]
    private let openCases: [OpenCase]

    init(unwaived: [ClauseCheck], openCases: [OpenCase]) {
        // What is merely suspected or undetermined on a list of its own does not hold up the verdict.
        let counted = unwaived.filter { $0.outcome == .triggered || $0.clause.list == .negative }
        let gravest = openCases.isEmpty ? counted.map(\.outcome).min() ?? .clear : .triggered
        deciding = gravest <= .undetermined ? counted.filter { $0.outcome == gravest } : []
        self.openCases = openCases
    }

    /// As ``Alert/restsOn`` names them: the codes of clauses, the ids of cases.
    var ids: Set<String> { Set(deciding.map(\.clause.code) + openCases.map(\.id)) }

    /// What there is to say of one clause, this year's outcome last.
    func sentences(of check: ClauseCheck) -> [String] {
        let clause = "\(check.clause.code) \(check.clause.title)"
        let earlier = openCases.filter { $0.clause == check.clause.code }
            .map { "\(clause)：\($0.year)年度已触发，未决。" }
        let own = deciding.filter { $0.clause.code == check.clause.code }
            .map { "\(clause)：\($0.outcome.title)。\($0.text)" }
        return earlier + own
    }
}

/// The consortium and year that situations are about.
private struct AlertSubject {
    let edition: String
    let consortium: Consortium
    let year: ReportingYear
    let clauses: [ClauseCheck]
    let provinceName: String
    let page: String
    let isDue: Bool
    let note: String?

    /// An id that begins with a hyphen would be taken for an option.
    var isLikeOption: Bool { consortium.id.hasPrefix("-") }

    /// The command that shows why a clause came out as it did.
    func explaining(_ clause: String) -> String {
        let words = "\(consortium.id.shellWord) \(clause.shellWord)"
        return isLikeOption ? "explain --year \(year) -- \(words)" : "explain \(words) --year \(year)"
    }

    /// The command that shows the verdict.
    var assessing: String {
        "assess --year \(year) --consortium" + (isLikeOption ? "=" : " ") + consortium.id.shellWord
    }

    func fingerprint(_ clause: String) -> Fingerprint {
        Fingerprint(edition: edition, consortium: consortium.id, clause: clause, year: year)
    }

    func labels(list: String, clause: String, outcome: String) -> LabelSet {
        LabelSet([
            .edition: edition, .consortium: consortium.id, .kind: consortium.kind.rawValue,
            .province: consortium.province, .prefecture: consortium.prefecture, .list: list, .clause: clause,
            .outcome: outcome, .year: year.description,
        ])
    }

    func annotations(
        title: String, outcomeTitle: String, summary: String, why: [String], missing: [String],
        remedy: Alert.Annotations.Remedy?, command: String
    ) -> Alert.Annotations {
        Alert.Annotations(
            consortiumName: consortium.name, provinceName: provinceName, title: title, outcomeTitle: outcomeTitle,
            summary: summary, why: why, missing: missing, remedy: remedy, note: note, page: page,
            command: "consortium-monitor \(command)")
    }
}

extension [Evidence] {
    /// Of many facts the first, and how many more there are.
    fileprivate var alertTexts: [String] {
        let most = Alert.Annotations.factsListed
        guard count > most else { return map(\.sentenceWithPlace) }
        return prefix(most - 1).map(\.sentenceWithPlace) + ["另有\(count - most + 1)项，见档案"]
    }
}
