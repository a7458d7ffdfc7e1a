package import Configuration
package import Foundation

extension NormShowing {
    /// Loads `shown/sample.yml` of the folder with the norms; where it is not there, nothing is said.
    /// - Throws: everything that is wrong, each with its line and column.
    package static func load(from directory: URL) throws(ConfigurationError) -> NormShowing {
        let file = directory.appending(path: "shown/sample.yml")
        guard let data = try? Data(contentsOf: file) else { return .none }
        let log = IssueLog()
        let root = YAMLDocument(name: "shown/sample.yml", data: data, log: log).root
        let entries = (root?.items ?? []).map { entry -> Entry in
            let fields = YAMLFields(entry, ["kind", "edition", "codes", "command", "page"])
            let command = fields.optional("command")?.text
            let page = fields.optional("page")?.text
            if (command == nil) == (page == nil) {
                entry.report(expected: "应有 command 或 page 之一", remedy: "请照此改正")
            }
            return Entry(
                kind: fields.required("kind")?.word() ?? .point, edition: fields.optional("edition")?.text,
                codes: fields.optional("codes")?.items.map(\.text) ?? [],
                text: command ?? page.map { "page \($0)" } ?? "")
        }
        guard log.issues.isEmpty else { throw ConfigurationError(log.issues) }
        return NormShowing(entries)
    }
}
