extension AlertPlan {
    /// Sends what is to be sent, the alerts of one receiver and group in one message, one message after the other.
    ///
    /// A receiver that fails stops no other. There is a result for each notification that was to be sent.
    ///
    /// - Parameter channels: the ways to the receivers, by name; ``AlertsConfiguration/channels``.
    package func deliver(to channels: [String: any Channel]) async -> [DeliveryResult] {
        var results: [DeliveryResult] = []
        for message in Message.all(of: notifications) {
            let failure = await message.failure(sendingTo: channels[message.receiver])
            results += message.notifications.compactMap { DeliveryResult($0, failure: failure) }
        }
        return results
    }
}

extension Message {
    /// Sends the message; nil, or why it failed.
    fileprivate func failure(sendingTo channel: (any Channel)?) async -> String? {
        guard let channel else { return "未配置名为“\(receiver)”的接收者" }
        do {
            try await channel.send(self)
            return nil
        } catch {
            return "\(error)"
        }
    }
}
