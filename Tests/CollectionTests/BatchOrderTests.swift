import FEEL
import Foundation
import Standards
import Testing

@testable import Collection

/// Which of two files of one subject is the later one.
struct BatchOrderTests {
    let inbox: Inbox

    init() throws {
        inbox = try Inbox()
        inbox.roots = [InboxRoot(path: inbox.path, authority: .authority)]
    }

    private func write(_ name: String, _ value: String, consortium: String = "C001") throws {
        try inbox.write(name, ["联合体编号,观测点,年度,数值", "\(consortium),6.1.2,2025,\(value)", "\(consortium),9.1.1,2025,7"])
    }

    /// The store keeps the order of names as a text.
    @Test func `the keys of names order as the names do`() {
        let names = [
            "C001.csv", "C001-更正.csv", "C001 (1).csv", "C001-v2.csv", "C001-v10.csv", "C001-v010.csv", "C001-补充.csv",
            "C001-最终.csv", "C0010.csv", "湖南省/C001.csv", "湖南省/C001-更正2.csv", "湖南省/更正/C001.csv", "2024/C001.csv",
            "2025/C001.csv", "甲.csv", "乙.csv", "第二次.csv", "第十次.csv", "a.csv", "",
        ].map { NaturalName($0) }
        for (left, right) in names.flatMap({ left in names.map { (left, $0) } }) {
            let order = left.relation(to: right).order.signum()
            let (key, other) = (left.sortKey, right.sortKey)
            let ofKeys = key == other ? 0 : key.utf8.lexicographicallyPrecedes(other.utf8) ? -1 : 1
            #expect(ofKeys == order, "\(key) \(other)")
        }
    }

    @Test(arguments: [
        ["T01.csv", "T01-更正.csv"], ["T01.csv", "T01 (1).csv"], ["T01-v2.csv", "T01-v10.csv"], ["T01.csv", "T01v2.csv"],
        ["T01.csv", "T01（更正）.csv"], ["T01 (1).csv", "T01 (2).csv", "T01 (10).csv"], ["填报表第2版.csv", "填报表第10版.csv"],
        ["填报表.csv", "填报表补充.csv"], ["T01-更正.csv", "T01-更正2.csv", "T01-更正（3）.csv"],
        ["2026-03-05/a.csv", "2026-03-15/a.csv"],
        ["T01-修订.csv", "T01-最终.csv"], ["第二批/T01.csv", "第三批/T01.csv"], ["T01_20260301.csv", "T01_20260305.csv"],
        ["Ｔ０１.csv", "T01-１.csv"],
    ])
    func `names tell`(names: [String]) throws {
        for (number, name) in names.enumerated() { try write(name, String(number)) }
        let batch = inbox.survey()
        #expect(batch.items.map(\.name) == names)
        for name in names {
            let (submission, findings) = try inbox.read(name)
            #expect(submission.observations.count == 2 && findings.isEmpty, "\(findings.map(\.text))")
        }
    }

