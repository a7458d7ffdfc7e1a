import Foundation
import Standards
import TestSupport
import Testing

/// A standard broken in one place, and what the loader says of it.
struct BrokenStandard: Sendable, CustomTestStringConvertible {
    let defect: String
    let file: String
    let text: String
    let replacement: String
    let issues: [String]

    init(_ defect: String, _ file: String, _ text: String, _ replacement: String, _ issues: String...) {
        self.defect = defect
        self.file = file
        self.text = text
        self.replacement = replacement
        self.issues = issues
    }

    var testDescription: String { defect }
}

@Suite("What the loader says of a broken edition")
struct LoaderErrorTests {
    @Test(arguments: [
        BrokenStandard(
            "unknown key", "edition.yml",
            "version:", "verson:",
            "edition.yml:+0:1：应为 id、title、version、kind、baseYear、inForceFrom、countsFrom、ratedUnder、documents 之一，读到不认识的键“verson”。是不是“version”？请改正或删去。",
            "edition.yml:-2:1：应有“version”，没有写。请补上。"),
        BrokenStandard(
            "misspelt kind of consortium", "edition.yml",
            "kind: municipal", "kind: munipical",
            "edition.yml:+0:7：应为 municipal、industry 之一，读到“munipical”。是不是“municipal”？请照此改正。"),
        BrokenStandard(
            "bad base year", "edition.yml",
            "baseYear: 2022 ", "baseYear: 22 ",
            "edition.yml:+0:11：应为年份，读到“22”。请写四位数，如 2025。"),
        BrokenStandard(
            "date that is no day", "edition.yml",
            "2023-04-18", "2023-02-30",
            "edition.yml:+0:11：应为日期，读到“2023-02-30”。请写成 2025-12-31 的样子。"),
        BrokenStandard(
            "not YAML", "edition.yml",
            "title: 市域产教联合体建设标准（试行）\nversion", "title: [市域产教联合体\nedition",
            "edition.yml:+1:8：应为合法的 YAML，此处读不下去（did not find expected ',' or ']'）。请检查缩进、引号和冒号后的空格。"),
        BrokenStandard(
            "same key twice", "edition.yml",
            "kind: municipal", "kind: municipal\nkind: municipal",
            "edition.yml:+0:1：同一处的键应不重复，“kind”写了两次。请删去一个。"),
        BrokenStandard(
            "missing title", "indicators.yml",
            "title: 是否召开相关会议, ", "",
            "indicators.yml:+0:17：应有“title”，没有写。请补上。"),
        BrokenStandard(
            "unknown kind of indicator", "indicators.yml",
            "title: 是否召开相关会议, kind: boolean", "title: 是否召开相关会议, kind: bolean",
            "indicators.yml:+0:54：应为 boolean、count、amount、percent、rank、text、choice 之一，读到“bolean”。是不是“boolean”？请照此改正。"),
        BrokenStandard(
            "duplicate code", "indicators.yml",
            "code: 1.1.2,", "code: 1.1.1,",
            "indicators.yml:+0:24：编号应不重复，“1.1.1”在第-1行已有。请改正其中一个。",
            "indicators.yml:-19:58：points 应有 116 个，实有 115 个。请对照原文查漏。"),
        BrokenStandard(
            "code of another row", "indicators.yml",
            "code: 1.1.2,", "code: 1.2.3,",
            "indicators.yml:+0:24：编号应为“1.1.”加一个数，读到“1.2.3”。请照原文改正。"),
        BrokenStandard(
            "point left out", "indicators.yml",
            "              - {code: 1.1.2, title: 是否出台相关文件, kind: boolean}\n", "",
            "indicators.yml:-19:58：points 应有 116 个，实有 115 个。请对照原文查漏。",
            "indicators.yml:-19:75：indicators 应有 135 个，实有 134 个。请对照原文查漏。"),
        BrokenStandard(
            "rows numbered with a gap", "indicators.yml",
            "number: 3\n", "number: 33\n",
            "indicators.yml:+0:21：应为 3，读到“33”。请对照原文的序号。"),
        BrokenStandard(
            "count without unit", "indicators.yml",
            "kind: count, unit: 门}", "kind: count}",
            "indicators.yml:+0:17：count 应有 unit，没有写。请补上或删去。"),
        BrokenStandard(
            "choice without choices", "indicators.yml",
            "kind: choice, choices: [国家级, 省级]", "kind: choice",
            "indicators.yml:+0:17：choice 应有 choices，其他类型应没有，没有写。请补上或删去。"),
        BrokenStandard(
            "condition on an unknown point", "indicators.yml",
            "kind: text, dueWhen: 6.1.1}", "kind: text, dueWhen: 6.1.11}",
            "indicators.yml:+0:69：应为已有的观测点编号，读到“6.1.11”。是不是“6.1.1”？请查 indicators.yml。"),
        BrokenStandard(
            "condition on an amount", "indicators.yml",
            "kind: text, dueWhen: 6.1.1}", "kind: text, dueWhen: 6.1.2}",
            "indicators.yml:+0:69：dueWhen 应为是否类的观测点，读到“6.1.2”。请改正。"),
        BrokenStandard(
            "number with words", "parameters.yml",
            "value: 1.2,", "value: 约1.2,",
            "parameters.yml:+0:32：应为数字，读到“约1.2”。请只写阿拉伯数字，如 1.2。"),
        BrokenStandard(
            "neither clause nor convention", "parameters.yml",
            "value: 1.2, basis: convention", "value: 1.2, basis: conventoin",
            "parameters.yml:+0:44：应为 clause、convention 之一，读到“conventoin”。是不是“convention”？请照此改正。"),
        BrokenStandard(
            "settings out of order", "parameters.yml",
            "    - {validFrom: 2022, value: 1.2,",
            "    - {validFrom: 2026, value: 1.5, basis: convention, reference: 乙}\n    - {validFrom: 2022, value: 1.2,",
            "parameters.yml:-4:3：settings 应按 validFrom 从早到晚，读到的次序不对。请调整次序。"),
        BrokenStandard(
            "measure named like a parameter", "measures.yml",
            "name: 登记政策\n", "name: 突破倍数\n",
            "measures.yml:+0:3：名称应不重复，“突破倍数”在 parameters.yml 第-1行已有。请改正其中一个。"),
        BrokenStandard(
            "measure twice", "measures.yml",
            "name: 日常到位", "name: 专项到位",
            "measures.yml:+0:3：名称应不重复，“专项到位”在 measures.yml 第-6行已有。请改正其中一个。"),
        BrokenStandard(
            "measure that names itself in a circle", "measures.yml",
            "value: 专项计划 + 日常计划", "value: 计划经费 - 日常计划",
            "measures.yml:-2:3：度量应不循环引用，读到 计划经费 → 计划经费。请改写其中一个。"),
        BrokenStandard(
            "measure of two words", "measures.yml",
            "name: 登记政策\n", "name: 登记 政策\n",
            "measures.yml:+0:9：度量名应为一个词，读到“登记 政策”。请去掉空格和标点。"),
        BrokenStandard(
            "unknown document", "negative-list.yml",
            "document: trial-standard", "document: trail-standard",
            "negative-list.yml:+0:13：document 应为 edition.yml 里的文件，读到“trail-standard”。是不是“trial-standard”？请改正。"),
        BrokenStandard(
            "clause in other words", "negative-list.yml",
            "title: 企业没有落实“四个合作”相关工作", "title: 企业没有落实四个合作",
            "negative-list.yml:+0:10：应与 indicators.yml 一致：“企业没有落实“四个合作”相关工作”，读到“企业没有落实四个合作”。请照原文改正。"),
        BrokenStandard(
            "clause left out", "negative-list.yml",
            "clause: \"16.4\"", "clause: \"16.7\"",
            "negative-list.yml：应有条款 16.4，没有写。请补上。",
            "negative-list.yml:+0:11：条款应在 indicators.yml 里，读到“16.7”。是不是“16.1”？请改正。"),
        BrokenStandard(
            "no rule for triggered", "negative-list.yml",
            "  triggered: 两年均计入 and every 年 in 近2年 satisfies 年.到位经费 < 年.计划经费\n", "",
            "negative-list.yml:-8:3：应有“triggered”，没有写。请补上。"),
        BrokenStandard(
            "text for an outcome that cannot be", "revocation.yml",
            "    clear: 通过", "    warning: 甲\n    clear: 通过",
            "revocation.yml:+0:5：应为 triggered、undetermined、clear、suspected、notApplicable 之一，读到不认识的键“warning”。请改正或删去。"),
        BrokenStandard(
            "brace without partner", "negative-list.yml",
            "warning: '{年度}年政府没有出台有效政策'", "warning: '{年度年政府没有出台有效政策'",
            "negative-list.yml:+0:14：花括号应成对，读到“{年度年政府没有出台有效政策”。请补上“{”或“}”。"),
        BrokenStandard(
            "folded formula", "negative-list.yml",
            "  suspected: |\n    not(", "  suspected: >\n    not(",
            "negative-list.yml:+0:14：多行公式应以“|”开头，读到“>”。请改为“|”，出错时才说得准位置。"),
        BrokenStandard(
            "threshold for an unknown point", "acceptance.yml",
            "  2.3.1: {", "  2.3.7: {",
            "acceptance.yml:+0:3：应为已有的观测点编号，读到“2.3.7”。是不是“2.3.1”？请查 indicators.yml。"),
        BrokenStandard(
            "commitment for text", "acceptance.yml",
            "committed:\n  count:", "committed:\n  text:",
            "acceptance.yml:+1:3：应为 count、amount、percent、rank 之一，读到不认识的键“text”。请改正或删去。",
            "acceptance.yml:+1:3：应有“count”，没有写。请补上。"),
        BrokenStandard(
            "verdict row on an unknown input", "verdict.yml",
            "when: {疑似的条款: '> 0'}", "when: {疑似条款: '> 0'}",
            // The row stands in two tables.
            "verdict.yml:+0:14：应为 已触发的条款或未决案件、疑似的条款、资料不全、基础性指标全部达标、实质性指标达标率 之一，读到不认识的键“疑似条款”。是不是“疑似的条款”？请改正或删去。",
            "verdict.yml:+0:14：应为 已触发的条款或未决案件、疑似的条款、资料不全、基础性指标全部达标、实质性指标达标率 之一，读到不认识的键“疑似条款”。是不是“疑似的条款”？请改正或删去。"),
        BrokenStandard(
            "tone that no page knows", "verdict.yml",
            "tone: fail", "tone: failed",
            "verdict.yml:+0:13：应为 disqualify、fail、hold、rectify、incomplete、pass、keep、other 之一，读到“failed”。是不是“fail”？请照此改正。"
        ),
        BrokenStandard(
            "summary of what is not counted", "verdict.yml",
            "  warning: 预警数", "  warnings: 预警数",
            "verdict.yml:+0:3：应为 triggered、waived、suspected、undetermined、warning、openCases、completeness、basicMet、substantiveShare、"
                + "ratedPoints、unratedPoints、disputedPoints、met、partlyMet、notMet、missingLeads 之一，读到不认识的键“warnings”。是不是“warning”？请改正或删去。"
        ),
        BrokenStandard(
            "other hit policy", "verdict.yml",
            "hitPolicy: first", "hitPolicy: any",
            "verdict.yml:+0:12：应为 first，读到“any”。请照此改正。"),
        BrokenStandard(
            "unknown point among those that cannot repeat", "credibility.yml",
            "  - 13.2.4\n", "  - 13.2.5\n",
            "credibility.yml:+0:5：应为已有的观测点编号，读到“13.2.5”。是不是“11.2.5”？请查 indicators.yml。"),
        BrokenStandard(
            "list instead of a mapping", "credibility.yml",
            "  - {part: 8.2.3, whole: 8.2.2}", "  - [8.2.3, 8.2.2]",
            "credibility.yml:+0:5：应为键值，读到一个列表。请写成“键: 值”。"),
        BrokenStandard(
            "several at once", "verdict.yml",
            "verdict: fail\n      title: 建议不通过\n      tone: fail\n      when: {}\n      basis: convention",
            "verdict: fail\n      titel: 建议不通过\n      tone: fail\n      when: {}\n      basis: conv",
            "verdict.yml:+1:7：应为 verdict、title、tone、openTitle、deadline、when、basis、reference 之一，读到不认识的键“titel”。是不是“title”？请改正或删去。",
            "verdict.yml:+0:7：应有“title”，没有写。请补上。",
            "verdict.yml:+4:14：应为 clause、convention 之一，读到“conv”。请照此改正。"),
    ])
    func `each defect has its place, what was expected, what was found and what to do`(broken: BrokenStandard) throws {
        let fixture = try EditionFixture(broken.file, broken.text, broken.replacement)
        let issues = try fixture.issues().map { relative($0, to: fixture.line) }
        #expect(issues == broken.issues)
    }

