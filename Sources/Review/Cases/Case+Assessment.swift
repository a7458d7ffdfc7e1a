package import Assessment
package import FEEL
package import Standards

extension Case {
    /// The cases of a consortium: of the assessed year what is triggered, suspected or decided, clause by clause, each
    /// after those of earlier years that nobody has closed.
    ///
    /// - Parameters:
    ///   - calendar: when each is due.
    ///   - today: the day that is looked from.
    package static func cases(
        of assessment: ConsortiumAssessment, by calendar: ReportingCalendar, on today: CalendarDate
    ) -> [Case] {
        assessment.clauses.flatMap { check in
            let left = check.openCases.filter { $0.consortium == assessment.consortium.id }.map { open in
                Case(
                    check.clause, open.year, of: assessment, .triggered, isProvisional: open.isProvisional,
                    CaseCourse(
                        outcome: .triggered, isUnverified: false, decidedBy: nil, waivedBy: nil, reopened: [],
                        proceedings: assessment.proceedings(check.clause, open.year), calendar: calendar,
                        year: open.year, today: today))
            }
            return left + (Case(check, of: assessment, calendar, today).map { [$0] } ?? [])
        }
    }

    /// Nil where the clause raised nothing and nobody decided anything.
    private init?(
        _ check: ClauseCheck, of assessment: ConsortiumAssessment, _ calendar: ReportingCalendar,
        _ today: CalendarDate
    ) {
        guard check.isCase else { return nil }
        let subjects = Self.subjects(of: check, assessment)
        let course = CaseCourse(
            outcome: check.outcome, isUnverified: Self.isUnverified(check, subjects), decidedBy: check.decidedBy,
            waivedBy: check.waivedBy, reopened: check.reopened,
            proceedings: assessment.proceedings(check.clause, assessment.year), calendar: calendar,
            year: assessment.year, today: today)
        self.init(
            check.clause, assessment.year, of: assessment, check.outcome,
            isProvisional: check.raised?.isProvisional ?? false, text: check.text, subjects: subjects, course)
    }

    private init(
        _ clause: Clause, _ year: ReportingYear, of assessment: ConsortiumAssessment, _ outcome: ClauseOutcome,
        isProvisional: Bool, text: String = "", subjects: [Matter] = [], _ course: CaseCourse
    ) {
        self.init(
            id: "\(assessment.edition)/\(assessment.consortium.id)/\(clause.code)/\(year)",
            consortium: assessment.consortium, clause: clause, year: year, state: course.state, outcome: outcome,
            isProvisional: isProvisional, text: text, subjects: subjects, decidedBy: course.decision,
            waivedBy: course.waivedBy, reopened: course.reopened, proceedings: course.proceedings, due: course.due,
            appealsUntil: course.appealsUntil)
    }

    /// Whether somebody has to find out first: a clue, or a signal, is no finding yet.
    private static func isUnverified(_ check: ClauseCheck, _ subjects: [Matter]) -> Bool {
        let entries = check.because.count { if case .entry(.incidents, _, _) = $0.subject { true } else { false } }
        return subjects.count > entries || check.because.contains(where: \.isUnverified)
    }

    private static func subjects(of check: ClauseCheck, _ assessment: ConsortiumAssessment) -> [Matter] {
        let entries = check.because.compactMap { evidence -> Matter? in
            guard case .entry(.incidents, let id, _) = evidence.subject else { return nil }
            return Matter(id: id, text: evidence.sentence)
        }
        let signals = assessment.signals.filter { signal in
            signal.grade == .strong && signal.year <= assessment.year && signal.affects.contains(check.clause.code)
        }
        return entries + signals.map { Matter(id: $0.id, text: "\($0.title)：\($0.text)") }
    }
}

extension ConsortiumAssessment {
    fileprivate func proceedings(_ clause: Clause, _ year: ReportingYear) -> Proceedings? {
        proceedings.first { $0.clause == clause.code && $0.year == year }
    }
}

extension ClauseCheck {
    /// Whether there is anything to decide, or was.
    fileprivate var isCase: Bool {
        switch outcome {
        case .triggered, .suspected: true
        case .undetermined, .warning, .clear, .notApplicable: decidedBy != nil || !reopened.isEmpty
        }
    }
}
