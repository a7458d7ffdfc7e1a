package import Configuration
import FEEL
package import Foundation

extension Overlay {
    /// Loads the overlays in `directory` (`data/overlays`) that lie on `edition`, in the order of their codes. A folder
    /// that is not there holds none.
    /// - Throws: everything that is wrong in any of them.
    ///
    /// - Parameter national: the edition's own programme, which none may loosen.
    package static func load(
        from directory: URL, for edition: Edition, national: Programme = .none
    ) throws(ConfigurationError) -> [Overlay] {
        let log = IssueLog()
        let names = AtHand.names(in: directory, log: log)
        let overlays = names.filter { $0.count == 6 && $0.allSatisfy(\.isNumber) }.sorted().compactMap { name in
            overlay(name, directory.appending(path: name), edition, national, log)
        }
        guard log.issues.isEmpty else { throw ConfigurationError(log.issues) }
        return overlays
    }

    private static func overlay(
        _ province: String, _ folder: URL, _ edition: Edition, _ national: Programme, _ log: IssueLog
    ) -> Overlay? {
        guard let head = root("overlay.yml", province, folder, log) else { return nil }
        let fields = YAMLFields(head, ["edition", "title", "document", "validFrom"])
        guard fields.text("edition") == edition.id else { return nil }
        let document = fields.required("document").map(SourceDocument.init)
        // A province may have numbers of its own, a programme, or both.
        func isThere(_ file: String) -> Bool {
            FileManager.default.fileExists(atPath: folder.appending(path: file).path(percentEncoded: false))
        }
        let hasProgramme = isThere("programme.yml")
        let settings =
            hasProgramme && !isThere("parameters.yml")
            ? [:] : root("parameters.yml", province, folder, log).map { Self.settings($0, edition) } ?? [:]
        guard let document else { return nil }
        let programme =
            hasProgramme
            ? Programme.read(
                folder.appending(path: "programme.yml"), named: "\(province)/programme.yml", for: edition,
                documents: edition.documents.map(\.id) + [document.id],
                data: folder.deletingLastPathComponent().deletingLastPathComponent(), log) : Programme.none
        for check in programme?.checks ?? [] { checkLimit(check, national, province, log) }
        return Overlay(
            province: province, edition: edition.id, title: fields.text("title"), document: document,
            settings: settings, programme: programme ?? .none, validFrom: fields.optional("validFrom")?.date)
    }

    /// A limit that the source gives may be narrowed, and not widened.
    private static func checkLimit(
        _ check: ProgrammeCheck, _ national: Programme, _ province: String, _ log: IssueLog
    ) {
        for asked in national.checks where asked.id == check.id && asked.basis == .clause {
            if check.isAsStrict(as: asked) { continue }
            let limit = asked.limitText.map { "，应\($0)" } ?? ""
            log.add(
                ConfigurationIssue(
                    file: "\(province)/programme.yml", line: 0, column: 0,
                    expected: "来文规定的“\(asked.title)”省里只能从严\(limit)",
                    found: "“\(check.id)”写的是\(check.limitText ?? check.title)", remedy: "请从严改写，或改用另一个 id"))
        }
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
