internal import Alerts
internal import Assessment
internal import FEEL
internal import Reports
internal import Safekeeping
internal import Standards

// The documents of a year that every consortium sends: the register tells who did.

extension DutyWatch {
    /// Whether each consortium does the duty by a document of every year, so that it is watched one by one.
    func isFiledByEach(_ duty: Duty) -> Bool {
        duty.who == .secretariat && kind(of: duty)?.frequency == .year
    }

    private func kind(of duty: Duty) -> FilingKind? {
        duty.filing.flatMap { filing in edition.filings.first { $0.id == filing } }
    }

    /// How the documents stand of every year that has come since the consortium was designated. What nobody has
    /// registered stays missing, in whatever year the run is for.
    func filings(_ records: [ReportRecord], _ registers: Registers) -> [Situation] {
        let duties = calendar.duties.filter(isFiledByEach)
        guard !duties.isEmpty else { return [] }
        let books = FilingBooks(registers, edition: edition, today: today)
        let last = ReportingYear(today.year + 1)
        return records.flatMap { record in
            let consortium = record.consortium
            let book = books[consortium]
            return duties.filter { $0.holds(in: consortium.province) }.flatMap { duty in
                (edition.baseYear...last).compactMap { duty.occurrence(for: $0) }.compactMap { occurrence in
                    situation(of: occurrence, book)
                }
            }
        }
    }

    private func situation(of occurrence: DutyOccurrence, _ book: FilingBook) -> Situation? {
        guard let kind = kind(of: occurrence.duty) else { return nil }
        let window = FilingWindow(year: occurrence.year, opensOn: occurrence.opensOn, dueOn: occurrence.dueOn)
        let check = book.check(kind, for: occurrence.year, windows: [window])
        guard check.outcome != .notApplicable else { return nil }
        let reminders = occurrence.reminders(workdays)
        let before = reminders.filter { $0.workingDays > 0 }.map(\.day)
        let after = reminders.filter { $0.workingDays < 0 }.map(\.day)
        var standing: (outcome: DutyStanding.Outcome, text: String, schedule: Alert.Schedule)?
        let due = occurrence.dueOn.inChinese
        switch check.outcome {
        case .undetermined where check.filing == nil && check.isOverdue:
            standing = (
                .missing, "请报送并登记\(check.name)：应于\(due)前完成，尚未登记。",
                Alert.Schedule(days: after, thenByRoute: true, tellsEnd: true)
            )
        case .undetermined where check.filing == nil:
            guard let first = before.first, first <= today else { return nil }
            standing = (
                .due, "请于\(due)前完成\(check.name)，报送后登记报送日期。",
                Alert.Schedule(days: before, thenByRoute: false, tellsEnd: false)
            )
        case .notMet, .undetermined:
            // It is told while people are still reminded of it.
            guard let end = after.last, today <= end else { break }
            standing = (.late, check.text + "。", Alert.Schedule(days: [], thenByRoute: false, tellsEnd: false))
        case .met, .notApplicable: break
        }
        let duty = DutyStanding(
            .filing, part: "\(kind.id)-\(occurrence.year)", outcome: standing?.outcome,
            text: standing?.text ?? check.text + "。", schedule: standing?.schedule,
            command: "explain \(book.consortium.id.shellWord) \(kind.id) --year \(occurrence.year)")
        return rules.situation(of: duty, on: bearer(book.consortium, year: nil))
    }
}
