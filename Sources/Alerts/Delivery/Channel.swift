/// A way to reach a receiver. A kind of receiver is added by a conforming type and a case of ``Receiver/Kind``.
package protocol Channel: Sendable {
    /// Hands `message` over whole; throws where it could not, and then nothing of it was.
    func send(_ message: Message) async throws
}
