import Foundation

/// Prints messages.
struct StandardOutputChannel: Channel {
    let format: Receiver.Format

    func send(_ message: Message) throws {
        try FileHandle.standardOutput.write(contentsOf: Data(format.body(of: message).utf8))
    }
}
