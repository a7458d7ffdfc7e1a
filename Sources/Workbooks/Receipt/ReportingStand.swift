package import Collection
package import FEEL
package import Standards

/// Where a consortium stands with its report of a year, the submission included: what the head of a receipt tells.
package struct ReportingStand: Sendable {
    package let consortium: String
    /// Empty where the register does not have it.
    package let name: String
    package let year: ReportingYear
    /// By ordinal of the indicator, of the year's actual figures.
    package let statuses: [ObservationStatus]
    /// The last day on which the year is on time, and the last on which what is missing can be handed in.
    package let deadline: CalendarDate
    package let supplementDeadline: CalendarDate

    package init(
        consortium: String, name: String, year: ReportingYear, statuses: [ObservationStatus],
        _ calendar: ReportingCalendar
    ) {
        self.consortium = consortium
        self.name = name
        self.year = year
        self.statuses = statuses
        deadline = calendar.deadline(for: year)
        supplementDeadline = calendar.supplementDeadline(for: year)
    }

    /// An observation point with those of its figures that are not there.
    struct Blank {
        let goal: Goal
        let criterion: Criterion
        let point: ObservationPoint
        let indicators: [Indicator]
    }

    /// How many points there are, and how many of them are filled in, taken as 不适用, or hold what cannot be read.
    struct Count {
        var all = 0
        var filled = 0
        var notApplicable = 0
        var unreadable = 0
        var blank: Int { all - filled - unreadable }
    }

    func count(in edition: Edition) -> Count {
        var count = Count()
        for point in edition.points {
            let due = point.indicators.filter { edition.indicators[$0].isDue(in: year) }.map { statuses[$0] }
            guard !due.isEmpty else { continue }
            count.all += 1
            if due.allSatisfy({ $0 == .reported || $0 == .notApplicable }) {
                count.filled += 1
                count.notApplicable += due.allSatisfy { $0 == .notApplicable } ? 1 : 0
            } else if !due.contains(.missing) {
                count.unreadable += 1
            }
        }
        return count
    }

    /// What is due in the year and blank, in the order of the standard.
    func blanks(in edition: Edition) -> [Blank] {
        edition.categories.flatMap(\.goals).flatMap { goal in
            goal.criteria.flatMap { criterion in
                criterion.points.compactMap { point in
                    let missing = point.indicators.filter {
                        edition.indicators[$0].isDue(in: year) && statuses[$0] == .missing
                    }
                    return missing.isEmpty
                        ? nil
                        : Blank(
                            goal: goal, criterion: criterion, point: point,
                            indicators: missing.map { edition.indicators[$0] })
                }
            }
        }
    }
}

extension ReportingStand {
    /// Where nothing is known but what the submission says itself; nil where it is of no one consortium and year.
    package init?(of submission: Submission, name: String = "", edition: Edition, _ calendar: ReportingCalendar) {
        guard let (consortium, year) = submission.reported else { return nil }
        var statuses = [ObservationStatus](repeating: .missing, count: edition.indicators.count)
        for observation in submission.observations where observation.year == year && observation.basis == .actual {
            guard let indicator = edition.indicator(observation.indicator) else { continue }
            statuses[indicator.ordinal] = observation.value.status
        }
        self.init(consortium: consortium, name: name, year: year, statuses: statuses, calendar)
    }
}
