/// Who is told. By what way is written beside it, and another room's concern.
package struct Receiver: Sendable, Hashable {
    package let name: String
    /// Whether it is told of the end of an alert.
    package let sendsResolved: Bool

    /// The keys of a receiver in `alerts.yml` that planning reads.
    package static let keys = ["name", "send_resolved"]

    package init(name: String, sendsResolved: Bool = true) {
        self.name = name
        self.sendsResolved = sendsResolved
    }
}
