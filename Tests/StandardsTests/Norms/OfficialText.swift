import Foundation
import TestSupport

/// An official text as its file has it, without white space and what pages and web sites put around it.
enum OfficialText {
    /// The files of `sources/` whose every sentence is in `data/norms`, by the id of the source.
    static let ids = [
        "construction-standard-trial", "hunan-notice-2024-23", "industry-community-guide-2023", "moe-notice-2023-15",
    ]

    static func file(_ id: String) throws -> String {
        guard let shared = Repository.shared else { return "" }
        return try String(contentsOf: shared.appending(path: "sources/\(id).txt"), encoding: .utf8)
    }

    /// What the entries of the source have to say, one after the other.
    static func read(_ id: String) throws -> String {
        switch id {
        case "construction-standard-trial": try standard()
        case "industry-community-guide-2023": bare(withoutSite(try file(id)))
        default: bare(withoutRepeatedHeads(try file(id), head: "基本指标"))
        }
    }

    /// Without white space, and the marks that a page was converted with.
    static func bare(_ text: String) -> String {
        text.replacing("<p>", with: "").replacing("</p>", with: "")
            .filter { !$0.isWhitespace && !"#<>".contains($0) }
    }

    /// A table prints its head on every page.
    static func withoutRepeatedHeads(_ text: String, head: String) -> String {
        var isFirst = true
        return text.split(separator: "\n").filter { line in
            guard line.trimmingCharacters(in: .whitespaces).hasPrefix(head) else { return true }
            defer { isFirst = false }
            return isFirst
        }.joined(separator: "\n")
    }

    /// The guide without the name, the menus and the links of the web site around it.
    private static func withoutSite(_ text: String) -> String {
        let lines = text.split(separator: "\n")
        let head = lines.filter { $0.hasPrefix("## 行业") || $0.hasPrefix("来源：") }
        return (head + lines.drop { !$0.hasPrefix("行业产教融合共同体（以下简称") }).joined(separator: "\n")
    }

    /// The standard's table in the order of its hierarchy: its cells break over lines and pages, so that the file goes
    /// from one to the other and back.
    private static func standard() throws -> String {
        let url = try Repository.sources.appending(path: "construction-standard-trial.txt")
        let table = try SourceText(contentsOf: url)
        var text = "附件1市域产教联合体建设标准（试行）序号一级指标二级指标三级指标观测点"
        var categories = table.categories[...]
        var cooperation = ""
        for goal in table.goals {
            // Each of the three begins with a goal of its own.
            if ["1", "5", "16"].contains(goal.code) { text += categories.removeFirst() }
            if goal.cooperation != cooperation { text += goal.cooperation }
            cooperation = goal.cooperation
            text += "\(goal.code).\(goal.title)\(goal.aim)"
            for row in table.rows where row.code.hasPrefix(goal.code + ".") {
                text += row.code + row.text
                let points = table.points.filter { $0.code.hasPrefix(row.code + ".") }
                text += points.map { $0.code + $0.title }.joined()
            }
        }
        return bare(text)
    }
}

extension Repository {
    struct NoSources: Error {}

    /// The folder with the official texts.
    static var sources: URL {
        get throws {
            guard let shared else { throw NoSources() }
            return shared.appending(path: "sources")
        }
    }

    static let norms = root.appending(path: "data/norms")
}
