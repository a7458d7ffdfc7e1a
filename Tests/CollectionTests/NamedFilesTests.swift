import Standards
import TestSupport
import Testing

@testable import Collection

/// Which files of an inbox a cell of evidence means.
struct NamedFilesTests {
    private static let files = [
        "C001/佐证/合作协议.pdf", "C001/佐证/会议 纪要.docx", "C001/佐证/照片（一）.JPG", "C001/佐证/2025/清单.xlsx", "C001/佐证/2024/清单.xlsx",
        "C001/佐证/1.jpg", "C002/合作协议.pdf", "C002/年报.pdf", "公共/办法,试行.pdf", "公共/通知.pdf",
    ]

    private func named(_ text: String, by file: String = "C001/填报表.csv", of consortium: String? = "C001") throws
        -> [String]
    {
        let inbox = try Inbox()
        for name in Self.files { try inbox.write(name, ["x"]) }
        try inbox.write(file, ["联合体编号,观测点,年度,数值", "C001,6.1.2,2025,1"])
        let batch = inbox.survey()
        let candidates = batch.items + batch.others
        let item = try #require(candidates.first { $0.name == file })
        return NamedFiles(candidates).named(
            in: text, of: item, for: consortium, among: KnownConsortia(inbox.consortia)
        ).map { candidates[$0].name }.sorted()
    }

    @Test(arguments: [
        ("合作协议.pdf", ["C001/佐证/合作协议.pdf"]),
        ("《合作协议》", ["C001/佐证/合作协议.pdf"]),
        ("合作协议.PDF（盖章件）", ["C001/佐证/合作协议.pdf"]),
        ("附件：合作协议.pdf；会议纪要.docx", ["C001/佐证/会议 纪要.docx", "C001/佐证/合作协议.pdf"]),
        ("1.合作协议.pdf 2、会议 纪要.docx", ["C001/佐证/会议 纪要.docx", "C001/佐证/合作协议.pdf"]),
        ("佐证\\合作协议.pdf", ["C001/佐证/合作协议.pdf"]),
        ("照片(一).jpg", ["C001/佐证/照片（一）.JPG"]),
        ("合作协议．ｐｄｆ", ["C001/佐证/合作协议.pdf"]),
        ("清单.xlsx", ["C001/佐证/2024/清单.xlsx", "C001/佐证/2025/清单.xlsx"]),
        ("2024/清单.xlsx", ["C001/佐证/2024/清单.xlsx"]),
        ("办法,试行.pdf", ["公共/办法,试行.pdf"]),
        ("通知.pdf、合作协议.pdf", ["C001/佐证/合作协议.pdf", "公共/通知.pdf"]),
        // Near a name, and not it.
        ("协议.pdf", []), ("合作协议.docx", []), ("合作协议书.pdf", []), ("附件 1", []), ("", []),
        // Another consortium's.
        ("年报.pdf", []),
    ])
    func `a name is found between whatever stands around it`(text: String, files: [String]) throws {
        #expect(try named(text) == files)
    }

    /// Of a workbook by its sheets, of registers and refused rows too.
    @Test func `every cell that names evidence is seen, with its row`() throws {
        let inbox = try Inbox()
        try inbox.writeWorkbook(
            "填报表.xlsx",
            [
                (
                    "观测数据",
                    [
                        ["联合体编号", "观测点", "年度", "数值", "佐证材料"], ["C001", "6.1.2", "2025", "1", "甲.pdf"],
                        ["C001", "99", "2025", "1", "乙.pdf"], ["", "6.1.2", "2025", "1", "丙.pdf"],
                    ]
                ),
                ("佐证材料清单", [["观测点编号", "文件名"], ["6.1.2", "丁.pdf"], ["", "戊.pdf"]]),
                (
                    "政策登记",
                    [
                        ["层级", "地区", "标题", "发文日期", "是否有效", "佐证材料"],
                        ["省级", "430000", "办法", "2025-03-01", "是", "己.pdf"],
                    ]
                ),
            ])
        let (submission, _) = try inbox.read("填报表.xlsx")
        #expect(submission.isAccepted)
        var seen: [String] = []
        submission.forEachEvidence { seen.append("\($0.text) \($0.source.sheet ?? "") \($0.source.row)") }
        #expect(
            Set(seen) == [
                "甲.pdf 观测数据 2", "乙.pdf 观测数据 3", "丙.pdf 观测数据 4", "丁.pdf 佐证材料清单 2", "戊.pdf 佐证材料清单 3",
                "己.pdf 政策登记 2",
            ])
    }

    @Test func `an authority may name a file of anybody, and the nearest is meant`() throws {
        #expect(try named("年报.pdf", by: "登记/政策.csv", of: nil) == ["C002/年报.pdf"])
        #expect(try named("合作协议.pdf", by: "C002/填报表.csv", of: "C002") == ["C002/合作协议.pdf"])
    }
}
