package import Alerts
package import Configuration
import Foundation
internal import Safekeeping

/// Posts JSON to a program of the receiver's. It is signed where a secret is agreed on, and carries a key by which the
/// receiver knows a repetition: then each message is taken once.
///
///     Idempotency-Key: KEY
///     X-Monitor-Timestamp: SECONDS
///     X-Monitor-Signature: sha256=HEX       HMAC-SHA256 of SECONDS + "." + body, the secret as key
package struct WebhookChannel: Channel {
    package static let kind = "webhook"
    package static let keys = ["url", "ca_file"] + Secret.keys("secret")

    private let url: String
    private let secret: Secret?
    private let trust: String?

    package init(_ fields: YAMLFields) {
        url = fields.required("url")?.address(isOpen: true) ?? ""
        secret = Secret("secret", "签名密钥", in: fields, isOptional: true)
        trust = fields.optional("ca_file")?.text
    }

    package var secrets: [Secret] { [secret].compactMap(\.self) }

    package func drafts(of message: Message) throws -> [Draft] {
        [Draft(subject: message.summary, body: try message.json(), alerts: message.entries)]
    }

    package func send(_ parcel: Parcel, _ session: Session) -> Outcome {
        var headers = ["Idempotency-Key: \(parcel.key)"]
        var secrets: [String] = []
        do throws(SecretError) {
            if let secret {
                let key = try session.vault.value(of: secret)
                secrets.append(key)
                let seconds = "\(Int(session.now.timeIntervalSince1970))"
                headers += [
                    "X-Monitor-Timestamp: \(seconds)",
                    "X-Monitor-Signature: sha256=\(Self.signature(of: parcel.body, at: seconds, key: key))",
                ]
            }
        } catch {
            return .failed(error.description, after: nil)
        }
        return HTTPPost(url: url, headers: headers, body: parcel.body, trust: trust, secrets: secrets)
            .send(session) { _ in .sent }
    }

    /// 64 hexadecimal digits.
    static func signature(of body: String, at seconds: String, key: String) -> String {
        HMAC.sha256(key: Array(key.utf8), of: Array("\(seconds).\(body)".utf8))
            .map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
