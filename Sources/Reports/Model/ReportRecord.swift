package import FEEL
package import Standards

/// Whether one consortium's figures of the year came, and when. On time is what is complete by the closing day.
package struct ReportRecord: Sendable {
    package enum State: String, Sendable, CaseIterable {
        case onTime, late, partial, missing

        package var title: String {
            switch self {
            case .onTime: "按时"
            case .late: "迟报"
            case .partial: "部分报送"
            case .missing: "未报"
            }
        }
    }

    package let consortium: Consortium
    package let state: State
    /// The day on which the report became complete; of one that is not, the day on which its first part came; nil where
    /// nothing did.
    package let receivedOn: CalendarDate?
    /// Observation points reported for the year, and those that apply.
    package let reportedPoints: Int
    package let applicablePoints: Int
    /// The last day on time.
    package let dueOn: CalendarDate?

    package init(
        consortium: Consortium, state: State, receivedOn: CalendarDate?, reportedPoints: Int, applicablePoints: Int,
        dueOn: CalendarDate?
    ) {
        self.consortium = consortium
        self.state = state
        self.receivedOn = receivedOn
        self.reportedPoints = reportedPoints
        self.applicablePoints = applicablePoints
        self.dueOn = dueOn
    }

    /// `部分报送（97/116）`, or the state alone.
    package var title: String {
        state == .partial ? "\(state.title)（\(reportedPoints)/\(applicablePoints)）" : state.title
    }

    /// How many days after the last one on time; nil where a date is unknown or the submission was on time.
    package var daysLate: Int? {
        guard state == .late, let receivedOn, let dueOn else { return nil }
        return receivedOn.epochDay - dueOn.epochDay
    }
}

/// How many submissions were expected, and how they came.
struct Timeliness {
    private(set) var onTime = 0
    private(set) var late = 0
    private(set) var partial = 0
    private(set) var missing = 0

    init(_ records: some Sequence<ReportRecord>) {
        for record in records {
            switch record.state {
            case .onTime: onTime += 1
            case .late: late += 1
            case .partial: partial += 1
            case .missing: missing += 1
            }
        }
    }

    var expected: Int { onTime + late + partial + missing }

    /// On time ÷ expected; NaN where none was expected.
    var share: Double { expected == 0 ? .nan : Double(onTime) / Double(expected) }
}
