internal import FEEL
internal import Foundation
internal import Platform
internal import Standards

/// Rules that somebody wants to try on what has been reported.
package struct RuleTrial: Sendable {
    /// Values of parameters, by their names.
    private let parameters: [String: Decimal128]
    /// A file that stands in for the one of the same name in the folder of the edition.
    private let file: URL?

    /// - Parameters:
    ///   - settings: `突破倍数=1.5`, one a parameter.
    ///   - file: `negative-list.yml` or another of the edition's files, changed.
    /// - Throws: ``Failure`` where neither is given, or a setting is not `名称=数`.
    package init(settings: [String], file: String?) throws(Failure) {
        guard !settings.isEmpty || file != nil else {
            throw Failure(.configuration, "请用 --set 参数=数 或 --rules 文件 写明试用的口径。")
        }
        var parameters: [String: Decimal128] = [:]
        for setting in settings {
            let parts = setting.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            guard parts.count == 2, let value = Decimal128(parts[1]) else {
                throw Failure(.configuration, "--set 应为 参数=数，如 突破倍数=1.5，读到“\(setting)”。")
            }
            parameters[parts[0]] = value
        }
        self.parameters = parameters
        self.file = file.map { URL(filePath: $0) }
    }

    /// The edition with what is on trial.
    func edition(_ edition: Edition, of installation: Installation) throws(Failure) -> Edition {
        let known = edition.parameters.map(\.name)
        for name in parameters.keys.sorted() where !known.contains(name) {
            let nearest = NameSuggestion.nearest(to: name, among: known).map { "是不是“\($0)”？" } ?? ""
            throw Failure(
                .configuration, "标准“\(edition.id)”没有参数“\(name)”。\(nearest)参数有：\(known.joined(separator: "、"))。")
        }
        return (try file.map { file throws(Failure) in try installation.edition(edition.id, with: file) } ?? edition)
            .setting(parameters)
    }
}

extension Installation {
    /// The edition of `id` with `file` in the place of its file of the same name.
    fileprivate func edition(_ id: String, with file: URL) throws(Failure) -> Edition {
        let folder = try directory(ofEdition: id)
        let name = file.lastPathComponent
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
            .filter { $0.hasSuffix(".yml") && !$0.hasSuffix(".test.yml") }.sorted()
        guard names.contains(name) else {
            throw Failure(
                .configuration,
                "--rules 的文件应与标准“\(id)”里要替换的文件同名，\(name) 不是。可以替换的有：\(names.joined(separator: "、"))。")
        }
        guard let changed = try? Data(contentsOf: file) else {
            throw Failure(.configuration, "无法读取 --rules 的文件 \(file.path)。")
        }
        let scratch = try Scratch.folder()
        defer { try? FileManager.default.removeItem(at: scratch) }
        let trial = scratch.appending(path: id)
        do {
            try FileManager.default.copyItem(at: folder, to: trial)
            try changed.write(to: trial.appending(path: name))
        } catch {
            throw Failure(.configuration, "无法在临时目录 \(trial.path) 试用规则：\(SystemReason.text(of: error, while: .writing))")
        }
        return try edition(id, in: trial)
    }
}
