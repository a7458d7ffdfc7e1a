package import Assessment
import FEEL
import Standards

extension AlertRules {
    /// How every clause of an assessed consortium stands, and the verdict on it, in that order.
    ///
    /// - Parameters:
    ///   - edition: the id of the edition that it was assessed by.
    ///   - provinceName: the name of the consortium's province, its code where the name is not known.
    ///   - page: the dossier page of the consortium, relative to the report's folder.
    package func situations(
        of assessment: ConsortiumAssessment, edition: String, provinceName: String, page: String
    ) -> [Situation] {
        let subject = AlertSubject(
            edition: edition, consortium: assessment.consortium, year: assessment.year, clauses: assessment.clauses,
            provinceName: provinceName, page: page)
        return assessment.clauses.map { situation(of: $0, subject) } + [situation(of: assessment.verdict, subject)]
    }

    private func situation(of check: ClauseCheck, _ subject: AlertSubject) -> Situation {
        let code = check.clause.code
        let fingerprint = subject.fingerprint(code)
        if let waiver = check.waivedBy {
            let text = "\(waiver.by)已豁免：\(waiver.ground)"
            return Situation(fingerprint: fingerprint, alert: nil, text: text)
        }
        let missing = check.wouldDecide.map(\.alertText)
        let alert = outcomes[check.outcome].map { severity in
            Alert(
                fingerprint: fingerprint, severity: severity,
                labels: subject.labels(
                    list: check.clause.list.rawValue, clause: code, outcome: check.outcome.rawValue),
                annotations: subject.annotations(
                    title: check.clause.title, outcomeTitle: check.outcome.title, summary: check.text,
                    why: check.because.map(\.alertText), missing: missing,
                    remedy: check.remedy.map { remedy($0, subject) },
                    command: "explain \(subject.consortium.id) \(code) --year \(subject.year)"),
                restsOn: [code])
        }
        return Situation(
            fingerprint: fingerprint, alert: alert, text: check.text,
            undecided: check.outcome == .undetermined ? [code] : [], missing: missing)
    }

    private func remedy(_ remedy: ClauseCheck.Remedy, _ subject: AlertSubject) -> Alert.Annotations.Remedy {
        Alert.Annotations.Remedy(
            amount: remedy.amount.description, unit: remedy.unit, text: remedy.text,
            deadline: deadline?.date(in: subject.year)?.description)
    }

    private func situation(of verdict: Verdict, _ subject: AlertSubject) -> Situation {
        let own = Situation.verdict
        let unwaived = subject.clauses.filter { $0.waivedBy == nil }
        let gravest = unwaived.map(\.outcome).min() ?? .clear
        let deciding = gravest <= .undetermined ? unwaived.filter { $0.outcome == gravest } : []
        let alert = verdicts[verdict.id].map { severity in
            Alert(
                fingerprint: subject.fingerprint(own), severity: severity,
                labels: subject.labels(list: own, clause: own, outcome: verdict.id),
                annotations: subject.annotations(
                    title: "综合结论", outcomeTitle: verdict.title, summary: verdict.text,
                    why: deciding.map { "\($0.clause.code) \($0.clause.title)：\($0.outcome.title)。\($0.text)" },
                    missing: [], remedy: nil,
                    command: "assess --year \(subject.year) --consortium \(subject.consortium.id)"),
                restsOn: deciding.isEmpty ? [own] : Set(deciding.map(\.clause.code)))
        }
        // What is open in a clause is open in every verdict that rests on the clause; a verdict that rests on the
        // acceptance checks is open while too little was reported for one.
        let open = unwaived.filter { $0.outcome == .undetermined }.map(\.clause.code)
        return Situation(
            fingerprint: subject.fingerprint(own), alert: alert, text: verdict.text,
            undecided: Set(verdict.id == "incomplete" ? open + [own] : open))
    }
}

extension Situation {
    /// The clause and list of what alerts by verdict.
    package static let verdict = "verdict"
}

/// The consortium and year that situations are about.
private struct AlertSubject {
    let edition: String
    let consortium: Consortium
    let year: ReportingYear
    let clauses: [ClauseCheck]
    let provinceName: String
    let page: String

    func fingerprint(_ clause: String) -> Fingerprint {
        Fingerprint(edition: edition, consortium: consortium.id, clause: clause, year: year)
    }

    func labels(list: String, clause: String, outcome: String) -> LabelSet {
        LabelSet([
            .edition: edition, .consortium: consortium.id, .kind: consortium.kind.rawValue, .province: consortium.province,
            .prefecture: consortium.prefecture, .list: list, .clause: clause, .outcome: outcome,
            .year: year.description,
        ])
    }

    func annotations(
        title: String, outcomeTitle: String, summary: String, why: [String], missing: [String],
        remedy: Alert.Annotations.Remedy?, command: String
    ) -> Alert.Annotations {
        Alert.Annotations(
            consortiumName: consortium.name, provinceName: provinceName, title: title, outcomeTitle: outcomeTitle,
            summary: summary, why: why, missing: missing, remedy: remedy, page: page,
            command: "consortium-monitor \(command)")
    }
}

extension Evidence {
    /// `6.1.2 专项到位经费 2025年实际：120（观测点!F31@3f2a9c01）`
    fileprivate var alertText: String {
        let place = source.map { "（\($0)）" } ?? ""
        return switch subject {
        case .cell(let indicator, let year, let basis):
            "\(indicator.code) \(indicator.title) \(year)年\(basis == .actual ? "实际" : "承诺")：\(shownValue)\(place)"
        case .entry(let register, let id, _): "\(register.title) \(id)：\(shownValue)\(place)"
        case .register(let register): "\(register.title)：没有收集"
        }
    }

    private var shownValue: String {
        switch status {
        case .reported: value ?? "是"
        case .missing: "没有填报"
        case .notApplicable: "不适用"
        case .rejected: "填报无效（\(value ?? "")）"
        }
    }
}
