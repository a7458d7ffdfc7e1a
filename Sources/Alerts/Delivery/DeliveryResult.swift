/// What became of a notification that was to be sent.
package struct DeliveryResult: Sendable, Hashable {
    package let notification: PlannedNotification
    /// What went wrong, in words for the operator; nil where it was handed over.
    package let failure: String?
    /// What goes into the log.
    package let entry: LoggedNotification

    /// Nil for a notification that was not to be sent.
    init?(_ notification: PlannedNotification, failure: String?) {
        guard let reason = notification.reason else { return nil }
        self.notification = notification
        self.failure = failure
        entry = notification.entry(reason, failure == nil ? .sent : .failed, detail: failure ?? "")
    }
}
