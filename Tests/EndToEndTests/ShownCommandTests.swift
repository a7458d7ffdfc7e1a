import Foundation
import Standards
import TestSupport
import Testing

/// The commands that docs/sources.md names for what the sources ask.
@Suite("What shows what the sources ask")
struct ShownCommandTests {
    /// Every command once, as it is typed, without its values.
    private static func commands() throws -> [[String]] {
        let showing = try NormShowing.load(from: Repository.root.appending(path: "data/norms"))
        var seen: Set<[String]> = []
        return showing.entries.map(\.text).filter { !$0.hasPrefix("page ") }.map { text in
            let words = text.split(separator: " ").map(String.init)
            let verbs = words.prefix { !$0.hasPrefix("-") }.prefix(words[0] == "rules" ? 2 : 1)
            return Array(verbs) + words.filter { $0.hasPrefix("--") }
        }.filter { seen.insert($0).inserted }
    }

    @Test func `every command exists with its options`() throws {
        let work = try Workplace()
        for command in try Self.commands() {
            let verbs = command.prefix { !$0.hasPrefix("--") }
            let help = try work.command(Array(verbs) + ["--help", "--lang", "en"]).output
            for option in command.dropFirst(verbs.count) { #expect(help.contains(option), "\(command)") }
        }
    }

    /// The sample of consortia and of communities, as the README's demo has it.
    private static func demo() throws -> Workplace {
        let work = try Workplace()
        try work.receiveSample()
        let communities = work.url.appending(path: "var/inbox/communities")
        try FileManager.default.copyItem(at: Workplace.sample.appending(path: "communities"), to: communities)
        for pipeline in ["municipal", "industry"] {
            let run = ["run", "pipelines/\(pipeline)-annual.yml", "--year", "2025", "--reports", "var/\(pipeline)"]
            try work.command(run)
        }
        return work
    }

    /// Of a table of a hundred and more, every one in a campaign, else one of each twelve.
    @Test func `what is named shows something on the sample data`() throws {
        let work = try Self.demo()
        let told = try work.command("rules", "coverage", "--shown").output
        let named = Set(told.split(separator: "\n").filter { $0.hasPrefix("    ") }.map { $0.dropFirst(4) })
        let verbs = ["explain", "status", "rules", "calendar", "check"]
        let commands = named.map { $0.split(separator: " ").map(String.init) }
            .filter { verbs.contains($0[0]) && $0.count > 1 }.sorted { $0.lexicographicallyPrecedes($1) }
        #expect(commands.count > 150)
        for (place, command) in commands.enumerated()
        where Campaign.factor > 1 || place.isMultiple(of: 12) || command[0] != "explain" {
            let outcome = try work.command(command)
            #expect(outcome.output.split(separator: "\n").count > 1, "\(command)")
            if command[0] == "explain" { #expect(outcome.output.contains(command[2]), "\(command)") }
        }
        let pages = named.filter { $0.hasPrefix("页面 ") }.map { $0.dropFirst(3) }
        #expect(pages.count >= 4)
        for page in pages {
            let parts = page.split(separator: "#").map(String.init)
            let text = try work.read("var/municipal/2025/\(parts[0])")
            if parts.count > 1 { #expect(text.contains("id=\"\(parts[1])\""), "\(page)") }
        }
    }

    @Test func `sentence by sentence it is told what shows it`() throws {
        let told = try Workplace().command("rules", "coverage", "--shown").output
        for line in [
            "explain C002 16.3 --year 2025", "status --year 2025 --province 330000", "页面 province-430000.html",
            "explain C029 2.1.1 --year 2025 --edition industry-community-guide-2023",
        ] {
            #expect(told.contains(line), "\(line)")
        }
    }
}
