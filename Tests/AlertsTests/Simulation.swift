import Alerts
import Assessment
import Foundation
import Standards

/// Runs one after the other, each with what the last one left: states and log as the store would keep them.
struct Simulation {
    /// What befalls a run.
    enum Mishap: CaseIterable {
        case none
        /// Every receiver fails.
        case failing
        /// The run is killed after the delivery and before its results are logged.
        case cutOff
    }

    var configuration: AlertsConfiguration
    var silences: [Silence] = []
    var states: [AlertState] = []
    var log: [LoggedNotification] = []

    init(_ configuration: AlertsConfiguration = .all) {
        self.configuration = configuration
    }

    /// Plans without leaving anything; `ended` are the ends of alerts that no assessment speaks of any more.
    func plan(_ assessments: [ConsortiumAssessment], ended: [Situation] = [], at now: Date, isDue: Bool = true)
        -> AlertPlan
    {
        AlertPlan(
            situations: assessments.flatMap {
                configuration.rules.situations(
                    of: $0, edition: $0.edition, provinceName: "湖南省", page: "consortium/\($0.consortium.id).html",
                    isDue: isDue)
            } + ended,
            previous: states, log: log, silences: silences, configuration: configuration, workdays: Workdays.weekdaysOnly, now: now)
    }

    @discardableResult
    mutating func run(
        _ assessments: [ConsortiumAssessment], ended: [Situation] = [], at now: Date, mishap: Mishap = .none
    ) async -> AlertPlan {
        let plan = plan(assessments, ended: ended, at: now)
        states = plan.states
        log += plan.entriesBeforeDelivery
        let results = await plan.deliver(to: mishap == .failing ? [:] : configuration.silentChannels)
        if mishap != .cutOff { log += results.map(\.entry) }
        return plan
    }
}

extension AlertPlan {
    /// `16.3 first`, `16.3 suppressed first` …: what is sent and suppressed, not what waits.
    var decisions: [String] {
        notifications.compactMap { notification in
            let clause = notification.state.alert.labels[.clause]
            return switch notification.decision {
            case .send(let reason): "\(clause) \(reason.rawValue)"
            case .suppress(let reason, _): "\(clause) suppressed \(reason.rawValue)"
            case .postpone(let reason, _): "\(clause) postponed \(reason.rawValue)"
            case .tellWith, .wait, .waitInDoubt: nil
            }
        }
    }
}

extension AlertsConfiguration {
    /// Every outcome alerts, no verdict does, and one receiver hears of all, with a reminder a week.
    static let all = all(repeating: 7 * 86_400)

    static func all(repeating interval: TimeInterval) -> AlertsConfiguration {
        AlertsConfiguration(
            rules: .clausesOnly, receivers: [Receiver(name: "desk", kind: .standardOutput, format: .text)],
            route: Route(receiver: "desk", groupBy: [.province], repeatInterval: interval))
    }

    fileprivate var silentChannels: [String: any Channel] {
        Dictionary(uniqueKeysWithValues: receivers.map { ($0.name, SilentChannel()) })
    }
}

extension AlertRules {
    static let clausesOnly = AlertRules(
        outcomes: [.triggered: .critical, .suspected: .major, .undetermined: .warning, .warning: .warning],
        verdicts: [:], deadline: DayOfYear("12-31"))
}

/// Takes everything.
private struct SilentChannel: Channel {
    func send(_ message: Message) async {}
}

/// The beginning of the day in China: what is due on a day is due from then on.
func midnight(before instant: Date) -> Date { ChinaTime.start(of: ChinaTime.day(of: instant)) }

/// Eight in the morning in China, some days after 5 January 2026.
func day(_ number: Int) -> Date {
    Date(timeIntervalSince1970: 1_767_571_200 + Double(number) * 86_400)
}
