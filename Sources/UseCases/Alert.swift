package import Alerts
internal import Assessment
package import Foundation
internal import Reports
internal import Standards
internal import Store

extension Workspace {
    /// What is to be sent of a year's outcomes, by what was sent before. Changes nothing.
    package func planAlerts(year: String?, configuration file: URL) async throws -> AlertPlan {
        try await alerts(year: year, configuration: file, store: existingStore()).plan
    }

    /// Sends what is due of a year's outcomes, and logs it. The caller holds no lock: the delivery takes it.
    package func deliverAlerts(
        year: String?, configuration file: URL
    ) async throws -> (plan: AlertPlan, results: [DeliveryResult]) {
        let lock = try RunLock.making(folderOf: database)
        defer { withExtendedLifetime(lock) {} }
        let (alerting, plan) = try await alerts(year: year, configuration: file, store: Store(path: database))
        return (plan, try await alerting.deliver(plan))
    }

    private func alerts(
        year: String?, configuration file: URL, store: Store
    ) async throws -> (alerting: Alerting, plan: AlertPlan) {
        let assessing = try await assessment(of: year)
        let (assessor, input) = (assessing.assessor, assessing.input)
        let edition = assessor.rules.edition
        let alerting = try Alerting(
            store: store, configuration: installation.alerts(file, for: edition), edition: edition,
            year: assessor.year, regions: installation.regionNames(),
            isDue: !calendar().isOpen(assessor.year, at: now))
        var situations: [Situation] = []
        try assessor.assess(input, reading: assessing.panels, { alerting.situations(of: $0) }) { situations += $0 }
        return (alerting, try alerting.plan(situations, consortia: input.consortia, now: now))
    }
}

/// Plans who is told what of an edition's outcomes of a year, keeps the plan, and delivers it.
///
/// States and attempts are stored in one transaction before anything is sent, results after, so a run that is killed
/// in between sends nothing twice.
struct Alerting {
    let store: Store
    let configuration: AlertsConfiguration
    let edition: Edition
    let year: ReportingYear
    let regions: RegionNames
    /// Whether the reports of the year are due: see ``AlertRules/situations(of:edition:provinceName:page:isDue:)``.
    let isDue: Bool
    /// The fingerprints of the alerts that earlier runs left, as texts.
    private let known: Set<String>

    init(
        store: Store, configuration: AlertsConfiguration, edition: Edition, year: ReportingYear, regions: RegionNames,
        isDue: Bool
    ) throws {
        self.store = store
        self.configuration = configuration
        self.edition = edition
        self.year = year
        self.regions = regions
        self.isDue = isDue
        known = Set(try store.alerts(edition: edition.id, year: year.value).map(\.fingerprint))
    }

    /// How the clauses of one consortium, and the verdict on it, stand, as far as a plan asks: what does not alert and
    /// never did is left out.
    func situations(of assessment: ConsortiumAssessment) -> [Situation] {
        configuration.rules.situations(
            of: assessment, edition: edition.id, provinceName: regions[assessment.consortium.province],
            page: HTMLReport.dossierPath(of: assessment.consortium.id), isDue: isDue
        ).filter { $0.alert != nil || known.contains($0.fingerprint.text) }
    }

    /// What is to be sent for these situations. An alert of another edition or year is neither held nor resolved; one
    /// on a consortium that the edition is not for ends, and is told once.
    func plan(_ situations: [Situation], consortia: [Consortium], now: Date) throws -> AlertPlan {
        let previous = try store.alerts(edition: edition.id, year: year.value).map(AlertState.init)
        let others = Dictionary(
            consortia.filter { $0.kind != edition.kind }.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let ended = previous.compactMap { state in
            others[state.alert.labels[.consortium]].map { consortium in
                Situation(ending: state, edition: edition.title, for: edition.kind, now: consortium)
            }
        }
        return AlertPlan(
            situations: situations + ended, previous: previous,
            log: try store.notifications(edition: edition.id, year: year.value).map { record in
                try JSONDecoder().decode(LoggedNotification.self, from: Data(record.payload.utf8))
            }, silences: [], configuration: configuration, now: now)
    }

    /// Keeps `plan` and delivers what is due.
    /// - Returns: a result for each notification that was to be sent.
    func deliver(_ plan: AlertPlan) async throws -> [DeliveryResult] {
        try store.save(
            alerts: try plan.states.map(AlertRecord.init),
            notifications: try plan.entriesBeforeDelivery.map(NotificationRecord.init))
        let results = await plan.deliver(to: configuration.channels)
        try store.save(alerts: [], notifications: results.map { try NotificationRecord($0.entry) })
        return results
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
        let labels = state.alert.labels
        self.init(
            fingerprint: state.id.text, edition: labels[.edition], consortium: labels[.consortium],
            clause: labels[.clause], year: Int(labels[.year]), state: state.status.rawValue,
            raisedAt: state.startsAt, changedAt: state.changedAt, resolvedAt: state.endsAt,
            payload: try JSON.text(state))
    }
}

extension NotificationRecord {
    init(_ entry: LoggedNotification) throws {
        self.init(
            fingerprint: entry.fingerprint.text, receiver: entry.receiver, reason: entry.reason.rawValue, at: entry.at,
            outcome: entry.outcome.rawValue, payload: try JSON.text(entry))
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
