internal import Foundation
internal import GRDB

extension Store {
    /// Alerts that are not resolved, or all that ever were, by fingerprint; of one edition and year where they are given,
    /// so that a plan need not read the history of all.
    package func alerts(
        edition: String? = nil, year: Int? = nil, includingResolved: Bool = false
    ) throws -> [AlertRecord] {
        var scope = Scope(edition, year)
        if !includingResolved { scope.add("(resolved_at IS NULL) = ?", true) }
        return try read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM alert WHERE \(scope.condition) ORDER BY fingerprint",
                arguments: scope.arguments
            ).map(AlertRecord.init)
        }
    }

    /// One alert; nil where there is none of that fingerprint.
    package func alert(_ fingerprint: String) throws -> AlertRecord? {
        try read { db in
            try Row.fetchOne(db, sql: "SELECT * FROM alert WHERE fingerprint = ?", arguments: [fingerprint])
                .map(AlertRecord.init)
        }
    }

    /// The notifications sent, in the order they were logged; of one alert where its fingerprint is given, of the alerts
    /// of one edition and year where these are.
    package func notifications(
        of fingerprint: String? = nil, edition: String? = nil, year: Int? = nil
    ) throws -> [NotificationRecord] {
        var notifications: [NotificationRecord] = []
        try visitNotifications(of: fingerprint, edition: edition, year: year) { notifications.append($0) }
        return notifications
    }

    /// Hands over the same one by one: a log of many nights need not stand in memory.
    package func visitNotifications(
        of fingerprint: String? = nil, edition: String? = nil, year: Int? = nil,
        _ take: (NotificationRecord) throws -> Void
    ) throws {
        var scope = Scope(edition, year)
        if let fingerprint { scope.add("alert.fingerprint = ?", fingerprint) }
        try read { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT notification_log.* FROM alert
                    JOIN notification_log ON notification_log.fingerprint = alert.fingerprint
                    WHERE \(scope.condition) ORDER BY notification_log.id
                    """, arguments: scope.arguments)
            while let row = try rows.next() {
                try take(
                    NotificationRecord(
                        fingerprint: row["fingerprint"], receiver: row["receiver"], reason: row["reason"],
                        at: try Date(storeText: row["at"]), outcome: row["outcome"], payload: row["payload"]))
            }
        }
    }

    /// Which alerts are asked for, without asking of every row whether an argument is there: then no index would serve.
    private struct Scope {
        private var conditions = ["TRUE"]
        private(set) var arguments = StatementArguments()

        init(_ edition: String?, _ year: Int?) {
            if let edition { add("alert.edition = ?", edition) }
            // What is of no year stands in every year.
            if let year { add("(alert.year = ? OR alert.year IS NULL)", year) }
        }

        mutating func add(_ condition: String, _ value: some DatabaseValueConvertible) {
            conditions.append(condition)
            arguments += [value]
        }

        var condition: String { conditions.joined(separator: " AND ") }
    }

    /// Keeps alerts as they now are, adds to the log, and puts messages into the outbox, in one transaction: what the log
    /// says is queued is there to be sent.
    /// - Parameter write: hands over the records one by one, so that those of a night need not stand in memory.
    package func saveAlerts(_ write: (AlertWriter) throws -> Void) throws {
        try self.write { db in try write(AlertWriter(db: db)) }
    }

    /// The same of a few.
    package func save(
        alerts: [AlertRecord], transitions: [AlertTransitionRecord] = [], notifications: [NotificationRecord] = [],
        messages: [OutboxEntry] = []
    ) throws {
        try saveAlerts { writer in
            for alert in alerts { try writer.keep(alert) }
            for transition in transitions { try writer.append(transition) }
            for notification in notifications { try writer.append(notification) }
            for message in messages { try writer.queue(message) }
        }
    }
}

extension AlertRecord {
    fileprivate init(row: Row) throws {
        self.init(
            fingerprint: row["fingerprint"], edition: row["edition"], consortium: row["consortium"],
            clause: row["clause"], year: row["year"], state: row["state"],
            raisedAt: try Date(storeText: row["raised_at"]), changedAt: try Date(storeText: row["changed_at"]),
            resolvedAt: try (row["resolved_at"] as String?).map { try Date(storeText: $0) }, payload: row["payload"])
    }
}
