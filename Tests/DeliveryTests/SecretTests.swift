import AlertsTestSupport
import Configuration
import Delivery
import Foundation
import TestSupport
import Testing

/// Secrets come from the environment or a file that only its owner reads; what is wrong with one never repeats it.
struct SecretTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func file(_ text: String, mode: Int = 0o600) throws -> String {
        let place = folder.url.appending(path: "secret")
        try Data(text.utf8).write(to: place)
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: place.path)
        return place.path
    }

    private func secret(_ keys: String) throws -> Secret {
        let ways = try DeliveryConfiguration.telling("{name: a, kind: wecom, \(keys)}").ways
        return try #require(ways.secrets.first)
    }

    @Test(arguments: [("hunter2", "hunter2"), ("hunter2\n", "hunter2"), ("p@ss 密码\n", "p@ss 密码")])
    func `A file of one line`(text: String, value: String) throws {
        let secret = try secret("key_file: \(file(text))")
        let vault = SecretVault(environment: [:])
        #expect(try vault.value(of: secret) == value)
        #expect(secret.issue(vault) == nil)
    }

    @Test(arguments: [0o644, 0o640, 0o604, 0o660, 0o610])
    func `A file that others may read is refused, with the remedy`(mode: Int) throws {
        let path = try file("hunter2", mode: mode)
        let issue = try secret("key_file: \(path)").issue(SecretVault(environment: [:]))
        let text = try #require(issue).description
        #expect(
            text.hasPrefix("alerts.yml:4:")
                && text.contains("权限是 \(String(mode, radix: 8))，别人也能读。请执行 chmod 600 \(path)。"))
        #expect(!text.contains("hunter2"))
    }

    @Test(arguments: [
        ("", "是空的"), ("\n", "是空的"), ("hunter2\nhunter3\n", "有控制字符或不止一行"), ("hun\u{0}ter2", "有控制字符或不止一行"),
        (String(repeating: "hunter2", count: 1000), "读不出一行文字"),
    ])
    func `A file of something else is refused, and not quoted`(text: String, found: String) throws {
        let issue = try secret("key_file: \(file(text))").issue(SecretVault(environment: [:]))
        #expect(issue?.found == found)
        #expect(issue?.description.contains("hunter2") == false)
    }

    @Test func `A file that is not there, or a folder`() throws {
        let vault = SecretVault(environment: [:])
        #expect(try secret("key_file: /no/such").issue(vault)?.found == "没有这个文件或文件夹")
        #expect(try secret("key_file: \(folder.url.path)").issue(vault)?.found == "不是普通文件")
    }

    @Test func `A variable is looked at when it is needed`() throws {
        let secret = try secret("key_env: ROBOT_KEY")
        #expect(try SecretVault(environment: ["ROBOT_KEY": "hunter2"]).value(of: secret) == "hunter2")
        #expect(secret.issue(SecretVault(environment: [:])) == nil)
        let error = #expect(throws: SecretError.self) { try SecretVault(environment: [:]).value(of: secret) }
        #expect(error?.description == "机器人的密钥应在环境变量 ROBOT_KEY 里，没有设置。请在启动程序的地方设置 ROBOT_KEY。")
    }
}
