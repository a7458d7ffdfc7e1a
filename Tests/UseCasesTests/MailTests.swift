import Alerts
import AlertsTestSupport
import Delivery
import Foundation
import Store
import TestSupport
import Testing

@testable import UseCases

/// Against a server of mail on this machine (aiosmtpd) with TLS and a login: `Tests/Servers/mail.py`.
@Suite("Mail", .needsPythonEnvironment)
struct MailTests {
    private static let password = "p@ss w0rd"
    private let folder: TemporaryFolder
    private let certificate: TestServer.Certificate

    init() throws {
        folder = try TemporaryFolder()
        certificate = try TestServer.Certificate(in: folder.url)
    }

    private func server(_ mode: String) throws -> TestServer {
        try TestServer("mail.py", [mode, certificate.certificate, certificate.key])
    }

    private func office(
        _ server: TestServer, _ security: String, trusting: Bool = true, more: String = "",
        delivery: String = "{timeout: 2s, first_pause: 10s, patience: 10m}"
    ) throws -> PostOffice {
        let trust = trusting ? ", ca_file: \(certificate.certificate)" : ""
        let office = try PostOffice(
            .telling(
                "{name: a, kind: smtp, host: localhost, port: \(server.port), security: \(security), "
                    + "user: monitor@example.gov.cn, password_env: PASSWORD, from: monitor@example.gov.cn, "
                    + "to: [zcc@example.gov.cn, jyt@example.gov.cn]\(trust)\(more)}",
                delivery: delivery, groupBy: "[consortium]"))
        office.environment = ["PASSWORD": Self.password]
        return office
    }

    @Test(arguments: ["starttls", "tls"])
    func `A letter arrives with its parts, under the id of the outbox`(security: String) async throws {
        let server = try server(security)
        let page = folder.url.appending(path: "reports/2025/consortium/C001.html")
        try FileManager.default.createDirectory(
            at: page.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data("<p>档案</p>".utf8).write(to: page)
        let office = try office(server, security, more: ", dossiers: \(folder.url.path)/reports")
        try office.plan(2)
        let report = try await office.deliver()
        #expect(report.sent == 2 && report.failures == [], "\(report)")
        let letters = try server.arrived()
        let letter = try #require(letters.first)
        #expect(letters.count == 2)
        #expect(letter["id"] as? String == (try office.store.outboxMessage(1)?.messageID))
        #expect((letter["id"] as? String)?.hasSuffix("@example.gov.cn>") == true)
        #expect((letter["subject"] as? String)?.hasPrefix("产教联合体监测告警：") == true)
        #expect((letter["subject"] as? String)?.hasSuffix("1条（严重 1）") == true)
        #expect(letter["from"] as? String == "产教联合体监测告警 <monitor@example.gov.cn>")
        #expect(letter["recipients"] as? [String] == ["zcc@example.gov.cn", "jyt@example.gov.cn"])
        #expect(letter["date"] as? String == "2026-01-05T08:00:00+08:00")
        #expect((letter["text"] as? String)?.contains("【首次·严重】C001 示例联合体C001") == true)
        #expect((letter["html"] as? String)?.contains("<h2") == true)
        #expect(letter["attachments"] as? [String: Int] == ["C001.html": 13])
        #expect((letters[1]["text"] as? String)?.contains("档案页未附") == true)
        #expect(letter["defects"] as? [String] == [])
        #expect((letter["longest"] as? Int ?? 999) <= 78)
    }

    @Test(arguments: ["starttls", "tls"])
    func `A server that nobody vouches for gets neither password nor letter`(security: String) async throws {
        let server = try server(security)
        let office = try office(server, security, trusting: false, delivery: "{timeout: 2s, patience: 0}")
        try office.plan(1)
        let report = try await office.deliver()
        #expect(report.waiting == 1 && report.failures.first?.contains("TLS 证书未通过验证") == true, "\(report)")
        #expect(try server.arrived().isEmpty)
    }

    @Test func `A server without STARTTLS gets neither password nor letter`() async throws {
        let server = try server("plain")
        let office = try office(server, "starttls", delivery: "{timeout: 2s, patience: 0}")
        try office.plan(1)
        let report = try await office.deliver()
        #expect(report.waiting == 1 && report.failures.first?.contains("服务器不支持 STARTTLS") == true, "\(report)")
        #expect(try server.arrived().isEmpty)
    }

    @Test func `A wrong password is refused, and not repeated`() async throws {
        let server = try server("starttls")
        let office = try office(server, "starttls")
        office.environment = ["PASSWORD": "hunter2 wrong"]
        try office.plan(1)
        let report = try await office.deliver()
        #expect(report.dead == 1 && report.failures.first?.contains("535") == true, "\(report)")
        #expect(!report.failures.joined().contains("hunter2"))
    }

    @Test(arguments: [("451", 2), ("452", 2), ("rcpt=450", 2), ("552", 1), ("554", 1), ("rcpt=550", 1)])
    func `What a server refuses for now goes again; what it refuses for good is given up`(
        word: String, attempts: Int
    ) async throws {
        let server = try server("starttls")
        try server.behave(word)
        let office = try office(server, "starttls")
        try office.plan(1)
        let report = try await office.deliver()
        let message = try #require(try office.store.outboxMessage(1))
        #expect(message.attempts == attempts && message.state == (attempts == 2 ? .sent : .dead), "\(report)")
        #expect(!message.isInDoubt)
        #expect(try server.arrived().count == attempts - 1)
        #expect(report.failures.count == 1 && !report.failures[0].contains(Self.password), "\(report.failures)")
        #expect(report.failures[0].contains("邮件服务器应答 \(word.suffix(3))"))
    }

    @Test(arguments: ["hang", "die"])
    func `A letter that may have been taken goes again under the same id, and is known to be in doubt`(
        word: String
    ) async throws {
        let server = try server("starttls")
        try server.behave(word)
        let office = try office(server, "starttls", delivery: "{timeout: 1s, first_pause: 10s, patience: 10m}")
        try office.plan(1)
        let report = try await office.deliver()
        #expect(report.sent == 1 && report.doubtful == 1, "\(report)")
        let ids = try server.arrived().compactMap { $0["id"] as? String }
        #expect(ids.count == (word == "die" ? 2 : 1) && Set(ids).count == 1)
    }
}
