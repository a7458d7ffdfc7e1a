package import Alerts
internal import Assessment
internal import Delivery
package import Foundation
internal import Reports
internal import Standards
internal import Store

extension Workspace {
    /// What is to be sent of a year's outcomes, by what was sent before. Changes nothing.
    package func planAlerts(year: String?, configuration file: URL) async throws -> AlertPlan {
        try await alerts(year: year, configuration: file, store: existingStore()).plan
    }

    /// Queues what is due of a year's outcomes, and sends all that waits. The caller holds no lock.
    ///
    /// Where no year is asked for, what is due under the editions of all pipelines that have run and alert by the same
    /// file: what waits for working hours was planned by the runs of them all.
    package func deliverAlerts(
        year: String?, configuration file: URL
    ) async throws -> (plans: [AlertPlan], report: DeliveryReport) {
        let lock = try RunLock.making(folderOf: database)
        defer { withExtendedLifetime(lock) {} }
        let (alerting, plan) = try await alerts(year: year, configuration: file, store: Store(path: database))
        try alerting.keep(plan)
        var plans = [plan]
        let others = year == nil ? installation.editions(alertedBy: file).subtracting([edition]) : []
        for other in others.intersection(try alerting.store.editionsRun()).sorted() {
            let (alerting, plan) = try await of(edition: other).alerts(
                year: nil, configuration: file, store: alerting.store)
            try alerting.keep(plan)
            plans.append(plan)
        }
        return (
            plans,
            try await deliver(
                alerting.store, of: editions(alertedBy: file), by: alerting.configuration)
        )
    }

    /// The same by every alerts file of the pipelines at hand, each for the editions that it tells the alerts of.
    package func deliverAlerts(year: String?) async throws -> (plans: [AlertPlan], report: DeliveryReport) {
        var plans: [AlertPlan] = []
        var report = DeliveryReport()
        for (file, edition) in installation.alertsFiles(preferring: edition) {
            let told = try await of(edition: edition).deliverAlerts(year: year, configuration: file)
            plans += told.plans
            report.add(told.report)
        }
        return (plans, report)
    }

    /// The same place under another edition.
    func of(edition: String) -> Workspace {
        Workspace(
            installation: installation, database: database, edition: edition, now: now, stillness: stillness,
            environment: environment)
    }

    private func alerts(
        year: String?, configuration file: URL, store: Store
    ) async throws -> (alerting: Alerting, plan: AlertPlan) {
        let assessing = try await assessment(of: year)
        let (assessor, input) = (assessing.assessor, assessing.input)
        let edition = assessor.rules.edition
        let alerting = try Alerting(
            store: store, configuration: installation.alerts(file, for: edition), edition: edition,
            year: assessor.year, calendar: calendar(), workdays: installation.workdays(),
            regions: installation.regionNames(), now: now)
        var situations: [Situation] = []
        try assessor.assess(input, reading: assessing.panels, { alerting.situations(of: $0) }) { situations += $0 }
        let reports = try Timekeeping(edition: edition, calendar: alerting.calendar).records(
            of: input.consortia, year: alerting.year, in: store.snapshot(edition: edition))
        let past = try alerting.pastAlerts(by: assessor.rules)
        let programme = try programmeReport(input, assessing.panels, of: edition, year: assessor.year)?.results ?? []
        return (
            alerting,
            try alerting.plan(
                situations, consortia: input.consortia, registers: input.registers, reports: reports, past: past,
                programme: programme)
        )
    }
}

/// Plans who is told what of an edition's outcomes of a year, and keeps the plan: states, log and messages in one
/// transaction. From there the messages are sent, by this process or another.
struct Alerting {
    let store: Store
    let configuration: DeliveryConfiguration
    let edition: Edition
    let year: ReportingYear
    let calendar: ReportingCalendar
    let workdays: Workdays
    let regions: RegionNames
    let now: Date
    /// The fingerprints of the alerts that earlier runs left, as texts.
    private let known: Set<String>

    init(
        store: Store, configuration: DeliveryConfiguration, edition: Edition, year: ReportingYear,
        calendar: ReportingCalendar, workdays: Workdays, regions: RegionNames, now: Date
    ) throws {
        self.store = store
        self.configuration = configuration
        self.edition = edition
        self.year = year
        self.calendar = calendar
        self.workdays = workdays
        self.regions = regions
        self.now = now
        known = Set(
            try store.alerts(edition: edition.id, year: year.value, includingResolved: true).map(\.fingerprint))
    }

    /// Whether the reports of the year are due: see ``AlertRules/situations(of:edition:provinceName:page:isDue:)``.
    private var isDue: Bool { !calendar.isOpen(year, at: now) }

    var watch: DutyWatch {
        DutyWatch(
            rules: configuration.alerts.rules, edition: edition, year: year, calendar: calendar, workdays: workdays,
            regions: regions, now: now)
    }

    /// How the clauses of one consortium, the verdict on it and its cases stand, as far as a plan asks: what does not
    /// alert and never did is left out.
    func situations(of assessment: ConsortiumAssessment) -> [Situation] {
        let clauses = configuration.alerts.rules.situations(
            of: assessment, edition: edition.id, provinceName: regions[assessment.consortium.province],
            page: HTMLReport.dossierPath(of: assessment.consortium.id), isDue: isDue,
            note: isDue ? nil : "报送期至\(calendar.deadline(for: year).inChinese)，此前的结果为暂定。")
        return (clauses + watch.cases(of: assessment) + watch.quarters(of: assessment)).filter {
            $0.alert != nil || known.contains($0.fingerprint.text)
        }
    }

