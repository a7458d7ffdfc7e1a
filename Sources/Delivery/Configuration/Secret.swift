package import Configuration
import Foundation
internal import Glibc
internal import Platform

/// Where a secret is kept. The configuration names the place, never the secret.
package struct Secret: Sendable, Hashable {
    package enum Place: Sendable, Hashable {
        case environment(String)
        case file(String)
    }

    /// 密码
    package let title: String
    package let place: Place
    /// Where `alerts.yml` names the place.
    let file: String
    let line: Int
    let column: Int

    /// Reads `password_env` or `password_file`, of which there must be one; with `isOptional` there may be none.
    /// - Parameter name: `password`
    init?(_ name: String, _ title: String, in fields: YAMLFields, isOptional: Bool = false) {
        let (variable, path) = (fields.optional("\(name)_env"), fields.optional("\(name)_file"))
        guard let entry = variable ?? path else {
            if !isOptional {
                fields.entry.report(
                    expected: "应有“\(name)_env”或“\(name)_file”", found: "没有写",
                    remedy: "请写明\(title)在哪个环境变量或哪个文件里，不要写\(title)本身")
            }
            return nil
        }
        if variable != nil, let path {
            path.report(expected: "\(title)应只有一处", remedy: "请删去 \(name)_env 或 \(name)_file")
        }
        self.title = title
        place = variable == nil ? .file(entry.text) : .environment(entry.text)
        (file, line, column) = (entry.document.name, entry.line, entry.column)
        if variable != nil, entry.text.wholeMatch(of: /[A-Za-z_][A-Za-z0-9_]*/) == nil {
            // It may be the secret itself, and is not repeated.
            entry.report(
                expected: "应为环境变量的名称", found: "读到的不是名称", remedy: "请写名称，如 MONITOR_SECRET；不要写\(title)本身")
        }
    }

    static func keys(_ name: String) -> [String] { ["\(name)_env", "\(name)_file"] }

    /// What is wrong with the place, where it can be known beforehand: a file that is not there, or that others may read. A
    /// variable is set where the program is started, and that may be elsewhere.
    package func issue(_ vault: SecretVault) -> ConfigurationIssue? {
        guard case .file = place else { return nil }
        do throws(SecretError) {
            _ = try vault.value(of: self)
            return nil
        } catch {
            return ConfigurationIssue(
                file: file, line: line, column: column, expected: error.expected, found: error.found,
                remedy: error.remedy)
        }
    }
}

/// Why a secret could not be had. It never says what was read.
package struct SecretError: Error, Sendable, Hashable, CustomStringConvertible {
    package let expected: String
    package let found: String
    package let remedy: String

    package var description: String { "\(expected)，\(found)。\(remedy)。" }
}

/// What secrets are read from when they are needed; nothing is kept.
package struct SecretVault: Sendable {
    private let environment: [String: String]
    /// Nobody needs a longer one, and a wrong path may be of anything.
    private static let longest = 4096

    package init(environment: [String: String]) {
        self.environment = environment
    }

    package func value(of secret: Secret) throws(SecretError) -> String {
        let title = secret.title
        let text: String
        let remedy: String
        switch secret.place {
        case .environment(let name):
            remedy = "请在启动程序的地方设置 \(name)"
            guard let value = environment[name] else {
                throw SecretError(expected: "\(title)应在环境变量 \(name) 里", found: "没有设置", remedy: remedy)
            }
            text = value
        case .file(let path):
            remedy = "请把\(title)单独写在 \(path) 的第一行"
            text = try contents(of: path, title)
        }
        let line = text.hasSuffix("\n") ? String(text.dropLast()) : text
        guard !line.isEmpty, line.unicodeScalars.allSatisfy({ $0.value > 31 && $0.value != 127 }) else {
            throw SecretError(expected: "\(title)应为一行文字", found: line.isEmpty ? "是空的" : "有控制字符或不止一行", remedy: remedy)
        }
        return line
    }

    /// A file that only its owner may read, who is the one who reads it or the system's.
    private func contents(of path: String, _ title: String) throws(SecretError) -> String {
        let expected = "\(title)应在只有本人可读的文件 \(path) 里"
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else {
            throw SecretError(
                expected: expected, found: SystemReason.text(errno, while: .reading),
                remedy: "请建立文件并执行 chmod 600 \(path)")
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw SecretError(expected: expected, found: "不是普通文件", remedy: "请检查路径")
        }
        guard status.st_mode & 0o077 == 0 else {
            let mode = String(status.st_mode & 0o777, radix: 8)
            throw SecretError(expected: expected, found: "权限是 \(mode)，别人也能读", remedy: "请执行 chmod 600 \(path)")
        }
        guard status.st_uid == geteuid() || status.st_uid == 0 else {
            throw SecretError(expected: expected, found: "文件属于别的用户", remedy: "请执行 chown，改为运行本程序的用户")
        }
        var bytes = [UInt8](repeating: 0, count: Self.longest)
        let count = read(file, &bytes, bytes.count)
        guard count >= 0, count < Self.longest, let text = String(bytes: bytes.prefix(count), encoding: .utf8) else {
            throw SecretError(expected: expected, found: "读不出一行文字", remedy: "请检查文件内容")
        }
        return text
    }
}
