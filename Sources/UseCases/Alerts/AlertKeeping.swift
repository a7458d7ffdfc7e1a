package import Alerts
package import Foundation
internal import Review
internal import Safekeeping
internal import Standards
internal import Store

/// What a person does about alerts: takes one on, has some kept quiet for a time, asks for the history of one.
extension Workspace {
    /// Notes that a person deals with an alert: no reminders are sent until `until`, or until it changes.
    /// - Parameters:
    ///   - actors: the list of people; nil for `pipelines/actors.yml`.
    ///   - identities: files of the keys that the person signs with.
    /// - Throws: ``Failure`` where the person may not, no such alert fires, or the date has passed.
    package func acknowledge(
        _ id: String, by: String, until: Date?, comment: String, actors: String? = nil, identities: [String] = []
    ) throws -> AlertState {
        try until.map { try checkIsAhead($0, "--until") }
        let lock = try RunLock.making(folderOf: database)
        defer { withExtendedLifetime(lock) {} }
        let store = try Store(path: database)
        let state = try alert(id, in: store)
        let right = try QuietRight(self, store, actors: actors)
        try right.check(state, by: by)
        let acknowledgement = Acknowledgement(by: by, at: now, until: until, comment: comment)
        guard let next = state.acknowledged(acknowledgement) else {
            throw Failure(.configuration, "告警 \(id.shellWord) 已解除，不需确认。")
        }
        func transition(_ signature: String?) -> AlertTransition {
            AlertTransition(
                fingerprint: state.id, at: now, kind: .acknowledged, text: comment, by: by, until: until,
                signature: signature)
        }
        let transition = transition(
            try Signatures(right.permission.actors).signed(
                SignedDecision(transition(nil)), by: by, with: identities))
        try store.save(alerts: [AlertRecord(next)], transitions: [AlertTransitionRecord(transition)])
        return next
    }

    /// Keeps the alerts that all `matchers` match quiet until a moment. Their lifecycle goes on.
    /// - Throws: ``Failure`` where a matcher cannot be read, the end has passed, or the person may not.
    package func addSilence(
        _ matchers: [String], until: Date, by: String, comment: String, actors: String? = nil,
        identities: [String] = []
    ) throws -> Silence {
        try checkIsAhead(until, "--until")
        let read = try matchers.map { text in
            do throws(MatcherError) { return try Matcher(text) } catch {
                throw Failure(.configuration, "匹配条件有误：\(error.expected)，\(error.found)。\(error.remedy)。")
            }
        }
        let lock = try RunLock.making(folderOf: database)
        defer { withExtendedLifetime(lock) {} }
        let store = try Store(path: database)
        let right = try QuietRight(self, store, actors: actors)
        try right.check(read, by: by)
        func silence(_ id: Int, _ signature: String?) -> Silence {
            Silence(
                id: "S\(id)", matchers: read, from: now, until: until, by: by, comment: comment, signature: signature)
        }
        let signature = try Signatures(right.permission.actors).signed(
            SignedDecision(silence(0, nil)), by: by, with: identities)
        return silence(try store.addSilence(at: now) { try AlertJSON.text(silence($0, signature)) }, signature)
    }

    /// The silences, those that are over only where `includingPast`.
    package func silences(includingPast: Bool) throws -> [SilenceLine] {
        try existingStore().silences().map(SilenceLine.init).filter { includingPast || $0.isActive(at: now) }
    }

    /// Ends a silence before its time.
    /// - Throws: ``Failure`` where there is none of that name, it is over, or the person could not have made it.
    package func expireSilence(
        _ id: String, by: String, actors: String? = nil, identities: [String] = []
    ) throws {
        let lock = try RunLock.making(folderOf: database)
        defer { withExtendedLifetime(lock) {} }
        let store = try Store(path: database)
        guard let record = try store.silences().first(where: { "S\($0.id)" == id }) else {
            throw Failure(.configuration, "没有编号为“\(id)”的静默。请用 silence list --all 查看。")
        }
        let line = try SilenceLine(record)
        guard line.isActive(at: now) else {
            throw Failure(.configuration, "静默 \(id) 已经结束。")
        }
        let right = try QuietRight(self, store, actors: actors)
        try right.check(line.silence.matchers, by: by)
        let signature = try Signatures(right.permission.actors).signed(
            SignedDecision(endOf: id, by: by, at: now), by: by, with: identities)
        try store.expireSilence(record.id, at: now, by: by, signature: signature)
    }

    /// Everything that happened to one alert, and who was told what, or was not, and why; oldest first.
    /// - Throws: ``Failure`` where there is no such alert.
    package func alertHistory(_ id: String) throws -> (state: AlertState, events: [AlertEvent]) {
        let store = try existingStore()
        let state = try alert(id, in: store)
        let transitions = try store.transitions(of: id).map { record in
            AlertEvent(try JSONDecoder().decode(AlertTransition.self, from: Data(record.payload.utf8)))
        }
        let notifications = try store.notifications(of: id).map { record in
            AlertEvent(try JSONDecoder().decode(LoggedNotification.self, from: Data(record.payload.utf8)))
        }
        // What a run found comes before what it told of it.
        let events = (transitions + notifications).enumerated().sorted {
            ($0.element.at, $0.offset) < ($1.element.at, $1.offset)
        }
        return (state, events.map(\.element))
    }

    private func alert(_ id: String, in store: Store) throws -> AlertState {
        guard let record = try store.alert(id) else {
            throw Failure(
                .configuration, "没有编号为“\(id)”的告警。编号如 \(edition)/C001/16.3/2025，见告警正文的“编号”。")
        }
        return try AlertState(record)
    }

    private func checkIsAhead(_ date: Date, _ option: String) throws {
        guard date > now else { throw Failure(.configuration, "\(option) 应晚于现在，读到 \(ChinaTime.minute(date))。") }
    }
}

/// A silence, and how it ended where it was ended early.
package struct SilenceLine: Sendable {
    package let silence: Silence
    /// When and by whom it was ended.
    package let expired: (at: Date, by: String, signature: String?)?

    init(_ record: SilenceRecord) throws {
        silence = try JSONDecoder().decode(Silence.self, from: Data(record.payload.utf8))
        expired = record.expired.map { ($0.at, $0.by, $0.signature) }
    }

    package func isActive(at now: Date) -> Bool { expired == nil && silence.isActive(at: now) }
}

/// Something that happened to an alert, or was told of it.
package struct AlertEvent: Sendable, Hashable {
    package let at: Date
    /// 开始告警, 已送达 …
    package let title: String
    package let text: String

    init(_ transition: AlertTransition) {
        at = transition.at
        title = transition.kind.title
        text = [transition.by, transition.text].filter { !$0.isEmpty }.joined(separator: "：")
    }

    init(_ entry: LoggedNotification) {
        at = entry.at
        title = "\(entry.outcome.title)（\(entry.reason.title)）"
        text = [entry.receiver, entry.detail].filter { !$0.isEmpty }.joined(separator: "：")
    }
}

extension Store {
    /// The silences that hold at `now`.
    func activeSilences(at now: Date) throws -> [Silence] {
        try silences().map(SilenceLine.init).filter { $0.isActive(at: now) }.map(\.silence)
    }
}
