package import Configuration
internal import Foundation
internal import Glibc
package import Safekeeping

/// How a pipeline signs the log: `log:` of its file.
package struct LogSettings: Sendable, Hashable {
    /// What the log is called, and its key.
    package let origin: String
    /// The file of the key, outside of the database; nil where heads are not signed.
    package let key: String?
    /// A command, with its arguments, that gets a checkpoint and prints other signatures of it.
    package let cosign: [String]

    /// Heads are kept and given out, and nobody signs them.
    package static let unsigned = LogSettings(origin: "consortium-monitor", key: nil, cosign: [])

    package init(origin: String, key: String?, cosign: [String]) {
        self.origin = origin
        self.key = key
        self.cosign = cosign
    }

    /// `{origin: …, key: …, cosign: […]}`
    package init(_ entry: YAMLEntry) {
        let fields = YAMLFields(entry, ["origin", "key", "cosign"])
        let origin = fields.optional("origin")
        if let origin, !NoteKey.isName(origin.text) {
            origin.report(
                expected: "origin 应为没有空格和加号的名称", remedy: "请写成 example.gov.cn/consortium-monitor 的样子")
        }
        self.init(
            origin: origin?.text ?? Self.unsigned.origin, key: fields.optional("key")?.rawText,
            cosign: fields.optional("cosign")?.items.map(\.text) ?? [])
    }

    /// What signs heads; nil where there is no key.
    /// - Throws: ``Failure`` where the key cannot be used, or others may read it.
    package func signer() throws(Failure) -> NoteSigner? {
        guard let key else { return nil }
        return NoteSigner(name: origin, try Self.readKey(key))
    }

    private static func readKey(_ path: String) throws(Failure) -> Ed25519.PrivateKey {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else {
            throw Failure(
                .configuration, "日志密钥 \(path) 打不开。请用 log init 建立，或改正流水线 log 的 key。")
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size < 65_536 else {
            throw Failure(.configuration, "日志密钥 \(path) 不是文件。请改正流水线 log 的 key。")
        }
        guard status.st_mode & 0o077 == 0 else {
            let mode = String(status.st_mode & 0o777, radix: 8)
            throw Failure(.configuration, "请执行 chmod 600 \(path)：日志密钥的权限是 \(mode)，别人也能读。")
        }
        let bytes = FileHandle(fileDescriptor: file, closeOnDealloc: false).readDataToEndOfFile()
        guard let key = Ed25519.PrivateKey(pem: Array(bytes)) else {
            throw Failure(
                .configuration,
                "日志密钥 \(path) 不是没有密码的 Ed25519 私钥（PEM）。请用 log init 或 openssl genpkey -algorithm ed25519 建立。")
        }
        return key
    }

    /// Makes a key and writes it to a file that is not there yet.
    /// - Returns: what it is verified by.
    package static func makeKey(at path: String, origin: String) throws(Failure) -> NoteKey {
        guard NoteKey.isName(origin) else {
            throw Failure(.configuration, "--origin 应为没有空格和加号的名称，读到“\(origin)”。")
        }
        guard !FileManager.default.fileExists(atPath: path), !RealPath.isSymbolicLink(path) else {
            throw Failure(.configuration, "\(path) 已存在，不会覆盖。请换一个文件名；换密钥的，旧的请留着。")
        }
        guard let key = Ed25519.PrivateKey(), !key.pem.isEmpty else {
            throw Failure(.configuration, "系统的 libcrypto 不能建立 Ed25519 密钥。")
        }
        do {
            try DurableFile.write(key.pem, to: path, mode: 0o600)
        } catch {
            throw Failure(.configuration, "无法写入 \(path)：\(error.reason)。请检查权限。")
        }
        return NoteSigner(name: origin, key).publicKey
    }
}
