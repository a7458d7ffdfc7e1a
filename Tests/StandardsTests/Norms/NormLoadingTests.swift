import Configuration
import Foundation
import Standards
import TestSupport
import Testing

struct NormLoadingTests {
    private static func issues(_ text: String, named name: String = "notice.yml") -> [String] {
        do throws(ConfigurationError) {
            _ = try NormSource.load(Data(text.utf8), named: name)
            return []
        } catch {
            return error.issues.map(\.description)
        }
    }

    @Test func `everything that is wrong is named with its line and column`() {
        let issues = Self.issues(
            """
            id: notices
            title: 通知
            wording: verbatm
            edition: municipal-consortium-trial
            passages:
              - {heading: 一, text: 二}
              - {id: 甲, place: 一, text: 句子。, carriers: [{kind: pont, code: 1.1.1}]}
              - {id: 甲, place: 一, description: 句子。, reasons: 目标表述}
              - {id: 丙, place: 一, text: 句子。, carriers: {kind: point, code: 1.1.1}}
            """)
        #expect(
            issues == [
                "notice.yml:1:5：id 应与文件名相同，读到“notices”。请改正其中一个。",
                "notice.yml:3:10：应为 verbatim、described、placed 之一，读到“verbatm”。是不是“verbatim”？请照此改正。",
                "notice.yml:6:18：应为 heading 之一，读到不认识的键“text”。请改正或删去。",
                "notice.yml:7:52：应为 point、rule、parameter、deadline、quota、report、procedure、definition 之一，读到“pont”。是不是“point”？请照此改正。",
                "notice.yml:8:23：应为 id、place、text、carriers、reason 之一，读到不认识的键“description”。请改正或删去。",
                "notice.yml:8:41：应为 id、place、text、carriers、reason 之一，读到不认识的键“reasons”。是不是“reason”？请改正或删去。",
                "notice.yml:8:10：id 应不重复，“甲”在第7行已有。请改正其中一个。",
                "notice.yml:8:5：应有“text”，没有写。请补上。",
                "notice.yml:9:44：应为列表，读到一组键值。请每项另起一行，以“- ”开头。",
            ])
    }

    @Test func `what is not quoted has a description, and no text that could be taken for the source's`() {
        let head = "id: notice\ntitle: 通知\nwording: described\nedition: e\npassages:\n"
        #expect(Self.issues(head + "  - {id: 甲, place: 一, description: 说的是什么, reason: 参考}").isEmpty)
        #expect(Self.issues(head + "  - {id: 甲, place: 一, text: 句子。, reason: 参考}").count == 2)
    }

    @Test func `a folder that is not there is told`() {
        let error = #expect(throws: ConfigurationError.self) {
            try NormSource.load(from: Repository.root.appending(path: "data/no-norms"))
        }
        #expect(error?.issues.first?.expected == "应有这个目录")
    }
}
