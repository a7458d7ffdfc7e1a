package import Alerts
package import Assessment
package import Foundation
import Standards

/// Runs one after the other, each with what the last one left: states and log as the store would keep them.
package struct Simulation {
    /// What befalls a run.
    package enum Mishap: CaseIterable {
        case none
        /// Every message is given up.
        case failing
        /// Nothing is sent: the run is killed, or no service answers. The next run sends what is left.
        case cutOff
    }

    package var configuration: AlertsConfiguration
    package var silences: [Silence] = []
    package var states: [AlertState] = []
    package var log: [LoggedNotification] = []
    /// What is queued and not done with.
    private var outbox: [LoggedNotification] = []

    package init(_ configuration: AlertsConfiguration = .all) {
        self.configuration = configuration
    }

    /// Plans without leaving anything; `ended` are the ends of alerts that no assessment speaks of any more.
    package func plan(_ assessments: [ConsortiumAssessment], ended: [Situation] = [], at now: Date, isDue: Bool = true)
        -> AlertPlan
    {
        AlertPlan(
            situations: assessments.flatMap {
                configuration.rules.situations(
                    of: $0, edition: $0.edition, provinceName: "湖南省", page: "consortium/\($0.consortium.id).html",
                    isDue: isDue)
            } + ended,
            previous: states, histories: NotificationHistories(log), silences: silences, configuration: configuration,
            workdays: .weekdaysOnly,
            now: now)
    }

    @discardableResult
    package mutating func run(
        _ assessments: [ConsortiumAssessment], ended: [Situation] = [], at now: Date, mishap: Mishap = .none
    ) async -> AlertPlan {
        let plan = plan(assessments, ended: ended, at: now)
        states = plan.states
        log += plan.entriesBeforeDelivery
        outbox += plan.entriesBeforeDelivery.filter { $0.outcome == .queued }
        if mishap != .cutOff {
            log += outbox.map {
                mishap == .failing ? $0.ended(.failed, at: now, detail: "无人应答") : $0.ended(.sent, at: now)
            }
            outbox = []
        }
        return plan
    }
}

extension AlertPlan {
    /// `16.3 first`, `16.3 suppressed first` …: what is sent and suppressed, not what waits.
    package var decisions: [String] {
        notifications.compactMap { notification in
            let clause = notification.state.alert.labels[.clause]
            return switch notification.decision {
            case .send(let reason): "\(clause) \(reason.rawValue)"
            case .suppress(let reason, _): "\(clause) suppressed \(reason.rawValue)"
            case .postpone(let reason, _): "\(clause) postponed \(reason.rawValue)"
            case .tellWith, .wait, .waitInDoubt, .waitInOutbox: nil
            }
        }
    }
}

extension AlertsConfiguration {
    /// Every outcome alerts, no verdict does, and one receiver hears of all, with a reminder a week.
    package static let all = all(repeating: 7 * 86_400)

    package static func all(repeating interval: TimeInterval) -> AlertsConfiguration {
        AlertsConfiguration(
            rules: .clausesOnly, receivers: [Receiver(name: "desk")],
            route: Route(receiver: "desk", groupBy: [.province], repeatInterval: interval))
    }
}

extension AlertRules {
    package static let clausesOnly = AlertRules(
        outcomes: [.triggered: .critical, .suspected: .major, .undetermined: .warning, .warning: .warning],
        verdicts: [:], deadline: DayOfYear("12-31"))
}

/// The beginning of the day in China: what is due on a day is due from then on.
package func midnight(before instant: Date) -> Date { ChinaTime.start(of: ChinaTime.day(of: instant)) }

/// Eight in the morning in China, some days after 5 January 2026.
package func day(_ number: Int) -> Date {
    Date(timeIntervalSince1970: 1_767_571_200 + Double(number) * 86_400)
}
