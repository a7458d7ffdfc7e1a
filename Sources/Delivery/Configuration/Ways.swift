/// The ways to all receivers, by name.
package struct Ways: Sendable {
    private let channels: [String: any Channel]

    package init(_ channels: [String: any Channel]) {
        self.channels = channels
    }

    package subscript(receiver: String) -> (any Channel)? { channels[receiver] }

    /// Of all receivers, in the order of their names; one that several share once.
    package var secrets: [Secret] {
        var seen: Set<Secret> = []
        return channels.sorted { $0.key < $1.key }.flatMap(\.value.secrets).filter { seen.insert($0).inserted }
    }
}