    @Test(arguments: [
        ["甲.csv", "乙.csv"], ["T01.csv", "T01.tsv"], ["T01-更正.csv", "T01-补充.csv"], ["a/T01.csv", "b/T01.csv"],
        ["T01.csv", "T01-2025.csv"], ["T01.csv", "T01-湖南.csv"],
    ])
    func `where nothing tells, neither figure counts, and both files say so`(names: [String]) throws {
        for (number, name) in names.enumerated() { try write(name, String(number + 1)) }
        for (name, other) in zip(names, names.reversed()) {
            let (submission, findings) = try inbox.read(name)
            #expect(submission.observations.map(\.indicator.text) == ["9.1.1"])
            #expect(findings.map(\.kind.id) == ["order-unknown"] && findings[0].kind.severity == .error)
            #expect(
                findings.first?.problem
                    == "与“\(other)”有1项数值不同，无法确定哪一份在后，两份中的这些数均未采用：C001 6.1.2（2025年）。")
        }
    }

    @Test func `files that say the same, or speak of others, are not in each other's way`() throws {
        try write("甲.csv", "1")
        try write("乙.csv", "1")
        try write("丙.csv", "2", consortium: "C002")
        for name in ["甲.csv", "乙.csv", "丙.csv"] { #expect(try inbox.read(name).1.isEmpty) }
    }

    @Test func `a blank contradicts nothing`() throws {
        try write("甲.csv", "1")
        try write("乙.csv", "")
        #expect(try inbox.read("甲.csv").0.observations.count == 2)
    }

    /// Each of such files was once read twice, and all of them were held at the same time.
    @Test func `a register is in no dispute with figures`() throws {
        try write("甲.csv", "1")
        try inbox.write("登记.csv", ["编号,联合体编号,发生日期,领域,程度,核查状态", "I1,C001,2025-03-01,安全,一般,线索"])
        #expect(inbox.survey().items.map { $0.contest == nil } == [true, true])
        try write("乙.csv", "2")
        let items = inbox.survey().items
        #expect(items.filter { $0.contest == nil }.map(\.name) == ["登记.csv"])
        #expect(try inbox.read("乙.csv").1.map(\.kind) == [.orderUnknown])
    }

    @Test func `of three files each tells of the others that say otherwise`() throws {
        for (name, value) in [("甲.csv", "1"), ("乙.csv", "2"), ("丙.csv", "1")] { try write(name, value) }
        let (submission, findings) = try inbox.read("乙.csv")
        #expect(findings.compactMap { $0.values["other"] }.sorted() == ["丙.csv", "甲.csv"])
        #expect(submission.observations.map(\.indicator.text) == ["9.1.1"])
        #expect(try inbox.read("丙.csv").1.compactMap { $0.values["other"] } == ["乙.csv"])
    }

    @Test func `a manifest tells more than names`() throws {
        try write("T01.csv", "2")
        try write("T01-更正.csv", "1")
        try write("甲.csv", "3")
        try inbox.write("清单.csv", ["文件,收到日期", "T01.csv,2026-03-05", "T01-更正.csv,2026-03-01", "甲.csv,2026-03-03"])
        let batch = inbox.survey()
        #expect(batch.items.map(\.name) == ["清单.csv", "T01-更正.csv", "甲.csv", "T01.csv"])
        #expect(try inbox.read("T01.csv").1.isEmpty)
    }

    @Test func `senders are told apart`() throws {
        try write("甲.csv", "1")
        try write("乙.csv", "2")
        try inbox.write("清单.csv", ["文件,收到日期,报送单位,联合体编号", "甲.csv,2026-03-05,园区,", "乙.csv,2026-03-05,,C001"])
        #expect(try inbox.read("甲.csv").1.isEmpty && inbox.read("乙.csv").1.isEmpty)
    }

    @Test func `documents of one subject go by when they were saved`() throws {
        for (name, value, day) in [("甲.xlsx", "1", 5), ("乙.xlsx", "2", 3), ("丙.xlsx", "3", 9)] {
            try inbox.writeWorkbook(
                name, [("数据", [["联合体编号", "观测点编号", "2025年实际"], ["C001", "6.1.2", value]])],
                savedAt: day * 86_400)
        }
        let batch = inbox.survey()
        #expect(batch.items.map(\.name) == ["乙.xlsx", "甲.xlsx", "丙.xlsx"])
        let (submission, findings) = try inbox.read("甲.xlsx")
        #expect(submission.sentAt == Date(timeIntervalSince1970: 5 * 86_400) && findings.isEmpty)
        // One that does not say leaves it to the names, which tell nothing here.
        try write("丁.csv", "4")
        #expect(try inbox.read("甲.xlsx").1.contains { $0.kind == .orderUnknown })
    }

    @Test func `the first plan is the one of the first file`() throws {
        try inbox.write("T01.csv", ["联合体编号,观测点,年度,数值", "C001,6.1.4,2025,200"])
        try inbox.write("T01-更正.csv", ["联合体编号,观测点,年度,数值", "C001,6.1.4,2025,150"])
        #expect(inbox.survey().items.map(\.name) == ["T01.csv", "T01-更正.csv"])
    }
}
