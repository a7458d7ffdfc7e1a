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
