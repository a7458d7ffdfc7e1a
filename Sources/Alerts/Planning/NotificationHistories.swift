/// What a log of notifications says of every alert and receiver, taken in entry by entry, oldest first: as much as there are
/// alerts and receivers, however many nights the log has.
package struct NotificationHistories {
    private struct Key: Hashable {
        let fingerprint: Fingerprint
        let receiver: String
    }

    private var histories: [Key: NotificationHistory] = [:]

    package init() {}

    package init(_ log: [LoggedNotification]) {
        log.forEach { append($0) }
    }

    /// Takes the next entry.
    package mutating func append(_ entry: LoggedNotification) {
        histories[Key(fingerprint: entry.fingerprint, receiver: entry.receiver), default: NotificationHistory()]
            .append(entry)
    }

    /// Empty where the log says nothing of the two.
    func history(of fingerprint: Fingerprint, for receiver: String) -> NotificationHistory {
        histories[Key(fingerprint: fingerprint, receiver: receiver)] ?? NotificationHistory()
    }
}
