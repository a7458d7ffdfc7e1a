package import FEEL
package import Standards

/// How far a place has come with its target.
package struct TargetProgress: Sendable, Hashable {
    /// Whether it keeps up with the time that has passed; a convention: evenly from the target's first day to its last.
    package enum Pace: String, Sendable, CaseIterable {
        case onTrack, lagging

        package var title: String {
            switch self {
            case .onTrack: "进度正常"
            case .lagging: "进度滞后"
            }
        }
    }

    package let target: LocalTarget
    /// The figure that counts; nil where nobody registered one.
    package let figure: TargetFigure?
    /// In percent of the target, one digit behind the point, rounded down; nil where there is no figure.
    package let share: Decimal128?
    /// How much of the time had passed on the figure's day, the same way; nil where the target does not say from when.
    package let elapsed: Decimal128?
    /// The last day; of a target of every year that of the year looked at.
    package let due: CalendarDate?
    /// The first day of which a figure reaches the target.
    package let reachedOn: CalendarDate?

    package let isOverdue: Bool

    /// - Parameter today: what is said to be as of a later day has not been.
    init(_ target: LocalTarget, figures: [TargetFigure], year: ReportingYear, today: CalendarDate) {
        self.target = target
        let due = target.due(in: year)
        self.due = due
        isOverdue = due.map { today > $0 } ?? false
        let known = figures.filter { figure in
            // Of a year that is not over a figure without a day is as of today at the latest.
            guard figure.value != nil, figure.on.map({ $0 <= today }) ?? (figure.year.value <= today.year) else {
                return false
            }
            return target.rhythm == .yearly ? figure.year == year : figure.year <= ReportingYear(today.year)
        }
        func day(_ figure: TargetFigure) -> CalendarDate { min(figure.day ?? today, today) }
        let ordered = known.enumerated().sorted { (day($0.element), $0.offset) < (day($1.element), $1.offset) }
            .map(\.element)
        figure = ordered.last
        let limit = target.check.limit
        reachedOn = ordered.first { figure in
            limit.flatMap { limit in figure.value.map(limit.holds) } ?? false
        }.map(day)
        share = figure?.value.flatMap { value in
            limit.map { (value * 100 / $0.number).rounded(.floor, scale: 1) }
        }
        elapsed = figure.flatMap { figure in
            guard let from = target.rhythm == .yearly ? CalendarDate(year: year.value, month: 1, day: 1) : target.from,
                let due, from < due
            else { return nil }
            let (all, passed) = (due.epochDay - from.epochDay, day(figure).epochDay - from.epochDay)
            let percent = Decimal128(max(0, passed)) * 100 / Decimal128(all)
            return min(100, percent).rounded(.floor, scale: 1)
        }
    }

    /// Nil where it is reached, over, or nobody can tell.
    package var pace: Pace? {
        guard let share, let elapsed, !isOverdue, reachedOn == nil else { return nil }
        return share >= elapsed ? .onTrack : .lagging
    }

    /// Whether the last day is over and what is known does not reach as far: nobody can say that it was missed.
    var isOpenAfterDue: Bool {
        guard isOverdue, let due, reachedOn == nil else { return false }
        return figure.map { $0.day.map { $0 < due } ?? true } ?? true
    }
}
