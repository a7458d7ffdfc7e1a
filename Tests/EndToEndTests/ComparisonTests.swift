import Foundation
import TestSupport
import Testing

/// What changed between two days, and what would under other rules, by the built command.
@Suite("Comparisons")
struct ComparisonTests {
    private func store() throws -> Workplace {
        let work = try Workplace()
        try work.receiveSample(only: ["C001", "C002", "C003"])
        try work.run()
        return work
    }

    private func lines(_ text: String, about subject: String) -> [String] {
        text.split(separator: "\n").filter { $0.contains("\"subject\":\"\(subject)\"") }.map(String.init)
    }

    @Test func `a correction is named as what changed the clause, with its cell`() throws {
        let work = try store()
        try work.write(
            "联合体编号,观测点,年度,口径,数值,佐证材料\nC002,6.1.2,2025,实际,9999,凭证.pdf\n", to: "更正.csv")
        try work.command("collect", "更正.csv", now: "2026-04-12T09:00:00+08:00")
        let days = ["--year", "2025", "--from", "2026-04-11", "--to", "2026-04-12"]
        let now = "2026-04-13T09:00:00+08:00"

        let text = try work.command(["diff"] + days, now: now).output
        #expect(text.contains("16.3 连续两年没有按计划落实经费投入：已触发 →"))
        #expect(text.contains("← 6.1.2") && text.contains("→ 9999万元（更正.csv › 第2行第5列）"))
        #expect(text.contains("1家有变化，另有2家没有变化。"))

        let changes = try work.command(["diff"] + days + ["--format", "ndjson"], now: now).output
        let clause = try #require(lines(changes, about: "16.3").first)
        #expect(lines(changes, about: "16.3").count == 1 && clause.contains(#""before":"triggered""#))
        #expect(clause.contains(#""because":[{"kind":"figure","before":{"indicator":"6.1.2","year":2025,"#))
        // The same question has the same answer, to the byte.
        #expect(try work.command(["diff"] + days + ["--format", "ndjson"], now: now).output == changes)

        let page = try work.command(["diff"] + days + ["--format", "html"], now: now).output
        #expect(page.contains("<!DOCTYPE html>") && page.contains("9999万元") && !page.contains("<script"))
        #expect(try work.command("diff", "--year", "2025", "--from", "2026-04-12", now: now).output.contains("3家均无变化。"))
    }

    @Test func `another number is tried on past years, and nothing is changed`() throws {
        let work = try store()
        let before = try work.outcomes()
        let text = try work.command("simulate", "--set", "突破倍数=1000", "--year", "2025").output
        #expect(text.contains("2025年度评定，现行口径与试用口径（突破倍数=1000）"))
        #expect(text.contains("16.5 人才培养没有取得重大突破：未触发 → 疑似，待认定"))
        #expect(text.contains("← 口径不同"))
        #expect(try work.outcomes() == before)
    }

    /// How many would a tolerance of five percent in 16.3 save, and which?
    @Test func `a changed file of rules is tried in the place of the edition's`() throws {
        let work = try store()
        let file = Repository.trialStandard.appending(path: "negative-list.yml")
        let rules = try String(contentsOf: file, encoding: .utf8)
        try work.write(
            rules.replacing("年.到位经费 < 年.计划经费\n", with: "年.到位经费 < 年.计划经费 * 0.05\n"), to: "试用/negative-list.yml")
        let text = try work.command("simulate", "--rules", "试用/negative-list.yml", "--year", "2025").output
        #expect(text.contains("C002") && text.contains("16.3 连续两年没有按计划落实经费投入：已触发 → 预警：1家"))
        #expect(text.contains("← 6.1.2 专项经费实际到位资金（万元）（2025年）"))

        try work.write(rules.replacing("近2年 satisfies", with: "近三年 satisfies"), to: "试用/negative-list.yml")
        let wrong = try work.command("simulate", "--rules", "试用/negative-list.yml", exits: 2).errors
        #expect(wrong.contains("negative-list.yml") && wrong.contains("近三年"))
    }

    @Test func `what cannot be compared is refused with the remedy`() throws {
        let work = try store()
        let wrong: [([String], String)] = [
            (["diff", "--year", "2025", "--from", "2026-05-01", "--to", "2026-04-01"], "--from 应早于 --to"),
            (["diff", "--year", "2025", "--from", "四月"], "--from 应为日期，如 2026-03-31，读到“四月”"),
            (["diff", "--year", "2025", "--from", "2026-04-01", "--consortium", "C999"], "没有联合体“C999”"),
            (["simulate", "--year", "2025"], "请用 --set 参数=数 或 --rules 文件"),
            (["simulate", "--set", "突破倍=2"], "没有参数“突破倍”。是不是“突破倍数”？"),
            (["simulate", "--set", "突破倍数=很多"], "--set 应为 参数=数"),
            (["simulate", "--rules", "其他.yml"], "可以替换的有："),
        ]
        for (arguments, message) in wrong {
            #expect(try work.command(arguments, exits: 2).errors.contains(message), "\(arguments)")
        }
    }
}
