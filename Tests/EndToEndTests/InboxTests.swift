import Foundation
import TestSupport
import Testing

/// What lies in an inbox beside tables: evidence, and what nobody can read. Nothing is passed over without a word.
@Suite("What lies in an inbox")
struct InboxTests {
    private let work: Workplace

    private static let table = """
        联合体编号,观测点,年度,口径,数值,佐证材料
        C001,6.1.2,2025,实际,100,到账凭证.pdf；会议纪要.docx
        C001,9.1.2,2025,实际,12,佐证\\照片.JPG
        C001,8.8.8,2025,实际,12,说明.txt

        """

    init() throws {
        work = try Workplace()
    }

    private func writeEvidence() throws {
        try work.write("%PDF-1.7 到账", to: "inbox/C001/佐证/到账凭证.pdf")
        try FileManager.default.copyItem(
            at: Repository.root.appending(path: "Tests/SpreadsheetTests/Fixtures/docx/python-docx.docx"),
            to: work.url.appending(path: "inbox/C001/佐证/会议纪要.docx"))
        try work.write("GIF89a", to: "inbox/C001/佐证/照片.jpg")
        // The row that names it is refused for its indicator.
        try work.write("情况说明", to: "inbox/C001/说明.txt")
    }

    @Test(.needsPython) func `what a row names is kept, linked to the row and checked by verify`() throws {
        try work.write(Self.table, to: "inbox/C001/填报.csv")
        try writeEvidence()
        let outcome = try work.command("collect", "inbox")
        #expect(outcome.output.contains("隔离 0 个；佐证材料 4 个；"), "\(outcome.output)")
        #expect(!outcome.output.contains("未收取") && outcome.complaint.isEmpty)

        let links = try OtherProcess.rows(
            """
            SELECT path || ' ' || row || ' ' || (SELECT file FROM submission WHERE id = submission) FROM evidence_link
            JOIN evidence_file ON evidence_file.id = evidence ORDER BY 1
            """, of: work.path("var/monitor.sqlite"))
        #expect(
            links == [
                "C001/佐证/会议纪要.docx 2 C001/填报.csv", "C001/佐证/到账凭证.pdf 2 C001/填报.csv",
                "C001/佐证/照片.jpg 3 C001/填报.csv", "C001/说明.txt 4 C001/填报.csv",
            ])
        #expect(try work.command("verify").output.contains("收下的 5 个文件，5 个核对无误"))

