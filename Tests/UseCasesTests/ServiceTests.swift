import Alerts
import AlertsTestSupport
import Delivery
import Foundation
import Store
import TestSupport
import Testing

@testable import UseCases

/// Against services on this machine that check signatures by their documentation and share no code with the sender
/// (`Tests/Servers/services.py`): whatever they do, nothing is lost, and nothing is doubled that could be known.
@Suite("Services", .needsPythonEnvironment)
struct ServiceTests {
    enum Service: String, CaseIterable, Sendable {
        case webhook, wecom, dingtalk, feishu

        func receiver(_ port: Int) -> String {
            let base = "http://127.0.0.1:\(port)"
            return switch self {
            case .webhook: "{name: a, kind: webhook, url: '\(base)/webhook', secret_env: SECRET}"
            case .wecom: "{name: a, kind: wecom, url: '\(base)/cgi-bin/webhook/send', key_env: TOKEN}"
            case .dingtalk:
                "{name: a, kind: dingtalk, url: '\(base)/robot/send', token_env: TOKEN, secret_env: SECRET}"
            case .feishu:
                "{name: a, kind: feishu, url: '\(base)/open-apis/bot/v2/hook', token_env: TOKEN, secret_env: SECRET}"
            }
        }

        /// Of those that it is sent with.
        var secrets: [String] {
            switch self {
            case .webhook: ["this is secret"]
            case .wecom: ["token-of-the-robot"]
            case .dingtalk, .feishu: ["token-of-the-robot", "this is secret"]
            }
        }

        /// That too much was sent.
        var limitCode: String? {
            switch self {
            case .webhook: nil
            case .wecom: "code=45009"
            case .dingtalk: "code=130101"
            case .feishu: "code=11232"
            }
        }
    }

    private static let secrets = ["TOKEN": "token-of-the-robot", "SECRET": "this is secret"]

    /// The clock of the office begins now, as services look at the time, and off the full and the half hour.
    private func office(_ receiver: String, _ delivery: String = "{timeout: 1s, first_pause: 10s, patience: 40m}")
        throws
        -> PostOffice
    {
        let now = Date(timeIntervalSince1970: (Date().timeIntervalSince1970 / 1800).rounded(.down) * 1800 + 120)
        let office = try PostOffice(
            .telling(receiver, delivery: delivery, groupBy: "[consortium]"), at: now)
        office.environment = Self.secrets
        return office
    }

    @Test(arguments: Service.allCases)
    func `A message arrives, signed, readable, once`(service: Service) async throws {
        let server = try TestServer("services.py")
        let office = try office(service.receiver(server.port))
        try office.plan(2)
        let report = try await office.deliver()
        #expect(report.sent == 2 && report.failures == [])
        let arrived = try server.arrived()
        #expect(arrived.count == 2 && arrived.allSatisfy { $0["taken"] as? Bool == true }, "\(arrived)")
        if service == .webhook {
            let keys = try office.store.outbox([.sent]).map(\.key)
            #expect(arrived.compactMap { $0["key"] as? String } == keys)
            #expect(arrived.flatMap { $0["alerts"] as? [String] ?? [] }.count == 2)
        } else {
            let text = try #require(arrived[0]["text"] as? String)
            #expect(text.contains("产教联合体监测告警：") && text.contains("【首次·严重】C001 示例联合体C001（"))
            #expect(text.contains("情况：16.3 已触发。"))
            if service == .feishu { #expect(arrived[0]["tags"] as? [String] == ["text"]) }
            if service == .dingtalk { #expect(arrived[0]["everybody"] as? Bool == false) }
        }
    }

    /// The service did not take the message, and it is known.
    @Test(arguments: Service.allCases, ["500", "503/30", "429/20", "limit", "code=-1"])
    func `What a service did not take goes again, once`(service: Service, trouble: String) async throws {
        guard let word = trouble == "limit" ? service.limitCode : trouble else { return }
        if service == .webhook, word.hasPrefix("code=") { return }
        let server = try TestServer("services.py")
        try server.behave(word, word)
        let office = try office(service.receiver(server.port))
        try office.plan(2)
        let report = try await office.deliver()
        #expect(report.sent == 2 && report.failures.count == 2 && report.doubtful == 0, "\(report)")
        #expect(try server.arrived().count { $0["taken"] as? Bool == true } == 2)
        // Neither what is shown nor what is stored tells a secret, though the service repeated them.
        let told = report.failures.joined() + (try office.store.outbox([.sent])).map(\.content).joined()
        for secret in service.secrets { #expect(!told.contains(secret), "\(told)") }
        if word == "503/30" { #expect(office.pauses.allSatisfy { $0 >= 29.9 }) }
        if trouble == "limit", service == .dingtalk { #expect(office.pauses.contains { $0 > 590 }) }
    }

    /// The service may have taken it, and nobody knows.
    @Test(arguments: Service.allCases, ["die", "drop", "hang", "garbage", "empty"])
    func `What a service may have taken goes again under its key, and is known to be in doubt`(
        service: Service, trouble: String
    ) async throws {
        // An answer that a webhook does not promise is none that it breaks.
        if service == .webhook, ["garbage", "empty"].contains(trouble) { return }
        let server = try TestServer("services.py")
        try server.behave(trouble)
        let office = try office(service.receiver(server.port))
        try office.plan(1)
        let report = try await office.deliver()
        #expect(report.sent == 1 && report.doubtful == 1, "\(report)")
        #expect(report.failures.count == 1 && report.failures[0].contains("是否送达不明"), "\(report.failures)")
        let arrived = try server.arrived()
        #expect(arrived.count == (["hang", "drop"].contains(trouble) ? 1 : 2))
        #expect(Set(arrived.compactMap { ($0["key"] ?? $0["text"]) as? String }).count == 1)
    }

    @Test(arguments: Service.allCases)
    func `A wrong secret is refused by the service, and given up with the reason`(service: Service) async throws {
        let server = try TestServer("services.py")
        let office = try office(service.receiver(server.port))
        office.environment = ["TOKEN": "wrong", "SECRET": "wrong"]
        try office.plan(1)
        let report = try await office.deliver()
        #expect(report.dead == 1 && report.failures.count == 1)
        #expect(report.failures[0].contains(service == .webhook ? "401" : "错误码"), "\(report.failures)")
        #expect(try server.arrived().allSatisfy { $0["taken"] as? Bool == false })
    }

    @Test(arguments: Service.allCases)
    func `A service that is not there, and one that comes back`(service: Service) async throws {
        let server = try TestServer("services.py")
        let office = try office(
            service.receiver(server.port), "{timeout: 1s, tries: 2, first_pause: 10s, patience: 1m}")
        server.stop()
        try office.plan(1)
        let report = try await office.deliver()
        #expect(report.dead == 1 && report.failures.first?.contains("连接不上服务器") == true, "\(report.failures)")
        #expect(try office.store.outboxMessage(1)?.isInDoubt == false)
    }

    @Test func `A missing variable is told by its name, and the message waits`() async throws {
        let office = try office(Service.wecom.receiver(9), "{timeout: 1s, patience: 0}")
        office.environment = [:]
        try office.plan(1)
        let report = try await office.deliver()
        #expect(report.failures.first?.contains("机器人的密钥应在环境变量 TOKEN 里，没有设置") == true, "\(report.failures)")
        #expect(report.waiting == 1)
    }
}
