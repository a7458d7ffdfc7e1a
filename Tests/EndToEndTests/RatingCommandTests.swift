import Foundation
import TestSupport
import Testing

/// How applicants are rated, by the built command: who may say what, and that neither of two is told before both are
/// through, wherever one looks.
@Suite("Ratings, by the commands")
struct RatingCommandTests {
    private static let day = "2026-04-20T10:00:00+08:00"
    private static let (first, second, third) = ("示例专家甲（虚构）", "示例专家乙（虚构）", "示例审定甲（虚构）")
    private static let points = [(1, 4), (2, 4), (3, 5), (4, 5), (5, 4), (6, 3)].flatMap { group, count in
        (1...count).map { "\(group).\($0)" }
    }

    private func collected() throws -> Workplace {
        let work = try Workplace()
        try work.receiveSample(only: ["C032", "C043"])
        try work.run()
        return work
    }

    private func ndjson(_ work: Workplace, _ year: Int) throws -> [String] {
        try work.command("assess", "--year", "\(year)", "--format", "ndjson", now: Self.day).output
            .split(separator: "\n").map(String.init)
    }

    @Test func `one agreed and one adjudicated, by the sample`() throws {
        let work = try collected()
        let lines = try ndjson(work, 2024).filter { $0.contains("moe-notice-2023-15") }
        func line(_ consortium: String, _ rest: String) -> String? {
            lines.first { $0.contains("\"consortium\":\"\(consortium)\"") && $0.contains(rest) }
        }
        // 29/54: see Tests/AssessmentTests/Ratings.
        let agreement = try #require(line("C032", #""type":"agreement""#))
        #expect(agreement.contains(#""points":25,"agreed":21,"percent":84,"weightedKappa":0.537037"#), "\(agreement)")
        #expect(
            line("C043", #""type":"agreement""#)?.contains(#""agreed":25,"percent":100,"weightedKappa":1}"#) == true)
        #expect(line("C032", #""type":"verdict""#)?.contains(#""standing":"申报","verdict":"improve","row":5"#) == true)
        #expect(line("C043", #""type":"verdict""#)?.contains(#""standing":"申报","verdict":"recommend","row":4"#) == true)
        #expect(
            line("C032", #""clause":"5.2""#)?.contains(#""list":"rating","#) == true
                && line("C032", #""clause":"5.2""#)?.contains(#""outcome":"notMet","state":"adjudicated""#) == true)
        #expect(line("C032", #""list":"deduction""#)?.contains(#""outcome":"clear""#) == true)

        let shown = try work.command("review", "show", "C032", "--year", "2024", now: Self.day).output
        #expect(shown.contains("建议完善后再申报；观测点25个，两人一致21个（84.0%），加权κ 0.54；符合21个、基本符合3个、不符合1个"), "\(shown)")
        #expect(shown.contains("示例审定甲（虚构） 2025-07-22 裁定：不符合，成果转化没有合同和到账凭证"))
        let explained = try work.command("explain", "C032", "5.2", "--year", "2024", now: Self.day).output
        #expect(explained.contains("裁定：不符合") && explained.contains("登记/评定.csv"), "\(explained)")
        try work.command("verify", now: Self.day)
    }

    @Test func `one half done: nothing of either is told anywhere`() throws {
        let work = try collected()
        let page = try #require(
            try FileManager.default.subpathsOfDirectory(atPath: work.path("var/reports"))
                .first { $0.hasSuffix("C032.html") })
        let outputs = [
            try ndjson(work, 2025).filter { $0.contains("moe-notice-2023-15") }.joined(separator: "\n"),
            try work.command("review", "list", "--year", "2025", now: Self.day).output,
            try work.command("review", "list", "--ratings", "--format", "csv", "--year", "2025", now: Self.day).output,
            try work.command("review", "show", "C032", "--year", "2025", now: Self.day).output,
            try work.command("explain", "C032", "3.4", "--year", "2025", now: Self.day).output,
            try work.read("var/reports/\(page)"),
        ]
        for output in outputs {
            #expect(!output.contains("有安排，落实材料不全") && !output.contains("材料齐全，现场核实一致"))
            #expect(!output.contains("partlyMet") && !output.contains("：基本符合"))
        }
        #expect(outputs[2].contains("示例专家甲（虚构）已评25个，示例专家乙（虚构）已评12个；双方评完以前不公布评定"), "\(outputs[2])")
        #expect(outputs[1].contains("评议中，暂缓"))
        #expect(outputs[0].contains(#""verdict":"rating-open""#) && !outputs[0].contains(#""type":"agreement""#))
        #expect(outputs[5].contains("评议中，暂缓") && outputs[5].contains("1/2") && outputs[5].contains("2/2"))
    }

    @Test func `the second finishes, the two are disclosed, a third adjudicates`() throws {
        let work = try collected()
        func rate(
            _ point: String, _ grade: String, _ by: String, exits status: Int32 = 0,
            at now: String = RatingCommandTests.day
        ) throws -> Program.Outcome {
            try work.command(
                "review", "rate", "C032", point, grade, "--by", by, "--ground", "现场核实", exits: status, now: now)
        }
        #expect(try rate("3.4", "符合", Self.third, exits: 2).complaint.contains("两人尚未评完，不能裁定"))
        for point in Self.points.dropFirst(12) {
            let told = try rate(point, "符合", Self.second).output
            #expect(told.contains("不公布") || point == Self.points.last, "\(told)")
        }
        let shown = try work.command("review", "show", "C032", now: Self.day).output
        // 1.4 was found 基本符合 by the second, 3.4 and 5.2 by the first.
        #expect(shown.contains("两人一致22个（88.0%）") && shown.contains("由部级审定作出：1.4、3.4、5.2"), "\(shown)")
        #expect(try rate("3.4", "符合", Self.second, exits: 2).complaint.contains("两人的评定已经公布，不能再改"))
        #expect(try rate("1.1", "符合", Self.third, exits: 2).complaint.contains("两人评定一致，不须裁定"))
        for point in ["1.4", "3.4", "5.2"] { _ = try rate(point, "符合", Self.third) }
        let done = try work.command("review", "list", "--ratings", now: Self.day).output
        #expect(done.contains("建议列入培育"), "\(done)")
        try work.command("verify", now: Self.day)
    }

    @Test func `who may not rate, and what is no rating, is refused`() throws {
        let work = try collected()
        for (arguments, said) in [
            (["C032", "1.1", "符合", "--by", "示例核查甲（虚构）"], "是省级核查，无权作出“评定”"),
            (["C032", "1.1", "符合", "--by", "路人"], "人员名单里没有“路人”"),
            (["C032", "1.1", "优秀", "--by", Self.first], "评定应为 符合、基本符合、不符合 之一"),
            (["C032", "7", "符合", "--by", Self.first], "没有评议观测点“7”"),
            (["C043", "1.1", "符合", "--by", Self.first], "状态为“培育”，不在评议之列"),
            (["C099", "1.1", "符合", "--by", Self.first], "登记表里没有联合体“C099”"),
        ] {
            let refused = try work.command(
                ["review", "rate"] + arguments + ["--ground", "理由"], exits: 2, now: Self.day)
            #expect(refused.complaint.contains(said), "\(refused.complaint)")
        }
        // What a pipeline with a list of people finds in a register.
        try work.write(
            "联合体编号,观测点,轮次,评定,评定人,日期,理由\nC032,2.5,初评,符合,\(Self.second),2026-04-18,核实\n"
                + "C032,5.1,裁定,符合,\(Self.second),2026-04-18,核实\nC032,5.1,初评,符合,\(Self.third),2026-04-18,核实\n"
                + "C032,5.2,初评,符合,\(Self.second),2025-08-01,核实\nC032,5.2,初评,符合,\(Self.second),2026-04-18,核实\n",
            to: "\(Workplace.registers)/2025/评定补.csv")
        try work.run(now: Self.day)
        let kinds = try OtherProcess.rows(
            "SELECT kind FROM finding WHERE kind LIKE '%rat%' ORDER BY kind", of: work.path("var/monitor.sqlite"))
        #expect(kinds == ["rating-not-entitled", "rating-not-entitled", "rating-void", "unknown-rated-point"])
        #expect(
            try work.command("review", "list", "--ratings", "--year", "2025", now: Self.day).output.contains("已评13个"))
    }
}
