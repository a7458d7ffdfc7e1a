internal import Foundation
internal import Safekeeping
package import Standards

/// Tells beside a decision whether those who made it signed it, and with which key: a decision that nobody signed is
/// shown as such (未签名). Whether a signature holds was found when it was taken in, and `verify` finds it again.
package struct DecisionSigners: Sendable {
    /// The keys of the list of people, by name.
    private let keys: [String: PublicKey]
    private let isListed: Bool

    /// - Parameter actors: nil where there is no list of people, against which no key can be held.
    package init(_ actors: ActorBook? = nil) {
        let named = (actors?.actors ?? []).compactMap { actor in actor.key.map { (actor.name, $0) } }
        keys = Dictionary(named) { first, _ in first }
        isListed = actors != nil
    }

    /// `未签名`, `已签名（密钥 SHA256:…）`, or of two people each by name.
    package func mark(of determination: Determination) -> String {
        mark(by: determination.by, determination.signature)
    }

    /// The same of whatever people sign.
    package func mark(by: String, _ signature: String?) -> String {
        let names = ActorBook.names(in: by)
        let used = (signature ?? "").split(separator: " ").compactMap { Self.key(inSignature: $0) }
        guard !used.isEmpty else { return Self.unsigned }
        guard isListed else { return "签名未经人员名单核对（\(Self.list(used))）" }
        let marks = names.map { name in
            keys[name].flatMap { used.contains($0) ? "已签名（密钥 \($0.fingerprint)）" : nil } ?? Self.unsigned
        }
        let known = Set(names.compactMap { keys[$0] })
        let foreign = used.filter { !known.contains($0) }
        let rest = foreign.isEmpty ? "" : "；另有签名的密钥不是认定人登记的（\(Self.list(foreign))）"
        guard Set(marks).count > 1 else { return (marks.first ?? Self.unsigned) + rest }
        return zip(names, marks).map { "\($0)\($1)" }.joined(separator: "、") + rest
    }

    package static let unsigned = "未签名"

    private static func list(_ keys: [PublicKey]) -> String { keys.map(\.fingerprint).joined(separator: "、") }

    /// The key in a signature of OpenSSH: `SSHSIG`, a version in four bytes, and the public key behind its length.
    private static func key(inSignature text: Substring) -> PublicKey? {
        guard let data = Data(base64Encoded: String(text)) else { return nil }
        let bytes = Array(data)
        guard bytes.starts(with: Array("SSHSIG".utf8)), bytes.count > 14 else { return nil }
        func number(at place: Int) -> Int { bytes[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) } }
        let length = number(at: 10)
        guard length > 4, length <= bytes.count - 14 else { return nil }
        let blob = bytes[14..<(14 + length)]
        let name = blob.prefix(4).reduce(0) { $0 << 8 | Int($1) }
        guard name <= length - 4 else { return nil }
        let sort = String(decoding: blob.dropFirst(4).prefix(name), as: UTF8.self)
        return PublicKey("\(sort) \(Data(blob).base64EncodedString())")
    }
}

extension PublicKey {
    /// As OpenSSH prints it: `SHA256:` and the hash of the key in base64 without its padding.
    package var fingerprint: String {
        let blob = text.split(separator: " ").last.flatMap { Data(base64Encoded: String($0)) } ?? Data()
        let bytes = blob.withUnsafeBytes { SHA256.bytes(of: $0) }
        return "SHA256:" + Data(bytes).base64EncodedString().prefix { $0 != "=" }
    }
}
