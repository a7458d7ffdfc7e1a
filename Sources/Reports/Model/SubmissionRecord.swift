package import FEEL
package import Standards

/// Whether one consortium's figures of the year came, and when.
package struct SubmissionRecord: Sendable {
    package enum State: String, Sendable, CaseIterable {
        case onTime, late, missing

        package var title: String {
            switch self {
            case .onTime: "按时"
            case .late: "迟报"
            case .missing: "未报"
            }
        }
    }

    package let consortium: Consortium
    package let state: State
    /// When the first submission for the year was received; nil where none was.
    package let receivedOn: CalendarDate?
    /// The last day on time.
    package let dueOn: CalendarDate?

    package init(consortium: Consortium, state: State, receivedOn: CalendarDate?, dueOn: CalendarDate?) {
        self.consortium = consortium
        self.state = state
        self.receivedOn = receivedOn
        self.dueOn = dueOn
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
    private(set) var missing = 0

    init(_ records: some Sequence<SubmissionRecord>) {
        for record in records {
            switch record.state {
            case .onTime: onTime += 1
            case .late: late += 1
            case .missing: missing += 1
            }
        }
    }

    var expected: Int { onTime + late + missing }

    /// On time ÷ expected; NaN where none was expected.
    var share: Double { expected == 0 ? .nan : Double(onTime) / Double(expected) }
}
