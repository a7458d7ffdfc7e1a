import Foundation
import TestSupport
import Testing

/// Help and usage errors are in Chinese, whole; in English where it is asked for.
@Suite("The language of the commands")
struct LanguageTests {
    private static let commands: [[String]] = [
        [], ["check"], ["template"], ["collect"], ["receipt"], ["assess"], ["explain"], ["alert"], ["report"], ["run"],
        ["diff"], ["simulate"],
        ["rules"], ["rules", "list"], ["rules", "test"], ["rules", "describe"], ["rules", "coverage"], ["feel"],
        ["status"], ["verify"], ["backup"], ["restore"], ["ack"], ["silence"], ["silence", "add"], ["silence", "list"],
        ["silence", "expire"], ["review"], ["review", "list"], ["review", "show"], ["review", "confirm"],
        ["review", "dismiss"], ["review", "waive"], ["review", "accept-plan-change"], ["review", "withdraw"],
        ["review", "sheet"], ["review", "sign"],
        ["review", "appeal"], ["review", "execute"], ["review", "rate"], ["review", "transition"],
        ["log"], ["log", "head"], ["log", "prove"], ["log", "init"],
        ["calendar"], ["schedule"], ["schedule", "print"], ["schedule", "install"], ["schedule", "check"],
    ]

    @Test func `no command is left out here`() throws {
        let help = try Workplace().command("--help", "--lang", "en").output
        let list = try #require(help.firstRange(of: "SUBCOMMANDS:")).upperBound
        let names = help[list...].matches(of: try Regex(#"\n  ([a-z]+) "#)).compactMap { $0.output[1].substring }
        #expect(Set(names.map(String.init)) == Set(Self.commands.compactMap(\.first)))
    }

    /// Three English words in a row are a sentence that nobody put into Chinese; the synopsis and what stands in braces
    /// or behind a dash is no sentence.
    @Test(arguments: commands) func `help is in Chinese`(command: [String]) throws {
        let help = try Workplace().command(command + ["--help"]).output
        let text = help.split(separator: "\n\n").filter { !$0.contains("用法： ") }.joined(separator: "\n")
        #expect(text.firstMatch(of: try Regex("[A-Za-z]+ [A-Za-z]+ [A-Za-z]+")) == nil, "\(help)")
        #expect(!text.contains("(default") && !text.contains("(values"), "\(help)")
        #expect(help.split(separator: "\n").allSatisfy { Self.width($0) <= 80 }, "\(help)")
    }

    @Test(arguments: commands) func `help is in English where it is asked for`(command: [String]) throws {
        let help = try Workplace().command(command + ["--help", "--lang=en"]).output
        let chinese = help.unicodeScalars.filter { (0x4e00...0x9fff).contains($0.value) }
        // FEEL's own names are Chinese.
        #expect(chinese.isEmpty || command == ["feel"], "\(help)")
    }

    @Test(arguments: [
        ("colect x", "多出“colect”“x”。是不是“collect”？"), ("stauts", "多出“stauts”。是不是“status”？"),
        ("rules tset", "多出“tset”。是不是“test”？"), ("assess", "请用 --year 写明年度，如 --year 2025。"),
        ("assess --year", "--year <year> 后面缺少值。"),
        ("status --provinec 430000", "没有选项“--provinec”。是不是“--province”？"),
        ("status --nothing-like", "没有选项“--nothing-like”。"),
        ("assess --year 2025 --format xml", "应为 table、csv、ndjson"),
        ("collect x --dry-run=3", "选项 --dry-run 不带值，读到“3”。"),
        ("template --year 2025 -o x --all --consortium C1", "--all 和 --consortium 只能写一个。"),
        ("feel", "请写表达式，或 --ndjson，或 --consortium 编号 --year 年度。"), ("status --lang fr", "--lang 应为 zh 或 en，读到“fr”。"),
    ]) func `what is wrong is said in Chinese`(line: String, says: String) throws {
        let outcome = try Workplace().command(line.split(separator: " ").map(String.init), exits: 2)
        let said = outcome.errors.replacing("\n", with: "")
        #expect(said.hasPrefix("错误："), "\(outcome.errors)")
        #expect(said.contains(says), "\(outcome.errors)")
        #expect(!outcome.errors.contains("Error"), "\(outcome.errors)")
    }

    @Test func `the environment chooses too, and the command line goes first`() throws {
        let work = try Workplace()
        let english = ["CONSORTIUM_MONITOR_LANG": "en"]
        #expect(try Program(in: work.url).run(["--help"], environment: english).output.hasPrefix("OVERVIEW:"))
        #expect(
            try Program(in: work.url).run(["--help", "--lang", "zh"], environment: english).output.hasPrefix("说明："))
    }

    private static func width(_ line: Substring) -> Int {
        line.unicodeScalars.reduce(0) { $0 + ((0x2e80...0xffe6).contains($1.value) ? 2 : 1) }
    }
}
