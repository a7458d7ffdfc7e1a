import Configuration
import Foundation
import Standards
import TestSupport
import Testing

@testable import Collection

extension FormCrosswalk {
    /// The crosswalk of Hunan's 推荐书 in the repository.
    static let hunan = Result {
        let directory = Repository.root.appending(path: "data/forms/hunan-recommendation-2024")
        guard let crosswalk = try FormCrosswalk.load(from: directory, for: try Edition.trial.get()) else {
            throw ConfigurationError([])
        }
        return crosswalk
    }
}

struct FormCrosswalkTests {
    private static func load(_ text: String) throws -> FormCrosswalk? {
        try FormCrosswalk.load(Data(text.utf8), named: "crosswalk.yml", for: Edition.trial.get())
    }

    @Test func `only what means the same is mapped, with the reason`() throws {
        let fields = try FormCrosswalk.hunan.get().tables.flatMap(\.fields)
        #expect(
            fields.compactMap(\.indicator?.text) == [
                "2.1.2/总产值", "8.1.3", "8.5.1", "8.4.1/人次", "8.4.1/课时", "8.4.2/人次", "8.4.2/课时", "8.4.3", "9.1.5",
                "9.1.6", "10.2.2", "11.2.5", "11.2.4", "9.2.1", "9.2.3", "9.2.4", "14.1.1", "14.1.3",
                "14.1.4",
            ])
        let years = try FormCrosswalk.hunan.get().years
        #expect(years[ReportingYear(2022)] == .actual && years[ReportingYear(2023)] == .actual)
        #expect(years[ReportingYear(2024)] == .committed && years[ReportingYear(2025)] == .committed)
    }

    @Test(.needsSharedFolder) func `every label is one that the notice prints`() throws {
        let notice = try #require(Repository.shared).appending(path: "sources/hunan-notice-2024-23.txt")
        let text = try String(contentsOf: notice, encoding: .utf8)
        let printed = Set(
            text.split { $0 == "\t" || $0 == "\n" || $0 == "_" }.flatMap { [FormLabel(String($0))] }.map(\.key))
        for table in try FormCrosswalk.hunan.get().tables {
            for label in table.headings + table.fields.flatMap(\.row) {
                #expect(printed.contains(label.key), "\(label.text)")
            }
        }
    }

    @Test func `everything that is wrong is named with its line and column`() throws {
        let error = #expect(throws: ConfigurationError.self) {
            try Self.load(
                """
                id: form
                title: 表
                edition: municipal-consortium-trial
                years: [{year: 2022, basis: real}]
                subject: nam
                tables:
                  - title: 一
                    fields:
                      - {id: a, row: 甲, kind: count, unit: 个, indicator: 8.1.33, reference: 同, columns: years}
                      - {id: a, row: 乙, kind: count, unit: 门, indicator: 8.1.3, columns: years}
                      - {id: c, row: 丙, kind: count, unit: 个, indicator: 8.5.1, reference: 同}
                      - {id: d, row: 丁, kind: text, reference: 同}
                      - {id: e, row: 戊, kind: count, unit: 个, colums: years}
                declarations:
                  - {id: f, where: 承诺, title: 承诺, signature: 签字}
                statements:
                  - {id: f, title: 声明, text: 没有。, signed: g, denies: {years: 三, domains: [安全], severities: [major]}}
                """)
        }
        let places = error?.issues.map { "\($0.line):\($0.column) \($0.expected)" }
        #expect(
            places == [
                "4:29 应为 actual、committed 之一", "9:58 应为已有的观测点编号", "10:14 id 应不重复", "10:9 应有“reference”",
                "10:58 应与本栏同类型、同单位（count 门）", "11:58 对应的栏应有 year 或 columns: years",
                "12:48 reference 应与 indicator 一起写",
                "13:47 应为 id、row、line、columns、column、year、kind、unit、otherUnits、limit、indicator、reference 之一",
                "17:62 应为非负整数",
                "17:75 应为 enrolment、employment、safety、other、falsification、dissolution、revocation、majorChange、"
                    + "majorViolation 之一",
                "17:43 应为 declarations 中某一项的 id", "17:10 id 应不重复",
                "5:10 应为某一栏的 id",
            ])
        #expect(error?.issues.compactMap(\.suggestion) == ["8.1.3", "columns"])
    }

    @Test func `a crosswalk of another edition is none of this one`() throws {
        #expect(try Self.load("edition: other\nnonsense: 1") == nil)
    }

    @Test(arguments: [
        ("人才 培\n养 质 量", "人才培养质量"), ("联合体负责人 ¹", "联合体负责人"), ("2023年2", "2023年"), ("2023 年²：", "2023年"),
        ("运行经费总额（万元）", "运行经费总额"), ("通过\"文化素质＋职业技能\"考试", "通过“文化素质+职业技能”考试"), ("（拟）成立时间", "成立时间"),
        ("成果转化率（%）/到账经费（万元）", "成果转化率到账经费"), ("A区3", "Ａ区3"),
    ])
    func `labels are the same however they are typed`(typed: String, printed: String) {
        #expect(FormLabel(typed) == FormLabel(printed))
    }

    @Test func `labels that differ in a word are not the same`() {
        #expect(FormLabel("2022年") != FormLabel("2023年"))
        #expect(FormLabel("共建课程") != FormLabel("共建教材"))
        #expect(FormLabel("（未关上的括号") == FormLabel("未关上的括号"))
        #expect(FormLabel("").key.isEmpty && FormLabel("(不超过200字)").key.isEmpty)
    }

    @Test(arguments: [("先进制造业", 5), ("2023 年 GDP 增长8.5%。", 7), (" \n", 0), ("a b", 2)])
    func `text is as long as office programs say`(text: String, length: Int) {
        #expect(FormText.length(text) == length)
    }

    @Test(arguments: [
        ("(不超过 200 字)", ""), ("好（不超过200字）", "好"), ("甲（试点）", "甲（试点）"), ("____", ""), ("示例学院 (公章)", "示例学院"),
        ("(未关上", "(未关上"), ("(2000 字以内)", ""),
    ])
    func `hints are not what was filled in`(text: String, filled: String) {
        #expect(FormText.filledIn(text) == filled)
    }
}
