import Configuration
import Foundation

/// What the robots of groups have in common: an address with a token in it, a secret to sign with where the service has one,
/// and answers of status 200 that say by a code whether the message was taken.
struct Robot {
    /// Where a service says by a code what became of a message.
    struct Codes {
        /// The names of the code and of the words beside it; the first that is there counts.
        let code: [String]
        let words: [String]
        /// That too much was sent, with how many seconds to wait.
        let limits: [Int: TimeInterval]
        /// Troubles that pass.
        let passing: Set<Int>
    }

    let url: String
    let codes: Codes
    private let kind: String
    private let token: Secret?
    private let secret: Secret?
    private let isSigned: Bool
    /// What is told where one of them is missing.
    private let lack: String

    /// Reads the keys of a receiver.
    /// - Parameters:
    ///   - token: the name of what stands in the address, and what people call it.
    ///   - secret: what people call the secret; nil where the service has none.
    init(
        _ kind: String, _ fields: YAMLFields, service: String, token: (name: String, title: String), secret: String?,
        codes: Codes
    ) {
        self.kind = kind
        self.codes = codes
        url = fields.optional("url")?.address() ?? service
        self.token = Secret(token.name, "机器人的\(token.title)", in: fields)
        self.secret = secret.flatMap { Secret("secret", "机器人的\($0)", in: fields) }
        isSigned = secret != nil
        lack = "没有配置机器人的" + ([token.title] + [secret].compactMap(\.self)).joined(separator: "和")
    }

    static func keys(_ token: String, isSigned: Bool = true) -> [String] {
        ["url"] + Secret.keys(token) + (isSigned ? Secret.keys("secret") : [])
    }

    var secrets: [Secret] { [token, secret].compactMap(\.self) }

    /// The service counts messages by the token.
    func account(_ vault: SecretVault) throws(SecretError) -> String {
        guard let token else { return "" }
        return Account.name(kind, try vault.value(of: token))
    }

    /// Hands a request over.
    /// - Parameter request: makes it of the token and the secret; the latter is empty where the service has none.
    func send(_ session: Session, _ request: (_ token: String, _ secret: String) throws -> HTTPPost) -> Outcome {
        do {
            guard let token, isSigned == (secret != nil) else { return .refused(lack) }
            let name = try session.vault.value(of: token)
            let key = try secret.map { try session.vault.value(of: $0) }
            let hidden = [name, key].compactMap(\.self)
            var post = try request(name, key ?? "")
            post.secrets = hidden
            return post.send(session) { $0.outcome(by: codes, hiding: hidden) }
        } catch {
            return .failed("\(error)", after: nil)
        }
    }
}
