package import Configuration
internal import FEEL
package import Foundation
package import Standards

extension ActorBook {
    /// Reads `file` (`pipelines/actors.yml`).
    ///
    /// - Parameter regions: those that have a code; nil where nobody checks.
    /// - Throws: everything that is wrong, each with its place.
    package static func load(from file: URL, regions: RegionNames? = nil) throws(ConfigurationError) -> ActorBook {
        let log = IssueLog()
        guard let data = try? Data(contentsOf: file) else {
            throw ConfigurationError([
                ConfigurationIssue(
                    file: file.path(percentEncoded: false), line: 0, column: 0, expected: "应有这个人员名单", found: "打不开",
                    remedy: "请检查路径和权限，或删去流水线里的 actors")
            ])
        }
        let root = YAMLDocument(name: file.lastPathComponent, data: data, log: log).root
        var lines: [String: Int] = [:]
        let actors = (root.map { YAMLFields($0, ["actors"]).items("actors") } ?? []).map { entry in
            let actor = Actor(entry, regions)
            if let name = entry["name"], !actor.name.isEmpty {
                if let line = lines[actor.name] {
                    name.report(
                        expected: "姓名应不重复", found: "“\(actor.name)”在第\(line)行已有",
                        remedy: "请删去其中一个；同名的，请写成“张三（湖南）”的样子，认定人也照此填写")
                }
                lines[actor.name] = name.line
            }
            return actor
        }
        guard log.issues.isEmpty else { throw ConfigurationError(log.issues) }
        return ActorBook(actors)
    }
}

extension Actor {
    init(_ entry: YAMLEntry, _ regions: RegionNames?) {
        let fields = YAMLFields(
            entry, ["name", "role", "region", "units", "recusals", "consortia", "from", "until", "key"])
        let role = fields.required("role")?.word(among: Role.allCases.map { ($0.title, $0) }) ?? .operator
        let (from, until) = (fields.optional("from")?.date, fields.optional("until")?.date)
        if let from, let until, until < from {
            fields.optional("until")?.report(expected: "until 应不早于 from", remedy: "请检查两个日期")
        }
        self.init(
            name: Self.name(fields), role: role, region: Self.region(fields, of: role, regions),
            units: fields.optional("units")?.items.map(Institution.init) ?? [],
            recusals: fields.optional("recusals")?.items.map(\.text) ?? [],
            consortia: Self.consortia(fields, of: role), from: from, until: until,
            key: fields.optional("key").flatMap(Self.key))
    }

    /// Those that a 秘书处 speaks for.
    private static func consortia(_ fields: YAMLFields, of role: Role) -> [String] {
        let entry = fields.optional("consortia")
        if let entry, !role.isOfConsortia {
            entry.report(expected: "只有秘书处写 consortia", found: role.title, remedy: "请删去，所管地区写在 region")
        }
        if entry == nil, role.isOfConsortia {
            fields.entry.report(
                expected: "\(role.title)应有 consortia", found: "没有写", remedy: "请写明所属联合体的编号，如 [C001]")
        }
        return entry?.items.map(\.text) ?? []
    }

    private static func key(_ entry: YAMLEntry) -> PublicKey? {
        let key = PublicKey(entry.text)
        if key == nil {
            entry.report(
                expected: "应为 OpenSSH 公钥", remedy: "请写 .pub 文件里的一行，如 ssh-ed25519 AAAA…，不要写私钥")
        }
        return key
    }

    /// A name that can stand beside another one in 认定人.
    private static func name(_ fields: YAMLFields) -> String {
        guard let entry = fields.required("name") else { return "" }
        let name = entry.text
        if !name.isEmpty, ActorBook.names(in: name) != [name] || name == "*" {
            entry.report(expected: "应为一个人的姓名，首尾没有空格，不含顿号、逗号、分号", remedy: "请一人写一项")
        }
        return name
    }

    private static func region(_ fields: YAMLFields, of role: Role, _ regions: RegionNames?) -> String {
        guard let entry = fields.optional("region") else {
            if role.isRegional {
                fields.entry.report(
                    expected: "\(role.title)应有 region", found: "没有写", remedy: "请写明所在地区的 GB/T 2260 代码，如 \"430000\"")
            }
            return ""
        }
        let code = entry.rawText ?? ""
        if !RegionCode.isCode(code) || regions?.codes.contains(code) == false {
            entry.report(expected: "应为 GB/T 2260 六位代码", remedy: "请写成 \"430000\" 的样子；管全国的不写")
        }
        return code
    }
}

extension Institution {
    init(_ entry: YAMLEntry) {
        let fields = YAMLFields(entry, ["name", "credit_code"])
        let code = fields.optional("credit_code")
        if let code, !CreditCode.isValid(code.rawText ?? "") {
            code.report(expected: "应为 18 位统一社会信用代码，末位是校验码", remedy: "请对照营业执照或法人证书")
        }
        self.init(name: fields.text("name"), creditCode: code?.rawText ?? "")
    }
}
