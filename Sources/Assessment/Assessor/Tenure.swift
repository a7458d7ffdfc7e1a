package import FEEL
package import Standards

/// Since when a consortium is designated and where it stood, and so which years count for it.
package struct Tenure: Sendable {
    let designatedOn: CalendarDate?
    /// F: the first full calendar year after designation.
    let firstYear: ReportingYear
    /// B: the last full year before designation.
    let baseYear: ReportingYear
    /// In the order of their days.
    let transitions: [Transition]
    /// Where the register of consortia says that it stands; what holds where no transition tells.
    private let stage: Standing

    /// Whether the register tells of a designation below the level that counts, and of none at it.
    private let isBelow: Bool
    /// The day that is looked from: a title that will be taken away is not yet. Nil where nobody asks.
    private let today: CalendarDate?

    /// `earliest` is the edition's base year, before which no year counts, `level` the one that it counts from. Without a
    /// day of designation a consortium is taken to have been designated in the middle of that year.
    /// - Parameter entries: all of `consortium` in the order of the days they hold from, where there are several.
    package init(
        _ consortium: Consortium, entries: [Consortium] = [], transitions: [Transition], earliest: ReportingYear,
        level: DesignationLevel? = nil, today: CalendarDate? = nil
    ) {
        self.today = today
        let designation = (entries.count > 1 ? entries : [consortium]).designation(at: level)
        designatedOn = designation.day
        isBelow = designation.isBelow
        let designated = designatedOn.map { ReportingYear($0.year) } ?? earliest
        let isFull = designatedOn.map { $0.month == 1 && $0.day == 1 } ?? false
        firstYear = max(earliest, isFull ? designated : designated.advanced(by: 1))
        baseYear = max(earliest, designated.advanced(by: -1))
        self.transitions = transitions.enumerated().sorted { ($0.element.on, $0.offset) < ($1.element.on, $1.offset) }
            .map(\.element)
        stage = Standing.allCases.first { $0.title == consortium.stage } ?? .cultivation
    }

    /// The standing on the last day of `year`.
    package func standing(in year: ReportingYear) -> Standing {
        if let last = year.lastDay { return standing(on: last) }
        return stage
    }

    /// The standing at the end of a day.
    package func standing(on day: CalendarDate) -> Standing {
        if let last = transitions.last(where: { $0.on <= day }) { return last.to }
        if let designatedOn, designatedOn > day { return .application }
        if isBelow, transitions.isEmpty { return .application }
        // The register's column tells how things are now, after every transition.
        guard let first = transitions.first else { return stage }
        return first.from ?? (first.to == .cultivation ? .application : .cultivation)
    }

    /// The day of the transition to 通过验收; nil where none is known by the end of `year`.
    func acceptedOn(by year: ReportingYear) -> CalendarDate? {
        transitions.last { $0.to == .accepted && $0.on.year <= year.value }?.on
    }

    /// Whether the title was taken away in `year` or later, and before `day`: what the year recommended was carried out.
    func isRevoked(since year: ReportingYear, before day: CalendarDate? = nil) -> Bool {
        revocation(since: year, before: day) != nil
    }

    /// The transition that took the title away in `year` or later, and before `day`.
    func revocation(since year: ReportingYear, before day: CalendarDate? = nil) -> Transition? {
        transitions.first { transition in
            transition.to == .revoked && transition.on.year >= year.value && day.map { transition.on < $0 } ?? true
                && today.map { transition.on <= $0 } ?? true
        }
    }
}

extension ReportingYear {
    /// The last day of the year.
    var lastDay: CalendarDate? { CalendarDate(year: value, month: 12, day: 31) }
}
