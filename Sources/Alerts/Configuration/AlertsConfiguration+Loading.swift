package import Configuration
package import Foundation
import Standards

extension AlertsConfiguration {
    /// Reads and checks the whole of a file.
    ///
    /// - Throws: ``ConfigurationError`` with everything that is wrong, each with line, column and what to do.
    package static func load(
        from file: URL, knowing vocabulary: Vocabulary
    ) throws(ConfigurationError) -> AlertsConfiguration {
        guard let data = try? Data(contentsOf: file) else {
            throw ConfigurationError([
                ConfigurationIssue(
                    file: file.path, line: 0, column: 0, expected: "应有告警配置文件", found: "打不开",
                    remedy: "请检查路径和权限")
            ])
        }
        return try read(data, name: file.lastPathComponent, knowing: vocabulary)
    }

    /// Reads and checks the bytes of a file called `name`.
    package static func read(
        _ data: Data, name: String, knowing vocabulary: Vocabulary
    ) throws(ConfigurationError) -> AlertsConfiguration {
        let log = IssueLog()
        let root = YAMLDocument(name: name, data: data, log: log).root
        let configuration = root.map { ConfigurationReader(vocabulary: vocabulary).configuration($0) }
        guard let configuration, log.issues.isEmpty else { throw ConfigurationError(log.issues) }
        return configuration
    }
}
