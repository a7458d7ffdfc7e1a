package import Configuration
package import FEEL
package import Foundation

/// What is due when under one edition: the window in which the figures of a year come in, and the days until which what
/// is missing or wanting can be made good. All of them lie in one year: the one after that reported on, or that itself.
package struct ReportingCalendar: Sendable, Hashable {
    /// A day of any year.
    package struct MonthDay: Sendable, Hashable, Comparable {
        package let month: Int
        package let day: Int

        /// Reads `03-31`; nil for what is no day of a leap year.
        package init?(_ text: String) {
            let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
            // 2024 is a leap year, so 02-29 is a day.
            guard parts.count == 2, CalendarDate(year: 2024, month: parts[0], day: parts[1]) != nil else { return nil }
            month = parts[0]
            day = parts[1]
        }

        package init(month: Int, day: Int) {
            self.month = month
            self.day = day
        }

        package static func < (left: MonthDay, right: MonthDay) -> Bool {
            (left.month, left.day) < (right.month, right.day)
        }

        /// The day in `year`; in a year without a 29 February, the 28th.
        package func date(in year: Int) -> CalendarDate? {
            CalendarDate(year: year, month: month, day: min(day, CalendarDate.days(inMonth: month, of: year)))
        }
    }

    package let opens: MonthDay
    package let closes: MonthDay
    /// The last day on which missing figures can be handed in later (限期补报).
    package let supplementsUntil: MonthDay
    /// The last day on which shortcomings can be made good (限期整改).
    package let rectifiesUntil: MonthDay
    /// The year in which all of these days lie.
    package let windowYear: Duty.DayYear
    package let basis: RuleBasis
    /// What is asked every year, the windows above among it; empty where the calendar says nothing.
    package let duties: [Duty]
    /// How long each step of a case takes.
    package let cases: CaseDays

    /// What holds where nothing is said: the figures of a year are due by 31 March of the next.
    package static let usual = ReportingCalendar(
        opens: MonthDay(month: 1, day: 1), closes: MonthDay(month: 3, day: 31),
        supplementsUntil: MonthDay(month: 4, day: 30), rectifiesUntil: MonthDay(month: 12, day: 31),
        basis: .convention)

    package init(
        opens: MonthDay, closes: MonthDay, supplementsUntil: MonthDay, rectifiesUntil: MonthDay,
        windowYear: Duty.DayYear = .next, basis: RuleBasis, duties: [Duty] = [], cases: CaseDays = .usual
    ) {
        self.opens = opens
        self.closes = closes
        self.supplementsUntil = supplementsUntil
        self.rectifiesUntil = rectifiesUntil
        self.windowYear = windowYear
        self.basis = basis
        self.duties = duties
        self.cases = cases
    }

    /// Reads the calendar of one edition.
    ///
    /// - Parameters:
    ///   - reminders: those of duties that set none of their own.
    ///   - known: what duties may refer to; nil where nobody checks.
    package init(_ entry: YAMLEntry, reminders: Reminders = .usual, known: Duty.Known? = nil) {
        let fields = YAMLFields(
            entry, ["opens", "closes", "supplementsUntil", "rectifiesUntil", "in", "basis", "duties", "cases"])
        func day(_ entry: YAMLEntry?) -> MonthDay? {
            guard let entry else { return nil }
            if let day = entry.rawText.flatMap(MonthDay.init) { return day }
            entry.report(expected: "应为月-日", remedy: "请写成 03-31 的样子")
            return nil
        }
        let opens = day(fields.required("opens")) ?? Self.usual.opens
        let closes = day(fields.required("closes")) ?? Self.usual.closes
        let windowYear: Duty.DayYear = fields.optional("in")?.word() ?? .next
        // Who collects within the year sets no days afterwards but those that are written down.
        let (usualSupplements, usualRectifies) =
            windowYear == .next ? (Self.usual.supplementsUntil, Self.usual.rectifiesUntil) : (closes, closes)
        let supplements = day(fields.optional("supplementsUntil")) ?? max(closes, usualSupplements)
        let rectifies = day(fields.optional("rectifiesUntil")) ?? max(closes, usualRectifies)
        if closes < opens {
            entry.report(expected: "closes 应不早于 opens", found: "截止日早于开始日", remedy: "请检查两个日期")
        }
        for (key, day) in [("supplementsUntil", supplements), ("rectifiesUntil", rectifies)] where day < closes {
            (fields.optional(key) ?? entry).report(
                expected: "\(key) 应不早于 closes", found: "早于截止日", remedy: "请检查两个日期")
        }
        let basis = fields.basis("basis")
        let days = Array(zip(Self.dayNames, [opens, closes, supplements, rectifies])).map { (name: $0, day: $1) }
        let duties = (fields.optional("duties")?.items ?? []).map {
            (entry: $0, duty: Duty($0, days: days, reminders: reminders, dayYear: windowYear, known: known))
        }
        var ids: Set<String> = []
        for (entry, duty) in duties {
            guard let duty, !ids.insert(duty.id).inserted else { continue }
            (entry["id"] ?? entry).report(expected: "同一标准的事项编号应不重复", remedy: "请改用别的编号")
        }
        self.init(
            opens: opens, closes: closes, supplementsUntil: supplements, rectifiesUntil: rectifies,
            windowYear: windowYear, basis: basis, duties: duties.compactMap(\.duty),
            cases: fields.optional("cases").map(CaseDays.init) ?? .usual)
    }

    /// The keys of the days in `calendar.yml`.
    package static let dayNames = ["opens", "closes", "supplementsUntil", "rectifiesUntil"]

    /// The first day on which the figures of `year` can be handed in.
    package func opening(for year: ReportingYear) -> CalendarDate { day(opens, for: year) }

    /// The duties for the years from `first` through `last` in a province, or in every one of them, by the last day.
    package func occurrences(
        from first: ReportingYear, through last: ReportingYear, province: String? = nil
    ) -> [DutyOccurrence] {
        duties.filter { $0.holds(in: province) }
            .flatMap { duty in (first...last).compactMap { duty.occurrence(for: $0) } }
            .sorted { ($0.dueOn, $0.id) < ($1.dueOn, $1.id) }
    }

    /// The last day on which the figures of `year` are on time.
    package func deadline(for year: ReportingYear) -> CalendarDate { day(closes, for: year) }

    /// The last day of 限期补报 for `year`.
    package func supplementDeadline(for year: ReportingYear) -> CalendarDate { day(supplementsUntil, for: year) }

    /// The last day of 限期整改 for `year`.
    package func rectificationDeadline(for year: ReportingYear) -> CalendarDate { day(rectifiesUntil, for: year) }

    private func day(_ day: MonthDay, for year: ReportingYear) -> CalendarDate {
        guard let date = day.date(in: windowYear.year(for: year)) else { preconditionFailure("a day of every year") }
        return date
    }

    /// Whether the outcomes of `year` may still change in the ordinary way (provisional, 暂定) at `now`.
    package func isOpen(_ year: ReportingYear, at now: Date) -> Bool {
        ChinaTime.day(of: now) <= deadline(for: year)
    }

    /// The last instant on which the figures of `year` are on time.
    package func close(of year: ReportingYear) -> Date { ChinaTime.end(of: deadline(for: year)) }

    /// When the windows of the years from `first` through `year` closed, of those that have at `now`.
    package func closes(from first: ReportingYear, through year: ReportingYear, at now: Date) -> [ReportingYear: Date] {
        guard first <= year else { return [:] }
        return Dictionary(uniqueKeysWithValues: (first...year).map { ($0, close(of: $0)) }).filter { $0.value < now }
    }

    /// The year that is due at `now`: the last that has ended or, where a year is collected before it ends, the last whose
    /// window has opened.
    package func yearDue(at now: Date) -> ReportingYear {
        let today = ChinaTime.day(of: now)
        let current = ReportingYear(today.year)
        return windowYear == .same && opening(for: current) <= today ? current : current.advanced(by: -1)
    }
}
