import Foundation
import TestSupport
import Testing

/// A list of files says when each came only where an authority sent it, and only what can be true.
@Suite("Manifests that lie")
struct ManifestAttackTests {
    private static let figures = "联合体编号,观测点,年度,口径,数值,佐证材料\n"
    private static let sent = "2026-03-10T09:00:00+08:00"
    private static let later = "2026-03-20T09:00:00+08:00"

    private func registered() throws -> Workplace {
        let work = try Workplace()
        try work.write(
            "编号,名称,类型,省份,市州,阶段,认定日期\nC001,示例联合体（虚构）,市域产教联合体,湖南省,长沙市,培育,2023-06-01\n",
            to: "联合体.csv")
        try work.command("collect", "联合体.csv", "--as", "authority", now: "2026-03-01T09:00:00+08:00")
        return work
    }

    /// The day on which the ledger says that a file was received.
    private func day(of name: String, in work: Workplace) throws -> [String] {
        try OtherProcess.rows(
            "SELECT date(received_at, '+8 hours') FROM submission WHERE file LIKE '%\(name)'",
            of: work.path("var/monitor.sqlite"))
    }

    private func stands(_ value: String, in work: Workplace) throws -> Bool {
        let output = try work.command(
            "assess", "--year", "2025", "--format", "ndjson", now: "2026-04-10T09:00:00+08:00"
        ).output
        return output.contains(#""indicator":"9.1.1","year":2025,"value":"\#(value)""#)
    }

    /// What a secretariat's own list, or a table of any name with its columns, says of its file.
    @Test(arguments: ["清单.csv", "说明.csv"])
    func `a secretariat dates nobody's file`(name: String) throws {
        let work = try registered()
        try work.write(Self.figures + "C001,9.1.1,2025,实际,111,a\n", to: "C001/甲.csv")
        try work.write("文件,收到日期,报送单位\n甲.csv,2025-01-05,示例\n", to: "C001/\(name)")
        let collected = try work.command("collect", "C001", now: Self.sent)
        #expect(try day(of: "甲.csv", in: work) == ["2026-03-10"])
        #expect(collected.output.contains("无权报送"), "\(collected.output)")
    }

    /// Whatever an authority's list says of a day that has not come, before the edition, or of two days: the clock dates
    /// the file, a later correction stands, and panels get no wider.
    @Test(arguments: [
        ("甲.csv,2099-01-01,示例\n", "listed-date"), ("甲.csv,0001-01-01,示例\n", nil),
        ("甲.csv,2021-12-31,示例\n", "listed-date"), ("甲.csv,2026-03-11,示例\n", "listed-date"),
        ("甲.csv,2026-02-01,示例\n甲.csv,2026-03-01,示例\n", "listed-twice"),
    ])
    func `an impossible or contradictory day is told, and believed by nobody`(lines: String, kind: String?) throws {
        let work = try registered()
        try work.write(Self.figures + "C001,9.1.1,2025,实际,111,a\n", to: "一/甲.csv")
        try work.write("文件,收到日期,报送单位\n" + lines, to: "一/清单.csv")
        try work.command("collect", "一", "--as", "authority", now: Self.sent)
        #expect(try day(of: "甲.csv", in: work) == ["2026-03-10"])
        let told = try ReceiptFile(of: "清单.csv", in: work).findings
        #expect(kind.map { kind in told.contains { $0.kind == kind } } ?? !told.isEmpty, "\(told.map(\.problem))")
        try work.write(Self.figures + "C001,9.1.1,2025,实际,222,a\n", to: "二/乙.csv")
        try work.command("collect", "二", "--as", "authority", now: Self.later)
        #expect(try stands("222", in: work))
        let years = try OtherProcess.rows(
            "SELECT max(year_count) FROM panel_layout", of: work.path("var/monitor.sqlite"))
        #expect(years == ["4"])
    }

    @Test func `an authority's manifest dates its files and stands in the ledger`() throws {
        let work = try registered()
        try work.write(Self.figures + "C001,9.1.1,2025,实际,111,a\n", to: "一/甲.csv")
        try work.write("文件,收到日期,报送单位\n甲.csv,2026-02-05,示例报送单位\n", to: "一/清单.csv")
        try work.command("collect", "一", "--as", "authority", now: Self.sent)
        #expect(try day(of: "甲.csv", in: work) == ["2026-02-05"])
        let forms = try OtherProcess.rows(
            """
            SELECT form FROM submission_form JOIN submission ON submission.id = submission
            WHERE file LIKE '%清单.csv'
            """, of: work.path("var/monitor.sqlite"))
        #expect(forms == ["manifest"])
        try work.command("verify")
    }
}
