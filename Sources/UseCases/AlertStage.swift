package import Alerts
package import Assessment
package import Foundation
package import Reports
internal import Standards
package import Store

/// Plans who is told what of the outcomes, keeps the plan, and delivers it.
///
/// States and attempts are stored in one transaction before anything is sent, results after, so a run that is killed
/// in between sends nothing twice.
package struct AlertStage: Sendable {
    package let store: Store
    package let configuration: AlertsConfiguration
    package let regions: RegionNames

    package init(store: Store, configuration: AlertsConfiguration, regions: RegionNames) {
        self.store = store
        self.configuration = configuration
        self.regions = regions
    }

    /// What is to be sent for these outcomes, by what was sent before. Changes nothing.
    package func plan(_ assessments: [ConsortiumAssessment], now: Date) throws -> AlertPlan {
        let standings = assessments.flatMap { assessment in
            configuration.rules.standings(
                of: assessment, provinceName: regions[assessment.consortium.province],
                page: HTMLReport.dossierPath(of: assessment.consortium.id))
        }
        // Only what this assessment covers: an alert of another year or kind is not held for want of an outcome.
        let covered = Set(assessments.map { [$0.year.description, $0.consortium.kind.rawValue] })
        let previous = try store.alerts(includingResolved: true).map(AlertState.init).filter {
            covered.contains([$0.alert.labels[.year], $0.alert.labels[.kind]])
        }
        return AlertPlan(
            standings: standings, previous: previous, log: try log(), silences: [], configuration: configuration,
            now: now)
    }

    /// Keeps `plan` and delivers what is due.
    /// - Returns: a result for each notification that was to be sent.
    package func deliver(_ plan: AlertPlan) async throws -> [DeliveryResult] {
        try store.save(
            alerts: try plan.states.map(AlertRecord.init),
            notifications: try plan.entriesBeforeDelivery.map(NotificationRecord.init))
        let results = await plan.deliver(to: configuration.channels)
        try store.save(alerts: [], notifications: results.map { try NotificationRecord($0.entry) })
        return results
    }

    /// Every alert that fires, or ever fired.
    package func states(includingResolved: Bool) throws -> [AlertState] {
        try store.alerts(includingResolved: includingResolved).map(AlertState.init)
    }

    private func log() throws -> [LoggedNotification] {
        try store.notifications().map { record in
            try JSONDecoder().decode(LoggedNotification.self, from: Data(record.payload.utf8))
        }
    }
}

// MARK: - As the store keeps them

extension AlertState {
    init(_ record: AlertRecord) throws {
        self = try JSONDecoder().decode(AlertState.self, from: Data(record.payload.utf8))
    }
}

extension AlertRecord {
    init(_ state: AlertState) throws {
        self.init(
            fingerprint: state.id.text, state: state.status.rawValue, raisedAt: state.startsAt,
            changedAt: state.changedAt, resolvedAt: state.endsAt, payload: try JSON.text(state))
    }
}

extension NotificationRecord {
    init(_ entry: LoggedNotification) throws {
        self.init(
            fingerprint: entry.fingerprint.text, receiver: entry.receiver,
            reason: entry.reason.rawValue, at: entry.at, outcome: entry.outcome.rawValue, payload: try JSON.text(entry))
    }
}

private enum JSON {
    /// Keys in order, so that equal values are equal texts.
    static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
