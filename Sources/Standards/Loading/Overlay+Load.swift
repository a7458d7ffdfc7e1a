package import Configuration
import FEEL
package import Foundation

extension Overlay {
    /// Loads the overlays in `directory` (`data/overlays`) that lie on `edition`, in the order of their codes. A folder
    /// that is not there holds none.
    /// - Throws: everything that is wrong in any of them.
    package static func load(
        from directory: URL, for edition: Edition
    ) throws(ConfigurationError) -> [Overlay] {
        let log = IssueLog()
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory.path(percentEncoded: false))) ?? []
        let overlays = names.filter { $0.count == 6 && $0.allSatisfy(\.isNumber) }.sorted().compactMap { name in
            overlay(name, directory.appending(path: name), edition, log)
        }
        guard log.issues.isEmpty else { throw ConfigurationError(log.issues) }
        return overlays
    }

    private static func overlay(_ province: String, _ folder: URL, _ edition: Edition, _ log: IssueLog) -> Overlay? {
        guard let head = root("overlay.yml", province, folder, log) else { return nil }
        let fields = YAMLFields(head, ["edition", "title", "document"])
        guard fields.text("edition") == edition.id else { return nil }
        let document = fields.required("document").map(SourceDocument.init)
        let settings = root("parameters.yml", province, folder, log).map { Self.settings($0, edition) } ?? [:]
        guard let document else { return nil }
        return Overlay(
            province: province, edition: edition.id, title: fields.text("title"), document: document,
            settings: settings)
    }

    private static func root(_ file: String, _ province: String, _ folder: URL, _ log: IssueLog) -> YAMLEntry? {
        let name = "\(province)/\(file)"
        guard let data = try? Data(contentsOf: folder.appending(path: file)) else {
            log.add(
                ConfigurationIssue(
                    file: name, line: 0, column: 0, expected: "应有这个文件", found: "打不开", remedy: "请补上或删去该省的目录"))
            return nil
        }
        return YAMLDocument(name: name, data: data, log: log).root
    }

    /// `- {name: 突破倍数, settings: […]}`: parameters of the edition, none of which the source gives.
    private static func settings(_ root: YAMLEntry, _ edition: Edition) -> [String: [Parameter.Setting]] {
        var settings: [String: [Parameter.Setting]] = [:]
        for entry in root.items {
            let fields = YAMLFields(entry, ["name", "settings"])
            guard let name = fields.required("name"),
                let parameter = name.word(among: edition.parameters.map { ($0.name, $0) })
            else { continue }
            if parameter.settings.contains(where: { $0.basis == .clause }) {
                name.report(
                    expected: "原文写明的数不能由省里另定", found: "读到“\(parameter.name)”", remedy: "请删去这一项")
            }
            settings[parameter.name] = fields.items("settings").map(Parameter.Setting.init)
        }
        return settings
    }
}