        // A second night changes nothing, and says nothing else.
        #expect(try work.command("collect", "inbox").output.contains("佐证材料 4 个"))
        let kept = try FileManager.default.contentsOfDirectory(atPath: work.path("var/received"))
        #expect(kept.count == 5)
        let photo = try #require(kept.first { $0.hasSuffix("照片.jpg") })
        try work.write("GIF89b", to: "var/received/\(photo)")
        #expect(try work.command("verify", exits: 5).output.contains("照片.jpg 与收到时不同"))
        try FileManager.default.removeItem(atPath: work.path("var/received/\(photo)"))
        #expect(try work.command("verify", exits: 5).output.contains("存档缺少"))
    }

    @Test(.needsPython) func `evidence that comes a night later is linked, and known when its table is gone`() throws {
        try work.write(Self.table, to: "inbox/C001/填报.csv")
        try work.command("collect", "inbox")
        try writeEvidence()
        #expect(try work.command("collect", "inbox").output.contains("未变 1 个，隔离 0 个；佐证材料 4 个；"))
        let count = try OtherProcess.rows("SELECT count(*) FROM evidence_link", of: work.path("var/monitor.sqlite"))
        #expect(count == ["4"])
        try FileManager.default.removeItem(atPath: work.path("inbox/C001/填报.csv"))
        let outcome = try work.command("collect", "inbox")
        #expect(outcome.output.contains("佐证材料 4 个") && !outcome.output.contains("未收取"), "\(outcome.output)")
    }

    @Test func `what no row names is told with its remedy, in folders too, and a run goes on`() throws {
        try work.receiveSample(only: ["C003"])
        try writeEvidence()
        try FileManager.default.moveItem(
            at: work.url.appending(path: "inbox/C001"), to: work.url.appending(path: "\(Workplace.submissions)/C001"))
        let lines = [
            "未收取 C001/佐证/会议纪要.docx：", "未收取 C001/佐证/到账凭证.pdf：文件是 PDF 文件，不能直接读取。填报数据请用下发的 .xlsx 表格报送；",
            "未收取 C001/佐证/照片.jpg：文件是图片，没有收取。", "未收取 C001/说明.txt：文件是文本，其中没有可以识别的表格，没有收取。",
        ]
        let run = try work.run()
        let collected = try work.collectInbox(exits: 3)
        for line in lines {
            #expect(run.output.contains(line), "\(run.output)")
            #expect(collected.output.contains(line), "\(collected.output)")
        }
        #expect(collected.complaint.hasPrefix("错误：有 4 个文件没有收取：C001/佐证/会议纪要.docx（"))
        #expect(collected.complaint.split(separator: "\n").count == 1)
    }

    /// What each file says when it is handed to `receipt`, by a clerk who waits for an answer.
    @Test(arguments: [
        ("xlsx/old-format.xls", "旧版 Excel"), ("xlsx/encrypted.xlsx", "打开密码"),
        ("xlsx/opendocument.xlsx", "OpenDocument"),
        ("xlsx/binary-workbook.xlsx", ".xlsb"), ("xlsx/web-page.xls", "网页"), ("xlsx/mismatched-tag.xlsx", "已损坏"),
        ("formats/printed.pdf", "PDF"), ("formats/spreadsheet-2003.xml", "2003"), ("docx/python-docx.docx", "表格"),
        ("truncated-utf8.csv", "没有传完"), ("nul-byte.csv", "认不出"),
    ])
    func `receipt says in one line why a file cannot be read`(name: String, reason: String) throws {
        let file = Repository.root.appending(path: "Tests/SpreadsheetTests/Fixtures/\(name)").path
        let outcome = try work.command("receipt", file, "-o", "receipts", exits: 3)
        let lines = outcome.errors.split(separator: "\n")
        #expect(lines.count == 1 && lines[0].hasPrefix("错误：没有收取 "), "\(outcome.errors)")
        #expect(lines[0].contains(reason) && lines[0].contains("请") && !lines[0].contains("载入"), "\(lines[0])")
        #expect(outcome.output.contains("预检 1 个文件") && outcome.output.contains("receipts/"))
        #expect(!work.exists("var/monitor.sqlite"))
    }

    @Test func `receipt says nothing on standard error where all is well`() throws {
        try work.write(Self.table, to: "填报.csv")
        let outcome = try work.command("receipt", "填报.csv", "-o", "receipts")
        #expect(outcome.errors.isEmpty && outcome.output.contains("可以收取 1 个"))
    }

    @Test func `receipt of a path that is not there, of a picture and of a folder of them`() throws {
        try work.write("GIF89a", to: "in/照片.gif")
        #expect(try work.command("receipt", "没有.xlsx", exits: 3).complaint.contains("没有.xlsx：没有这个文件或文件夹。请核对路径。"))
        #expect(try work.command("receipt", "in/照片.gif", exits: 3).complaint.contains("文件是图片"))
        #expect(try work.command("receipt", "in", exits: 3).complaint.contains("照片.gif：文件是图片，没有收取。"))
    }

    @Test(.needsPython) func `a broken file is set aside once, by whatever path and name it comes`() throws {
        try work.write("%PDF-1.7", to: "in/C001/填报表.xlsx")
        try work.write("%PDF-1.7", to: "in/C001/填报表(1).xlsx")
        for paths in [["in"], ["./in/"], [work.path("in")], ["in/../in"], ["in/C001"], ["in/C001/填报表.xlsx"]] {
            try work.command(["collect"] + paths, exits: 3)
        }
        let kept = try FileManager.default.contentsOfDirectory(atPath: work.path("var/quarantine"))
        #expect(kept.count == 2, "\(kept)")
        let count = try OtherProcess.rows(
            "SELECT count(*) FROM submission WHERE status = 'quarantined'", of: work.path("var/monitor.sqlite"))
        #expect(count == ["1"])
    }

    @Test(.needsPython) func `a file that may not be opened is set aside once, and told in Chinese`() throws {
        try work.write(Self.table, to: "in/C001/填报.csv")
        try work.setPermissions(0, of: "in/C001/填报.csv")
        try work.setPermissions(0o777, of: "in")
        for path in ["in", "./in", "in/C001", "in/C001/填报.csv"] {
            let outcome = try work.command(["collect", path], exits: 3, wrapper: OrdinaryUser.wrapper)
            #expect(outcome.complaint.contains("文件无法读取：没有读取权限。请检查文件的权限"), "\(outcome.errors)")
        }
        let count = try OtherProcess.rows(
            "SELECT count(*) FROM submission WHERE status = 'quarantined'", of: work.path("var/monitor.sqlite"))
        #expect(count == ["1"])
    }

    /// Blanks at the end of a cell say nothing: with them a file is large, and what it says is held against what stands on
    /// another core.
    @Test func `a large file is told the same as a small one`() throws {
        func told(width: Int) throws -> (output: String, findings: String) {
            let work = try Workplace()
            for (year, value) in [(2023, 40), (2024, 41), (2025, 9_000)] {
                let rows = (1...400).map { number in
                    "X\(1000 + number),9.1.2,\(year),实际,\(number % 7 == 0 ? value : 40),"
                        + String(repeating: " ", count: width)
                }
                try work.write(
                    "联合体编号,观测点,年度,口径,数值,佐证材料\n" + rows.joined(separator: "\n") + "\n",
                    to: "\(Workplace.submissions)/\(year)/数据.csv")
            }
            let output = try work.command("collect", "--as", "authority", Workplace.submissions).output
            try work.command("verify")
            return (output, try work.command("status", "--format", "json").output)
        }
        let (small, large) = (try told(width: 0), try told(width: 700))
        #expect(small.output == large.output)
        #expect(small.findings == large.findings)
        #expect(small.output.contains("57"), "\(small.output)")
    }
}
