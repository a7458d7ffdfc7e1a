/// The ways to all receivers, by name.
package struct Ways: Sendable {
    private let channels: [String: any Channel]

    package init(_ channels: [String: any Channel]) {
        self.channels = channels
    }

    package subscript(receiver: String) -> (any Channel)? { channels[receiver] }

    /// Of all receivers, in the order of their names.
    package var secrets: [Secret] {
        channels.sorted { $0.key < $1.key }.flatMap(\.value.secrets)
    }
}
