internal import Alerts
internal import Foundation
internal import Review
internal import Standards

/// What is signed of alerts. Instants are written as the store keeps them, so that they are the same when they are read.
extension SignedDecision {
    /// An acknowledgement.
    init(_ acknowledged: AlertTransition) {
        self.init(
            "acknowledgement", called: "确认",
            [
                ("alert", acknowledged.fingerprint.text), ("at", Self.text(acknowledged.at)), ("by", acknowledged.by),
                ("until", acknowledged.until.map(Self.text)), ("comment", acknowledged.text),
            ])
    }

    /// A silence, but for its number, which it gets when it is kept.
    init(_ silence: Silence) {
        self.init(
            "silence", called: "静默",
            [
                ("matchers", silence.matchers.map(\.description).joined(separator: " ")),
                ("from", Self.text(silence.from)), ("until", Self.text(silence.until)), ("by", silence.by),
                ("comment", silence.comment),
            ])
    }

    init(endOf silence: String, by: String, at: Date) {
        self.init(
            "silence-end", called: "静默的结束", [("silence", silence), ("at", Self.text(at)), ("by", by)])
    }

    private static func text(_ date: Date) -> String { "\(Int64((date.timeIntervalSince1970 * 1000).rounded()))" }
}
