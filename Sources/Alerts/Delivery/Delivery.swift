/// What became of a notification that was to be sent.
package struct DeliveryResult: Sendable, Hashable {
    package let notification: PlannedNotification
    /// What went wrong, in words for the operator; nil where it was handed over.
    package let failure: String?
    /// What goes into the log.
    package let entry: LoggedNotification
}

/// Sends those of `planned` that are to be sent, the alerts of one receiver and group in one message, in their order.
///
/// A receiver that fails stops no other. The results are those of the notifications that were to be sent, in the
/// order of `planned` where that is the order of a plan.
package func deliver(
    _ planned: [PlannedNotification], to channels: [String: any Channel]
) async -> [DeliveryResult] {
    var results: [DeliveryResult] = []
    for message in Message.all(of: planned) {
        let failure = await message.send(to: channels[message.receiver])
        results += message.notifications.compactMap { notification in
            notification.reason.map { reason in
                DeliveryResult(
                    notification: notification, failure: failure,
                    entry: notification.entry(reason, failure == nil ? .sent : .failed, detail: failure ?? ""))
            }
        }
    }
    return results
}

extension Message {
    /// Nil, or why it failed.
    fileprivate func send(to channel: (any Channel)?) async -> String? {
        guard let channel else { return "没有名为“\(receiver)”的接收者" }
        do {
            try await channel.send(self)
            return nil
        } catch {
            return "\(error)"
        }
    }
}
