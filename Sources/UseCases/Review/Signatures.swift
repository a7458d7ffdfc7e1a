internal import Foundation
internal import Review
internal import Safekeeping

/// Signs decisions, and holds their signatures against the keys of the list of people, by OpenSSH (`ssh-keygen -Y`).
struct Signatures {
    private let actors: ActorBook

    init(_ actors: ActorBook) {
        self.actors = actors
    }

    /// Why a decision lacks a signature that it must have, or has one that does not hold; nil where neither.
    ///
    /// - Parameters:
    ///   - by: one name, or several as 甲、乙.
    ///   - signature: in base64; of two people one behind the other.
    /// - Throws: ``Failure`` where the signature could not be checked, which says nothing of it.
    func refusal(of decision: SignedDecision, by: String, _ signature: String?) throws(Failure) -> Refusal? {
        let signatures = signature.map { $0.split(separator: " ").map(String.init) } ?? []
        for name in ActorBook.names(in: by) {
            guard let key = actors.actor(named: name)?.key else { continue }
            guard !signatures.isEmpty else {
                return Refusal(
                    rule: .signature, reason: "\(name)在人员名单里登记了公钥，而这项\(decision.title)没有签名",
                    remedy: "请由\(name)用命令的 --identity 签名后作出。")
            }
            guard try Self.isAny(of: signatures, valid: decision, by: key) else {
                return Refusal(
                    rule: .signature, reason: "\(name)的签名与\(decision.title)的内容不符，或不是用登记的密钥签的",
                    remedy: "请由\(name)核对内容后重新签名。")
            }
        }
        return nil
    }

    /// Signs a decision that a command is to record, with the keys in files.
    /// - Returns: what ``sign(_:with:)`` does.
    /// - Throws: ``Failure`` where it lacks a signature that it must have, or one does not hold.
    func signed(_ decision: SignedDecision, by: String, with identities: [String]) throws(Failure) -> String? {
        let signature = try Self.sign(decision, with: identities)
        guard let refusal = try refusal(of: decision, by: by, signature) else { return signature }
        throw Failure(.configuration, "\(refusal.reason)，没有记录。\(refusal.remedy)")
    }

    /// Who of those who decided has a key now.
    func signers(of by: String) -> [String] {
        ActorBook.names(in: by).filter { actors.actor(named: $0)?.key != nil }
    }

    /// Signs with each of the keys in files.
    /// - Returns: the signatures, one behind the other; nil where there is no key.
    static func sign(_ decision: SignedDecision, with identities: [String]) throws(Failure) -> String? {
        var signatures: [String] = []
        for identity in identities { signatures.append(try sign(decision, with: identity)) }
        return signatures.isEmpty ? nil : signatures.joined(separator: " ")
    }

    /// Signs with the key in a file, or with the one of an agent whose public half is in the file.
    /// - Returns: the signature on one line.
    private static func sign(_ decision: SignedDecision, with identity: String) throws(Failure) -> String {
        try inFolder { folder throws(Failure) in
            let document = folder.appending(path: "document").path
            try write(Array(decision.text.utf8), to: document)
            let outcome = OtherCommand.run(
                ["ssh-keygen", "-Y", "sign", "-f", identity, "-n", decision.namespace, document], limit: 300)
            guard outcome.status == 0, let armored = FileManager.default.contents(atPath: document + ".sig") else {
                throw Failure(.configuration, "没有记录：用 \(identity) 签名没有成功\(outcome.lastError)。请检查密钥文件和口令。")
            }
            let lines = String(decoding: armored, as: UTF8.self).split(separator: "\n")
            return lines.filter { !$0.hasPrefix("-----") }.joined()
        }
    }

    private static func isAny(
        of signatures: [String], valid decision: SignedDecision, by key: PublicKey
    ) throws(Failure) -> Bool {
        for signature in signatures where try isValid(signature, of: decision, by: key) { return true }
        return false
    }

    /// What `ssh-keygen` ends with where a signature does not hold.
    private static let refuted: Int32 = 255

    /// - Throws: ``Failure`` where that could not be found out: nobody is to be blamed for a full disk.
    private static func isValid(
        _ signature: String, of decision: SignedDecision, by key: PublicKey
    ) throws(Failure) -> Bool {
        try inFolder { folder throws(Failure) in
            let (allowed, armored) = (folder.appending(path: "allowed").path, folder.appending(path: "signature").path)
            // The key alone decides whose signature it is: a name has no part in it that could be a pattern.
            try write(Array("actor namespaces=\"\(decision.namespace)\" \(key.text)\n".utf8), to: allowed)
            try write(
                Array("-----BEGIN SSH SIGNATURE-----\n\(wrapped(signature))-----END SSH SIGNATURE-----\n".utf8),
                to: armored)
            let outcome = OtherCommand.run(
                ["ssh-keygen", "-Y", "verify", "-f", allowed, "-I", "actor", "-n", decision.namespace, "-s", armored],
                input: Array(decision.text.utf8))
            switch outcome.status {
            case 0: return true
            case refuted: return false
            default:
                throw Failure(
                    .configuration,
                    "没有核对签名：ssh-keygen 没有运行成功\(outcome.lastError)。请安装 openssh-client，检查磁盘空间和打开文件数的上限，再试一次。")
            }
        }
    }

    private static func wrapped(_ text: String) -> String {
        var (rest, lines) = (text[...], "")
        while !rest.isEmpty {
            lines += rest.prefix(70) + "\n"
            rest = rest.dropFirst(70)
        }
        return lines
    }

    private static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
        let isWritten = FileManager.default.createFile(
            atPath: path, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
        guard isWritten else {
            throw Failure(.configuration, "无法写入临时文件 \(path)。请检查磁盘空间。")
        }
    }

    private static func inFolder<Result>(_ body: (URL) throws(Failure) -> Result) throws(Failure) -> Result {
        let folder = try Scratch.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder)
    }
}
