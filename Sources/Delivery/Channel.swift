package import Alerts
package import Configuration
package import Foundation

/// A way to reach a receiver, made of what `alerts.yml` says of it. A kind is added by a folder with a conforming type, and
/// its name in ``ChannelKinds``.
package protocol Channel: Sendable {
    /// What `kind` says in the configuration: `smtp`.
    static var kind: String { get }
    /// The keys that it reads of a receiver's entry.
    static var keys: [String] { get }

    /// Reads its keys. What is wrong goes to the log of the document.
    init(_ fields: YAMLFields)

    /// The secrets that it is sent with, so that they can be looked at before anything is sent.
    var secrets: [Secret] { get }
    /// How often the service takes messages of one sender.
    var limits: [RateLimit] { get }
    /// What stands after the @ in the ids of messages.
    var domain: String { get }
    /// How many alerts a message has at most, of which a longer one is cut into parts; nil where the channel cuts it itself, by
    /// the limits of its service.
    var longestMessage: Int? { get }

    /// Writes `message` in the form of the channel: once, when it is planned. As many drafts as the limits of the service ask
    /// for, together all that the message says.
    func drafts(of message: Message) throws -> [Draft]

    /// What limits are counted by: the same for every receiver that the service takes for one sender.
    func account(_ vault: SecretVault) throws(SecretError) -> String

    /// The first moment from `now` on at which the service likes to be called.
    func opening(at now: Date) -> Date

    /// Hands a parcel over; returns when the service has answered, or has not in time.
    func send(_ parcel: Parcel, _ session: Session) -> Outcome
}

extension Channel {
    package var secrets: [Secret] { [] }
    package var limits: [RateLimit] { [] }
    package var domain: String { "consortium-monitor.invalid" }
    package var longestMessage: Int? { 1000 }
    package func account(_ vault: SecretVault) throws(SecretError) -> String { "" }
    package func opening(at now: Date) -> Date { now }
}

/// The kinds of receivers, as people look for them.
package enum ChannelKinds {
    package static let all: [any Channel.Type] = [
        StandardOutputChannel.self, FileChannel.self, SMTPChannel.self, WebhookChannel.self, WeComChannel.self,
        DingTalkChannel.self, FeishuChannel.self,
    ]
}

/// What a channel is given for one handing over.
package struct Session {
    package let vault: SecretVault
    /// The time of the clock that signatures carry.
    package let now: Date
    /// How many seconds a service may take, all in all.
    package let timeout: TimeInterval
    /// To be called when the last byte is about to leave: from then on the message may have arrived, whatever is heard of it.
    /// Where it throws nothing must be sent.
    package let willFinish: () throws -> Void

    package init(
        vault: SecretVault, now: Date, timeout: TimeInterval, willFinish: @escaping () throws -> Void
    ) {
        self.vault = vault
        self.now = now
        self.timeout = timeout
        self.willFinish = willFinish
    }
}

/// What became of a parcel that was handed over. The reasons are sentences for the operator, without secrets.
package enum Outcome: Sendable, Hashable {
    /// The service has taken it.
    case sent
    /// It will never take it as it is, or not before the configuration is changed.
    case refused(String)
    /// It did not take it; it may later, and not before so many seconds where it said so.
    case failed(String, after: TimeInterval?)
    /// It takes no more for so many seconds.
    case limited(String, for: TimeInterval)
    /// Nobody knows whether it took it.
    case uncertain(String)
}
