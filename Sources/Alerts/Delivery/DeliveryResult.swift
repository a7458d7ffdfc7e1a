/// What became of a notification that was to be sent.
package struct DeliveryResult: Sendable, Hashable {
    package let notification: PlannedNotification
    /// What went wrong, in words for the operator; nil where it was handed over.
    package let failure: String?
    /// What goes into the log.
    package let entry: LoggedNotification

    init(_ notification: PlannedNotification, reason: NotificationReason, failure: String?) {
        self.notification = notification
        self.failure = failure
        entry = notification.entry(reason, failure == nil ? .sent : .failed, detail: failure ?? "")
    }
}
