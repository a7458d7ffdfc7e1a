/// What the log says of one alert and one receiver.
struct NotificationHistory {
    /// The last notification that arrived, or may have, or waits to be sent.
    private(set) var told: LoggedNotification?
    /// Whether ``told`` is an attempt of which the end was never logged.
    var isInDoubt: Bool { pending.last?.outcome == .attempted }
    /// Whether ``told`` waits in the outbox.
    var isQueued: Bool { pending.last?.outcome == .queued }
    /// The last suppression, if nothing was queued since.
    private(set) var suppressed: LoggedNotification?

    /// Whether the first word on an episode was held back.
    func wasHeldBack(in episode: Int) -> Bool { heldBack == episode }

    /// The last episode of which the first word was held back.
    private var heldBack: Int?
    private var arrived: LoggedNotification?
    /// What is not done with, in the order in which it is sent.
    private var pending: [LoggedNotification] = []

    /// Takes the next entry, the log being read from its beginning.
    mutating func append(_ entry: LoggedNotification) {
        switch entry.outcome {
        case .attempted, .queued:
            suppressed = nil
            // An attempt that was cut off counts as arrived.
            if let cutOff = pending.last, cutOff.outcome == .attempted { arrived = pending.removeLast() }
            pending.append(entry)
        case .sent:
            arrived = entry
            settle(entry)
        case .failed:
            settle(entry)
        case .suppressed:
            suppressed = entry
            if entry.reason == .first { heldBack = entry.episode }
        }
        told = pending.last ?? arrived
    }

    /// What `end` is the end of is no longer pending.
    private mutating func settle(_ end: LoggedNotification) {
        let own = pending.firstIndex {
            $0.episode == end.episode && $0.reason == end.reason && $0.content == end.content
        }
        if let index = own ?? pending.indices.first { pending.remove(at: index) }
    }
}
