package import FEEL
package import Review
package import Standards

/// A case as lists have it, without what it rests on.
package struct CaseLine: Sendable, Hashable, Identifiable {
    /// `municipal-consortium-trial/C001/16.3/2025`
    package let id: String
    package let consortium: Consortium
    /// `16.3`
    package let clause: String
    package let clauseTitle: String
    package let year: ReportingYear
    package let state: Case.State
    package let stateText: String
    package let outcome: ClauseOutcome
    package let isProvisional: Bool
    package let due: CalendarDate?
    package let isOverdue: Bool
    /// What raised it, in one sentence.
    package let text: String
    /// The signals between several consortia that it rests on, where it rests on nothing else: cases with the same ones
    /// are one. Empty else.
    package let sharedSignals: [String]

    /// - Parameters:
    ///   - shared: the ids of the signals that lie between several consortia.
    ///   - today: the day that it is looked at from.
    init(_ found: Case, shared: Set<String>, on today: CalendarDate) {
        id = found.id
        consortium = found.consortium
        clause = found.clause.code
        clauseTitle = found.clause.title
        year = found.year
        state = found.state
        stateText = found.stateText
        outcome = found.outcome
        isProvisional = found.isProvisional
        due = found.due
        isOverdue = found.isOverdue(on: today)
        text = found.text.isEmpty ? "\(found.year)年度已触发，尚未处理" : found.text
        let subjects = found.subjects.map(\.id)
        sharedSignals = !subjects.isEmpty && subjects.allSatisfy(shared.contains) ? subjects.sorted() : []
    }

    /// `C001/16.3/2025`
    var name: String { id.split(separator: "/").suffix(3).joined(separator: "/") }

    var isOpen: Bool { state != .closed }
}

/// Cases that are one: that of a consortium, or those of several that rest on the same signals between them.
struct JointCase {
    /// In the order of their consortia.
    let lines: [CaseLine]

    var first: CaseLine { lines[0] }
    var due: CalendarDate? { lines.compactMap(\.due).min() }
    var isOverdue: Bool { lines.contains(where: \.isOverdue) }

    /// The earliest day first; among equals the lower id.
    static func isSooner(_ left: JointCase, _ right: JointCase) -> Bool {
        let (first, second) = (left.due?.epochDay ?? .max, right.due?.epochDay ?? .max)
        return first == second ? NaturalOrder.precedes(left.first.id, right.first.id) : first < second
    }

    /// The open cases, those that are one together, the soonest first.
    static func open(of summaries: [AssessmentSummary]) -> [JointCase] {
        var joint: [String: Int] = [:]
        var groups: [[CaseLine]] = []
        for line in summaries.flatMap(\.cases) where line.isOpen {
            guard !line.sharedSignals.isEmpty else {
                groups.append([line])
                continue
            }
            let key = ([line.clause, line.year.description] + line.sharedSignals).joined(separator: "/")
            if let place = joint[key] {
                groups[place].append(line)
            } else {
                joint[key] = groups.count
                groups.append([line])
            }
        }
        return groups.map { JointCase(lines: $0) }.sorted(by: isSooner)
    }
}
