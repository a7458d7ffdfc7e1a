/// What the log says of one alert and one receiver.
struct NotificationHistory {
    /// The last notification that arrived, or may have.
    private(set) var told: LoggedNotification?
    /// Whether ``told`` is an attempt of which the end was never logged.
    var isInDoubt: Bool { pending != nil }
    /// The suppression that is the last word of the log, if one is.
    private(set) var suppressed: LoggedNotification?

    /// Whether the first word on an episode was held back.
    func wasHeldBack(in episode: Int) -> Bool { heldBack == episode }

    /// The last episode of which the first word was held back.
    private var heldBack: Int?
    private var arrived: LoggedNotification?
    private var pending: LoggedNotification?

    /// Takes the next entry, the log being read from its beginning.
    mutating func append(_ entry: LoggedNotification) {
        suppressed = nil
        switch entry.outcome {
        case .attempted:
            // An attempt that was cut off counts as arrived.
            arrived = pending ?? arrived
            pending = entry
        case .sent:
            arrived = entry
            pending = nil
        case .failed:
            pending = nil
        case .suppressed:
            suppressed = entry
            if entry.reason == .first { heldBack = entry.episode }
        }
        told = pending ?? arrived
    }
}

extension NotificationHistory {
    struct Key: Hashable {
        let fingerprint: Fingerprint
        let receiver: String
    }

    /// The histories of a log, oldest entry first.
    static func all(in log: [LoggedNotification]) -> [Key: NotificationHistory] {
        log.reduce(into: [:]) { histories, entry in
            let key = Key(fingerprint: entry.fingerprint, receiver: entry.receiver)
            histories[key, default: NotificationHistory()].append(entry)
        }
    }
}