    /// The message with its line numbers counted from the line of the defect (`+0`), so that an edit of the law above
    /// it changes no test.
    private func relative(_ issue: String, to line: Int) -> String {
        let counted = { (number: Substring) in (Int(number) ?? 0) - line }
        let sign = { (offset: Int) in offset < 0 ? "\(offset)" : "+\(offset)" }
        return issue.replacing(/yml:(\d+):/) { "yml:\(sign(counted($0.1))):" }
            .replacing(/第(\d+)行/) { "第\(sign(counted($0.1)))行" }
    }

    @Test func `a missing file and one that is not UTF-8 are named, and the rest is read on`() throws {
        let fixture = try EditionFixture("verdict.yml", "hitPolicy: first", "hitPolicy: any")
        try FileManager.default.removeItem(at: fixture.url.appending(path: "edition.yml"))
        try Data([0xB1, 0xEA, 0xD7, 0xBC]).write(to: fixture.url.appending(path: "measures.yml"))
        let head = fixture.url.appending(path: "edition.yml").path
        #expect(
            try fixture.issues() == [
                "\(head)：应有这个文件，打不开。请检查标准的目录是否完整、可读。",
                "measures.yml：应为 UTF-8 编码，读到别的编码。请另存为 UTF-8。",
                "verdict.yml:\(fixture.line):12：应为 first，读到“any”。请照此改正。",
            ])
    }

    @Test func `an empty file is named`() throws {
        let fixture = try EditionFixture("verdict.yml", "hitPolicy", "hitPolicy")
        try Data().write(to: fixture.url.appending(path: "parameters.yml"))
        #expect(try fixture.issues() == ["parameters.yml：应有内容，文件是空的。请照其他标准的同名文件填写。"])
    }
}
