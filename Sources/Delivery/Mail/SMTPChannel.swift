package import Alerts
package import Configuration
import Foundation

/// Mail by a server of the receiver's organisation or one's own.
package struct SMTPChannel: Channel {
    package static let kind = "smtp"
    package static let keys =
        ["host", "port", "security", "user", "from", "from_name", "to", "ca_file", "dossiers"] + Secret.keys("password")

    /// How the connection is kept from others.
    enum Security: String, CaseIterable {
        case starttls, tls
        /// To this machine only.
        case none

        var port: Int {
            switch self {
            case .starttls: 587
            case .tls: 465
            case .none: 25
            }
        }
    }

    private let host: String
    private let port: Int
    private let security: Security
    private let user: String?
    private let password: Secret?
    private let sender: Mailbox
    private var recipients: [String]
    private let trust: String?
    private let dossiers: DossierFolder?

    package init(_ fields: YAMLFields) {
        host = fields.required("host")?.hostName ?? ""
        let security = fields.optional("security")?.word(of: Security.self) ?? .starttls
        self.security = security
        if security == .none, !["localhost", "127.0.0.1"].contains(host) {
            fields.optional("security")?.report(
                expected: "只有本机的邮件服务器才可以不加密", found: "host 是“\(host.prefix(40))”", remedy: "请改为 starttls 或 tls")
        }
        port = fields.optional("port")?.port ?? security.port
        user = fields.optional("user")?.text
        password = Secret("password", "邮箱密码", in: fields, isOptional: user == nil)
        if user == nil, password != nil {
            fields.entry.report(expected: "有密码应有“user”", found: "没有写", remedy: "请补上登录用的用户名")
        }
        sender = Mailbox(
            name: fields.optional("from_name")?.text ?? Message.title,
            address: fields.required("from")?.mailAddress ?? "")
        recipients = fields.required("to").map(Self.recipients) ?? []
        trust = fields.optional("ca_file")?.text
        dossiers = fields.optional("dossiers").map { DossierFolder(path: $0.text) }
    }

    /// The addresses of an entry: one, or a list of some.
    static func recipients(_ entry: YAMLEntry) -> [String] {
        let entries = entry.isList ? entry.items : [entry]
        if entries.isEmpty { entry.report(expected: "应至少有一个收件地址", found: "一个也没有", remedy: "请补上") }
        return entries.map(\.mailAddress)
    }

    /// The same server and sender, for other addresses.
    func addressed(to recipients: [String]) -> SMTPChannel {
        var channel = self
        channel.recipients = recipients
        return channel
    }

    package var secrets: [Secret] { [password].compactMap(\.self) }

    package var domain: String { String(sender.address.split(separator: "@").last ?? "consortium-monitor.invalid") }

    package func drafts(of message: Message) throws -> [Draft] {
        let (attachments, note) = dossiers?.attachments(of: message) ?? ([], "")
        return [
            Draft(
                subject: "\(Message.title)：\(message.summary)", body: message.text + note, html: message.html,
                attachments: attachments, alerts: message.entries)
        ]
    }

    package func send(_ parcel: Parcel, _ session: Session) -> Outcome {
        var key: String?
        do throws(SecretError) {
            key = try password.map { secret throws(SecretError) in try session.vault.value(of: secret) }
        } catch {
            return .failed(error.description, after: nil)
        }
        let letter = Letter(parcel, from: sender, to: recipients)
        var transfer = Transfer(
            url: "\(security == .tls ? "smtps" : "smtp")://\(host):\(port)", body: Array(letter.text.utf8),
            timeout: session.timeout)
        transfer.trust = trust
        transfer.envelope = Transfer.Envelope(
            sender: sender.address, recipients: recipients, user: user, password: key, needsTLS: security != .none)
        let reply = transfer.perform(session.willFinish)
        if reply.isComplete { return .sent }
        let answer = "邮件服务器应答 \(reply.status)\(reply.quoted(hiding: [key].compactMap(\.self)))"
        switch reply.status {
        case 500...: return .refused(answer)
        case 400..<500: return .failed(answer, after: nil)
        default: return reply.interruption(hiding: []) ?? .sent
        }
    }
}

extension YAMLEntry {
    fileprivate var hostName: String {
        let name = text
        if name.wholeMatch(of: /[A-Za-z0-9](?:[A-Za-z0-9.\-]*[A-Za-z0-9])?/) == nil {
            report(expected: "应为主机名或 IPv4 地址", remedy: "请写成 smtp.example.gov.cn 的样子，端口写在 port")
        }
        return name
    }

    fileprivate var port: Int {
        let number = rawText.flatMap { Int($0) } ?? 0
        if !(1...65_535).contains(number) { report(expected: "应为 1 到 65535 的端口号", remedy: "请照邮件服务器的说明填写") }
        return number
    }

    fileprivate var mailAddress: String {
        let address = text
        if address.wholeMatch(of: /[A-Za-z0-9.!#$%&'*+\/=?^_`{|}~\-]+@[A-Za-z0-9](?:[A-Za-z0-9.\-]*[A-Za-z0-9])?/)
            == nil
        {
            report(expected: "应为邮件地址", remedy: "请只写地址，如 zcc@example.gov.cn")
        }
        return address
    }
}
