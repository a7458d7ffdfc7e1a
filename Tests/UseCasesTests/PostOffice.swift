import Alerts
import AlertsTestSupport
import Assessment
import Configuration
import Delivery
import Foundation
import Reports
import Standards
import Store
import Synchronization
import TestSupport

@testable import UseCases

/// A store with an outbox, a configuration, and a clock that only waiting moves on.
final class PostOffice {
    private let folder: TemporaryFolder
    let store: Store
    var configuration: DeliveryConfiguration
    var environment: [String: String] = [:]
    private(set) var now: Date
    private(set) var pauses: [TimeInterval] = []
    let edition: Edition

    init(_ configuration: DeliveryConfiguration, at now: Date = day(0)) throws {
        folder = try TemporaryFolder()
        store = try Store(path: folder.url.appending(path: "monitor.sqlite").path)
        edition = try Self.trial.get()
        self.configuration = configuration
        self.now = now
    }

    private static let trial = Result { try Edition.load(from: Repository.trialStandard, digest: { _ in "" }) }

    var database: String { store.path }

    func wait(_ seconds: TimeInterval) { now += seconds }

    /// Plans what these outcomes give and keeps the plan, as a run does.
    @discardableResult
    func plan(_ assessments: [ConsortiumAssessment]) throws -> AlertPlan {
        let alerting = try Alerting(
            store: store, configuration: configuration, edition: edition, year: assessedYear, calendar: .usual,
            workdays: .weekdaysOnly, regions: RegionNames([:]), now: now)
        let plan = try alerting.plan(
            assessments.flatMap(alerting.situations), consortia: assessments.map(\.consortium), registers: Registers(),
            reports: [])
        try alerting.keep(plan)
        return plan
    }

    /// One message for each of so many consortia, where the configuration groups by consortium.
    @discardableResult
    func plan(_ count: Int, outcome: ClauseOutcome = .triggered) throws -> AlertPlan {
        try plan(
            (1...count).map {
                .synthetic([.synthetic(outcome)], of: .synthetic("C" + String("\(1000 + $0)".dropFirst())))
            })
    }

    /// Sends what is due, as another process would.
    @discardableResult
    func deliver(
        fraction: Double = 1, of editions: Set<String>? = nil, by other: DeliveryConfiguration? = nil
    ) async throws -> DeliveryReport {
        try await Dispatch(
            store: store, configuration: other ?? configuration, editions: editions,
            vault: SecretVault(environment: environment),
            clock: { self.now }, fraction: { fraction },
            pause: { seconds in
                self.pauses.append(seconds)
                self.now += seconds
            }
        ).run()
    }

    /// `1 sent`, `2 retry` …
    func states() throws -> [String] {
        try store.outbox(Set(OutboxRecord.State.allCases), includingReplaced: true).map {
            "\($0.id) \($0.state.rawValue)"
        }
    }

    /// The outcomes of the log, oldest first.
    func log() throws -> [String] { try store.notifications().map(\.outcome) }
}

/// A channel that does as it is told and notes what it was given.
final class ScriptedChannel: Channel {
    static let kind = "scripted"
    static let keys: [String] = []

    private struct State {
        var outcomes: [Outcome] = []
        var parcels: [(Parcel, Date)] = []
    }

    private let state = Mutex(State())
    let limits: [RateLimit]
    private let name: String
    /// Called while a parcel is in hand, before and after the last byte.
    nonisolated(unsafe) var meanwhile: (_ isFinishing: Bool) throws -> Void = { _ in }

    init(limits: [RateLimit] = [], account: String = "") {
        self.limits = limits
        name = account
    }

    convenience init(_ fields: YAMLFields) { self.init() }

    func answer(_ outcomes: Outcome...) { state.withLock { $0.outcomes += outcomes } }

    /// The keys of what was sent, and when.
    var sent: [(parcel: Parcel, at: Date)] { state.withLock { $0.parcels.map { ($0.0, $0.1) } } }

    func account(_ vault: SecretVault) throws(SecretError) -> String { name }

    func drafts(of message: Message) throws -> [Draft] {
        [
            Draft(
                subject: "\(message.notifications.count)", body: message.text,
                alerts: message.notifications.compactMap(\.entryBeforeDelivery))
        ]
    }

    func send(_ parcel: Parcel, _ session: Session) -> Outcome {
        do {
            try meanwhile(false)
            try session.willFinish()
            try meanwhile(true)
        } catch {
            return .failed("\(error)", after: nil)
        }
        return state.withLock { state in
            state.parcels.append((parcel, session.now))
            return state.outcomes.isEmpty ? .sent : state.outcomes.removeFirst()
        }
    }
}

extension DeliveryConfiguration {
    /// Scripted receivers that are all told of everything, a message for each consortium.
    static func scripted(
        _ channels: [String: ScriptedChannel], _ change: (inout DeliveryPolicy) -> Void = { _ in }
    ) throws -> DeliveryConfiguration {
        let names = channels.keys.sorted()
        var policy = DeliveryPolicy()
        change(&policy)
        let route = Route(
            receiver: names[0], groupBy: [.consortium], repeatInterval: 7 * 86_400,
            routes: names.map {
                Route(receiver: $0, groupBy: [.consortium], repeatInterval: 7 * 86_400, continues: true)
            })
        return DeliveryConfiguration(
            alerts: AlertsConfiguration(
                rules: .clausesOnly, receivers: names.map { Receiver(name: $0) }, route: route),
            ways: Ways(channels), policy: policy)
    }
}
