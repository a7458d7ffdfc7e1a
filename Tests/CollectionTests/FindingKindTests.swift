import Standards
import Testing

@testable import Collection

struct FindingKindTests {
    @Test func `kinds are known by their ids`() {
        #expect(Set(FindingKind.all.map(\.id)).count == FindingKind.all.count)
        for kind in FindingKind.all { #expect(FindingKind.named(kind.id) == kind) }
        #expect(FindingKind.named("no-such-kind") == nil)
    }

    @Test func `a message names file, place, what was expected, what was found and what to do`() {
        let source = CellSource(file: "填报表-2025.csv", sha256: "", sheet: nil, row: 31, column: 5)
        #expect(
            Finding(.notANumber, at: source, ["found": "约120"]).message
                == "填报表-2025.csv › 第31行第5列：应为数字，读到“约120”。请只填数字；没有采集请留空。")
        let cell = CellSource(file: "填报表.xlsx", sha256: "", sheet: "观测点", row: 31, column: 6)
        #expect(Finding(.notANumber, at: cell, ["found": "约"]).message.hasPrefix("填报表.xlsx › 观测点!F31："))
        let file = CellSource(file: "空.csv", sha256: "", sheet: nil, row: 0, column: 0)
        #expect(Finding(.emptyFile, at: file).message == "空.csv：文件中没有内容。请核对后重新发送。")
    }

    @Test func `what was found is shown in one line`() {
        let source = CellSource(file: "a.csv", sha256: "", sheet: nil, row: 1, column: 1)
        let found = "一\n二" + String(repeating: "长", count: 200)
        let text = Finding(.notANumber, at: source, ["found": found]).text
        #expect(text.contains("“一 二长") && text.contains("…”") && text.count < 120)
    }

    @Test func `what was found is not taken for a place in the template`() {
        let source = CellSource(file: "a.csv", sha256: "", sheet: nil, row: 1, column: 1)
        let text = Finding(.unknownIndicator, at: source, ["found": "{suggestion}", "suggestion": "是否为甲？"]).text
        #expect(text == "标准中没有观测点“{suggestion}”，本行未采用。是否为甲？")
    }

    @Test func `a finding that was stored as data renders the same sentence`() throws {
        let source = CellSource(file: "填报表.xlsx", sha256: "ab", sheet: "观测点", row: 31, column: 6)
        let long = "约\n" + String(repeating: "长", count: 200)
        for kind in FindingKind.all {
            let names = (kind.problem + kind.remedy).matches(of: /\{(\w+)\}/).map { String($0.1) }
            let values = Dictionary(names.map { ($0, "\($0)=\(long)") }) { first, _ in first }
            let finding = Finding(kind, at: source, consortium: "C1", values)
            let again = try #require(Finding(restoring: kind.id, at: source, consortium: "C1", values: finding.values))
            #expect(again == finding && again.message == finding.message && again.place == "填报表.xlsx › 观测点!F31")
            #expect(!finding.problem.contains("{") && !finding.remedy.contains("{") && !finding.problem.isEmpty)
        }
        #expect(Finding(restoring: "no-such-kind", at: source, values: [:]) == nil)
    }

    @Test func `an error says what is to be done`() {
        let silent = FindingKind.all.filter { $0.severity == .error && $0.remedy.isEmpty }
        #expect(silent.map(\.id) == [])
    }
}
