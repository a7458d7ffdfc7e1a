/// What one delivery did.
package struct DeliveryReport: Sendable {
    /// Messages that arrived.
    package internal(set) var sent = 0
    /// The alerts that they told.
    package internal(set) var alerts = 0
    /// Of the messages that arrived, those that may have arrived before.
    package internal(set) var doubtful = 0
    /// Messages that wait for another attempt, or for the limits of a service.
    package internal(set) var waiting = 0
    /// Messages that were given up.
    package internal(set) var dead = 0
    /// Why attempts came to nothing: a line each, for the operator.
    package internal(set) var failures: [String] = []
    /// That another process is sending; this one left it to that.
    package internal(set) var isLeftToAnother = false

    /// Takes in what was sent by another configuration. What waits, waits in one outbox.
    mutating func add(_ other: DeliveryReport) {
        sent += other.sent
        alerts += other.alerts
        doubtful += other.doubtful
        waiting = max(waiting, other.waiting)
        dead += other.dead
        failures += other.failures
        isLeftToAnother = isLeftToAnother || other.isLeftToAnother
    }

    /// Nothing but good news of a kind that needs no sentence.
    package var isPlain: Bool { doubtful == 0 && waiting == 0 && dead == 0 && !isLeftToAnother }

    /// `发送：送达 3 条消息（其中 1 条可能重复），1 条待重试，1 条不再重试`
    package var sentence: String {
        if isLeftToAnother { return "发送：另一个进程正在发送，本次的消息由它一并送出或留待下次" }
        var parts = ["送达 \(sent) 条消息" + (doubtful > 0 ? "（其中 \(doubtful) 条可能重复）" : "")]
        if waiting > 0 { parts.append("\(waiting) 条待发（见 alert --outbox）") }
        if dead > 0 { parts.append("\(dead) 条不再重试（见 alert --dead）") }
        return "发送：" + parts.joined(separator: "，")
    }

    /// As the record of a run keeps it.
    var counts: [String: Int] { ["sent": alerts, "messages": sent, "failed": failures.count] }
}
