internal import Alerts
internal import Assessment
internal import FEEL
internal import Foundation
internal import Standards
internal import Store

/// The alerts of earlier years that still fire, and how their clauses stand now. An alert lives until data end it, not until
/// the next year begins: its year goes on being judged, its receivers hear of changes, of the end, and are reminded. What did
/// not alert while its year was the one assessed raises no alert later; the memory of cases has it.
struct PastAlerts {
    var states: [AlertState] = []
    var situations: [Situation] = []
    var log: [LoggedNotification] = []

    static let none = PastAlerts()
}

extension Alerting {
    /// The alerts of years before ``year`` that fire.
    /// - Parameter rules: of the edition.
    func pastAlerts(by rules: RuleBook) throws -> PastAlerts {
        var past = PastAlerts()
        // An end may wait for working hours or a silence.
        let all = try store.alerts(edition: edition.id, includingResolved: true)
            .filter { $0.resolvedAt.map { now.timeIntervalSince($0) < Self.longestWait } ?? true }
            .map(AlertState.init)
        let byYear = Dictionary(grouping: all) { Int($0.alert.labels[.year]).map(ReportingYear.init) }
        for (earlier, states) in byYear.sorted(by: { ($0.key?.value ?? 0) < ($1.key?.value ?? 0) }) {
            guard let earlier, earlier < year else { continue }
            past.states += states
            past.situations += try of(earlier).situations(of: states, by: rules, next: year)
            past.log += try states.flatMap { state in
                try store.notifications(of: state.id.text).map { record in
                    try JSONDecoder().decode(LoggedNotification.self, from: Data(record.payload.utf8))
                }
            }
        }
        return past
    }

    /// How many seconds the end of an alert of an earlier year may wait to be told.
    private static let longestWait: TimeInterval = 31 * 86_400

    /// The same of another year.
    private func of(_ year: ReportingYear) throws -> Alerting {
        try Alerting(
            store: store, configuration: configuration, edition: edition, year: year, calendar: calendar,
            workdays: workdays, regions: regions, now: now)
    }

    /// How the clauses of `states`, all of this year, stand.
    private func situations(
        of states: [AlertState], by rules: RuleBook, next: ReportingYear
    ) throws -> [Situation] {
        let wanted = Set(states.map(\.id))
        let handedOver = states.filter(\.isCase).map {
            Situation(fingerprint: $0.id, alert: nil, text: "已并入\(next)年度的同一事项，继续告知。")
        }
        guard handedOver.count < states.count else { return handedOver }
        let (input, panels) = try store.assessmentInput(
            for: edition, year: year, closes: calendar.closes(from: edition.baseYear, through: year, at: now))
        let assessor = Assessor(
            rules: rules, year: year,
            dates: AssessmentDates(calendar, year: year, from: edition.baseYear, today: ChinaTime.day(of: now)))
        var found: [Situation] = []
        try assessor.assess(input, reading: panels) { assessment in
            situations(of: assessment).filter { wanted.contains($0.fingerprint) }
        } take: {
            found += $0
        }
        let reports = try Timekeeping(edition: edition, calendar: calendar).records(
            of: input.consortia, year: year, in: store.snapshot(edition: edition))
        let cases = Set(handedOver.map(\.fingerprint))
        return (found + watch.reports(reports)).filter {
            wanted.contains($0.fingerprint) && !cases.contains($0.fingerprint)
        } + handedOver
    }
}

extension AlertState {
    /// Whether it is that a case waits for its decision: each year looks at the open cases of all before it.
    fileprivate var isCase: Bool {
        isDuty && alert.labels[.clause].hasPrefix("\(DutyStanding.Kind.decision.rawValue):")
    }
}
