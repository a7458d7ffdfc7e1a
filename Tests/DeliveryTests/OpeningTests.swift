import AlertsTestSupport
import Delivery
import Foundation
import Testing

/// When services like to be called.
struct OpeningTests {
    @Test(arguments: [
        ("2026-04-10T09:00:00+08:00", 60.0), ("2026-04-10T09:00:59+08:00", 1), ("2026-04-10T09:01:00+08:00", 0),
        ("2026-04-10T09:30:20+08:00", 40), ("2026-04-10T09:29:59+08:00", 0), ("2026-04-10T09:31:00+08:00", 0),
    ])
    func `Feishu is left alone in the minutes of the full and the half hour`(time: String, wait: Double) throws {
        let receiver = "{name: a, kind: feishu, token_env: T, secret_env: S}"
        let way = try #require(DeliveryConfiguration.telling(receiver).ways["a"])
        let now = try Date(time, strategy: .iso8601)
        #expect(way.opening(at: now).timeIntervalSince(now) == wait)
    }

    @Test func `The limits of the documentation are kept`() throws {
        let ways = try DeliveryConfiguration.telling(
            "{name: w, kind: wecom, key_env: K}", "{name: d, kind: dingtalk, token_env: T, secret_env: S}",
            "{name: f, kind: feishu, token_env: T, secret_env: S}"
        ).ways
        #expect(ways["w"]?.limits == [RateLimit(20, in: 60)])
        #expect(ways["d"]?.limits == [RateLimit(20, in: 60)])
        #expect(ways["f"]?.limits == [RateLimit(100, in: 60), RateLimit(5, in: 1)])
    }

    @Test func `Receivers of one robot count together, and what they are counted by tells no secret`() throws {
        let ways = try DeliveryConfiguration.telling(
            "{name: a, kind: wecom, key_env: K}", "{name: b, kind: wecom, key_env: L}",
            "{name: c, kind: wecom, key_env: M}"
        ).ways
        let vault = SecretVault(environment: ["K": "one-key", "L": "one-key", "M": "another"])
        let accounts = try ["a", "b", "c"].map { try #require(ways[$0]).account(vault) }
        #expect(accounts[0] == accounts[1] && accounts[0] != accounts[2])
        #expect(!accounts.joined().contains("one-key"))
    }
}
