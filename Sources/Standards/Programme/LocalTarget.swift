package import FEEL

/// A number that a place has set itself or reached, as a document tells (地方目标): local practice and no demand of an
/// edition. What has come of it is registered by an authority (``TargetFigure``).
package struct LocalTarget: Sendable, Hashable, Identifiable {
    package enum Rhythm: String, Sendable, CaseIterable {
        /// Counted up from a beginning, to be reached by a day.
        case total
        /// Asked of each year by itself.
        case yearly
        /// Reached already, to be kept up.
        case level
    }

    /// GB/T 2260 code of the place, six digits, of a county as well; empty for the country.
    package let region: String
    package let regionName: String
    package let rhythm: Rhythm
    /// The day from which on what has been reached is held against the time that has passed; nil where nobody says.
    package let from: CalendarDate?
    /// The lines of the text that say so, from 1.
    package let lines: ClosedRange<Int>
    /// What of a registered figure is asked: ``ProgrammeCheck/Scope/place``, a number in a unit within a limit.
    package let check: ProgrammeCheck

    package init(
        region: String, regionName: String, rhythm: Rhythm, from: CalendarDate?, lines: ClosedRange<Int>,
        check: ProgrammeCheck
    ) {
        self.region = region
        self.regionName = regionName
        self.rhythm = rhythm
        self.from = from
        self.lines = lines
        self.check = check
    }

    package var id: String { check.id }

    /// The last day by which it is to be reached, looked at in `year`; nil where there is none.
    package func due(in year: ReportingYear) -> CalendarDate? {
        rhythm == .yearly ? CalendarDate(year: year.value, month: 12, day: 31) : check.due
    }

    /// Whether a cell names the place: its code, its name, or nothing; the country has none.
    package func isAt(_ cell: String) -> Bool {
        let place = cell.filter { !$0.isWhitespace }
        return place.isEmpty || place == region || place == regionName
            || region.isEmpty && ["全国", "000000"].contains(place)
    }

    /// `第43—45行`
    package var linesText: String {
        lines.count == 1 ? "第\(lines.lowerBound)行" : "第\(lines.lowerBound)—\(lines.upperBound)行"
    }
}

extension [LocalTarget] {
    /// The target that a cell names by its id, in letters of either case.
    package func named(_ cell: String) -> LocalTarget? {
        let id = cell.filter { !$0.isWhitespace }.lowercased()
        return first { $0.id == id }
    }
}