    /// What is to be sent for these situations. An alert of another edition or year is neither held nor resolved; one
    /// on a consortium that the edition is not for ends, and is told once.
    ///
    /// - Parameters:
    ///   - registers: of the snapshot that was assessed.
    ///   - reports: how the reports of the year came.
    ///   - programme: what is asked of the programme, and what has become of it.
    ///   - past: the alerts of earlier years that fire; they are told in the same messages.
    func plan(
        _ situations: [Situation], consortia: [Consortium], registers: Registers, reports: [ReportRecord],
        past: PastAlerts = .none, programme: [[ProgrammeResult]] = []
    ) throws -> AlertPlan {
        // Those that are over come along: an end may wait for working hours or a silence, and what fires again is told anew.
        let previous =
            try store.alerts(edition: edition.id, year: year.value, includingResolved: true).map(AlertState.init)
            + past.states
        let situations = situations + past.situations
        let earlier = Set(previous.map(\.id))
        let duties =
            try
            (dutySituations(consortia, registers, reports) + watch.programme(programme.joined())
            + watch.publications(programme.joined(), consortia)).filter {
                $0.alert != nil || earlier.contains($0.fingerprint)
            }
        let known = Set(duties.map(\.fingerprint)).union(situations.map(\.fingerprint))
        let lapsed = previous.filter { $0.isDuty && !known.contains($0.id) }.map {
            Situation(fingerprint: $0.id, alert: nil, text: "该事项不再需要办理。")
        }
        let others = Dictionary(
            consortia.filter { $0.kind != edition.kind }.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let ended = previous.compactMap { state in
            others[state.alert.labels[.consortium]].map { consortium in
                Situation(ending: state, edition: edition.title, for: edition.kind, now: consortium)
            }
        }
        return AlertPlan(
            situations: situations + duties + ended + lapsed, previous: previous,
            histories: try histories(past), silences: try store.activeSilences(at: now),
            configuration: configuration.alerts, workdays: workdays, now: now)
    }

    private func histories(_ past: PastAlerts) throws -> NotificationHistories {
        let decoder = JSONDecoder()
        var histories = NotificationHistories()
        try store.visitNotifications(edition: edition.id, year: year.value) { record in
            histories.append(try decoder.decode(LoggedNotification.self, from: Data(record.payload.utf8)))
        }
        past.log.forEach { histories.append($0) }
        return histories
    }

    /// How all duties stand that are not seen in one assessment.
    private func dutySituations(
        _ consortia: [Consortium], _ registers: Registers, _ reports: [ReportRecord]
    ) throws -> [Situation] {
        let registers = edition.filings.isEmpty ? Registers() : registers
        return watch.reports(reports) + watch.tasks() + watch.filings(reports, registers)
            + watch.ledgers(reports, registers.tasks)
            + watch.files(try store.submissions(), consortia: consortia)
            + watch.operations(configuration.alerts.operations, runs: try store.runs(limit: 20), database: store.path)
    }

    /// Keeps `plan`, and puts what is due into the outbox.
    func keep(_ plan: AlertPlan) throws {
        try store.saveAlerts { writer in
            for state in plan.states { try writer.keep(AlertRecord(state)) }
            for transition in plan.transitions { try writer.append(AlertTransitionRecord(transition)) }
            for entry in plan.entriesBeforeDelivery { try writer.append(NotificationRecord(entry)) }
            try plan.eachParcel(by: configuration.ways) { try writer.queue(OutboxEntry($0)) }
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
        let labels = state.alert.labels
        self.init(
            fingerprint: state.id.text, edition: labels[.edition], consortium: labels[.consortium],
            clause: labels[.clause], year: Int(labels[.year]), state: state.status.rawValue,
            raisedAt: state.startsAt, changedAt: state.changedAt, resolvedAt: state.endsAt,
            payload: try AlertJSON.text(state))
    }
}

extension AlertTransitionRecord {
    init(_ transition: AlertTransition) throws {
        self.init(
            fingerprint: transition.fingerprint.text, at: transition.at, kind: transition.kind.rawValue,
            payload: try AlertJSON.text(transition))
    }
}

extension NotificationRecord {
    init(_ entry: LoggedNotification) throws {
        self.init(
            fingerprint: entry.fingerprint.text, receiver: entry.receiver, reason: entry.reason.rawValue, at: entry.at,
            outcome: entry.outcome.rawValue, payload: try AlertJSON.text(entry))
    }
}

extension OutboxEntry {
    init(_ parcel: QueuedParcel) throws {
        self.init(
            key: parcel.key, messageID: parcel.messageID, receiver: parcel.receiver, channel: parcel.channel,
            content: try AlertJSON.text(parcel.content), plannedAt: parcel.at, dueAt: parcel.at,
            alerts: try parcel.alerts.map(NotificationRecord.init),
            attachments: parcel.attachments.map { Attachment(name: $0.name, type: $0.type, bytes: $0.bytes) })
    }
}

enum AlertJSON {
    /// Keys in order, so that equal values are equal texts.
    static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
