extension Receiver {
    /// The way to this receiver.
    package var channel: any Channel {
        switch kind {
        case .standardOutput: StandardOutputChannel(format: format)
        case .file(let path): FileChannel(path: path, format: format)
        }
    }
}

extension Receiver.Format {
    /// The message as it is written.
    func body(of message: Message) throws -> String {
        switch self {
        case .text: message.text
        case .ndjson: try message.ndjson()
        }
    }
}

extension AlertsConfiguration {
    /// The ways to all receivers, by name.
    package var channels: [String: any Channel] {
        Dictionary(receivers.map { ($0.name, $0.channel) }, uniquingKeysWith: { first, _ in first })
    }
}
