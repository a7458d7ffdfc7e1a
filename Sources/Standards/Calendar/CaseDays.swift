package import Configuration
package import FEEL

/// How long each step of a case takes (案件办理期限), in calendar days. No source states any of them: they are
/// conventions, which a province may change in its calendar.
package struct CaseDays: Sendable, Hashable {
    /// From the close of the window in which the year is reported until what raised the case has been looked into.
    package let verify: Int
    /// From the same day until it is decided; of a case that was reopened, from the day of the suspended decision.
    package let decide: Int
    /// From a decision until an appeal against it is too late.
    package let appeal: Int
    /// From an appeal until it is answered.
    package let answer: Int
    /// From a decision, or the answer to an appeal, until it is carried out; never before 限期整改 is over.
    package let execute: Int
    package let basis: RuleBasis

    /// What holds where a calendar says nothing.
    package static let usual = CaseDays(
        verify: 120, decide: 180, appeal: 30, answer: 60, execute: 90, basis: .convention)

    package init(verify: Int, decide: Int, appeal: Int, answer: Int, execute: Int, basis: RuleBasis) {
        self.verify = verify
        self.decide = decide
        self.appeal = appeal
        self.answer = answer
        self.execute = execute
        self.basis = basis
    }

    /// Reads `cases` of a calendar; a step that is left out takes as long as usual.
    package init(_ entry: YAMLEntry) {
        let fields = YAMLFields(entry, ["verify", "decide", "appeal", "answer", "execute", "basis"])
        func days(_ name: String, _ usual: Int) -> Int {
            guard let entry = fields.optional(name) else { return usual }
            if let days = entry.rawText.flatMap({ Int($0) }), (1...3650).contains(days) { return days }
            entry.report(expected: "应为天数，1 至 3650", remedy: "请写成 90 的样子")
            return usual
        }
        let usual = Self.usual
        let (verify, decide) = (days("verify", usual.verify), days("decide", usual.decide))
        if decide < verify {
            (fields.optional("decide") ?? entry).report(
                expected: "decide 应不少于 verify", found: "认定期限早于核查期限", remedy: "请检查两个天数")
        }
        self.init(
            verify: verify, decide: decide, appeal: days("appeal", usual.appeal),
            answer: days("answer", usual.answer), execute: days("execute", usual.execute),
            basis: fields.basis("basis"))
    }
}

extension ReportingCalendar {
    /// The last day to look into what raised a case of `year`.
    package func verificationDeadline(for year: ReportingYear) -> CalendarDate {
        deadline(for: year).later(by: cases.verify)
    }

    /// The last day to decide a case of `year`, which was suspended on `reopened` where a decision on it was.
    package func decisionDeadline(for year: ReportingYear, reopened: CalendarDate? = nil) -> CalendarDate {
        let close = deadline(for: year)
        return max(close, reopened ?? close).later(by: cases.decide)
    }

    /// The last day to appeal against a decision.
    package func appealDeadline(after decision: CalendarDate) -> CalendarDate { decision.later(by: cases.appeal) }

    /// The last day to answer an appeal.
    package func answerDeadline(after appeal: CalendarDate) -> CalendarDate { appeal.later(by: cases.answer) }

    /// The last day to carry out what `year` recommended, which nobody had to decide on, or what was decided on a day.
    package func executionDeadline(for year: ReportingYear, decided: CalendarDate? = nil) -> CalendarDate {
        let rectified = rectificationDeadline(for: year)
        return decided.map { max(rectified, $0.later(by: cases.execute)) } ?? rectified
    }
}

extension CalendarDate {
    fileprivate func later(by days: Int) -> CalendarDate { CalendarDate(epochDay: epochDay + days) ?? self }
}
