import FEEL
import Standards
import Testing

@testable import Collection

/// Figures beside those of the year before, beside what their unit allows, and beside the register.
struct SeriesTests {
    private func findings(
        _ rows: [String], today: CalendarDate? = nil, register: Consortium? = nil
    ) throws -> [Finding] {
        let text = (["consortium,indicator,year,basis,value"] + rows).joined(separator: "\n")
        return try Validation(edition: Edition.trial.get(), today: today).findings(
            of: Submission.lines(text), isRegistered: { _ in true }, registered: { _ in register }, prior: nil
        ).filter { $0.kind != .evidenceMissing }
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let code: String
        let before: String
        let now: String
        let kind: String?

        init(_ code: String, _ before: String, _ now: String, _ kind: String? = nil) {
            (self.code, self.before, self.now, self.kind) = (code, before, now, kind)
        }

        var testDescription: String { "\(code) \(before) → \(now)" }
    }

    static let cases = [
        Case("6.1.2", "120", "1200", "jump"), Case("6.1.2", "120", "1199"), Case("6.1.2", "1200", "120", "drop"),
        Case("6.1.2", "1200", "120.1"), Case("6.1.2", "0", "1200"), Case("6.1.2", "1200", "0"),
        Case("6.1.2", "0.5", "5", "jump"),
        // Counts multiply while a thing begins.
        Case("9.1.1", "20", "200", "jump"), Case("9.1.1", "19", "1900"), Case("9.1.1", "20", "199"),
        Case("9.1.1", "500", "50", "drop"), Case("9.1.1", "500", "51"), Case("9.1.1", "10", "1"),
        // A percentage typed as a fraction, this year or the year before.
        Case("12.1.1", "39", "0.39", "fraction-for-percent"), Case("12.1.1", "98", "1", "fraction-for-percent"),
        Case("12.1.1", "39", "1.5"), Case("12.1.1", "9", "1"), Case("12.1.1", "39", "0"), Case("12.1.1", "60", "3"),
        Case("12.1.1", "0.39", "39", "fraction-before"), Case("11.2.5", "0.5", "4"), Case("11.2.5", "0.5", "0.04"),
        Case("13.1.1/园区增速", "12", "0.9"), Case("13.1.1/园区增速", "12", "-3"),
        // A running total, and one that starts anew each year.
        Case("11.1.1", "50", "49", "cumulative-falls"), Case("11.1.1", "500", "5", "cumulative-falls"),
        Case("11.1.1", "50", "50"), Case("11.1.1", "50", "500", "jump"), Case("11.1.4", "50", "49"),
        // Ranks go as they like.
        Case("2.1.2/省内排名", "30", "1"),
    ]

    @Test(arguments: cases)
    func `a figure beside that of the year before`(_ found: Case) throws {
        let rows = ["C1,\(found.code),2024,actual,\(found.before)", "C1,\(found.code),2025,actual,\(found.now)"]
        #expect(try findings(rows).map(\.kind.id) == (found.kind.map { [$0] } ?? []))
        // Of two years before nobody asks.
        let apart = ["C1,\(found.code),2023,actual,\(found.before)", "C1,\(found.code),2025,actual,\(found.now)"]
        #expect(try findings(apart).isEmpty)
    }

    @Test func `what is odd is said with both figures`() throws {
        func text(_ code: String, _ before: String, _ now: String) throws -> String? {
            try findings(["C1,\(code),2024,actual,\(before)", "C1,\(code),2025,actual,\(now)"]).first?.text
        }
        let answer = "属实的，请在“说明”一列写明。"
        #expect(try text("9.1.1", "500", "50") == "2024年为500人，本年为50人，上年为本年的10倍。请核对单位和位数；" + answer)
        #expect(
            try text("12.1.1", "39", "0.39") == "2024年为39%，本年为0.39%。应填百分数，如39%填39，不填0.39；" + answer)
        #expect(try text("11.1.1", "50", "49") == "本项为历年累计，2024年为50人，本年为49人。请核对；" + answer)
    }

    @Test(arguments: [
        ("8.5.3", "168", true), ("8.5.3", "168.5", false), ("8.5.3", "56702", false), ("9.1.1", "1690", true),
    ])
    func `a week has 168 hours`(code: String, value: String, isFine: Bool) throws {
        let found = try findings(["C1,\(code),2025,actual,\(value)"])
        #expect(found.map(\.kind.id) == (isFine ? [] : ["above-most"]))
        if !isFine { #expect(found[0].text == "本项不超过168小时/周，读到\(value)小时/周。请核对；属实的，请在“说明”一列写明。") }
    }

    @Test(arguments: [
        ("国家级", "省级", true), ("国家级", "国家级", false), ("国家级高新技术产业开发区", "省级", true), ("", "省级", false),
        ("省级经开区（拟升国家级）", "国家级", false), ("市级", "省级", false),
    ])
    func `the level of the park is held against the register`(registered: String, said: String, differs: Bool) throws {
        let consortium = Consortium(
            id: "C1", name: "", kind: .municipal, province: "430000", prefecture: "430100", park: "",
            parkLevel: registered, leadSchool: "", leadEnterprise: "", cohort: "", stage: "", designatedOn: nil)
        let row = "C1,2.1.1,2025,actual,\(said)"
        let found = try findings([row], register: consortium)
        #expect(found.map(\.kind.id) == (differs ? ["differs-from-register"] : []))
        #expect(try findings([row]).isEmpty)
        // The register says what holds now.
        #expect(
            try findings([row.replacing("2025", with: "2024"), "C1,9.1.1,2025,actual,1"], register: consortium).isEmpty)
    }

    @Test(arguments: [
        ("2025-12-31", ["year-not-over 2:5"]), ("2026-01-01", []), ("2025-06-30", ["year-not-over 2:5"]),
    ])
    func `a year that has not ended is told once`(today: String, marks: [String]) throws {
        let rows = [
            "C1,9.1.1,2025,actual,100", "C1,9.1.2,2025,actual,100", "C1,9.1.1,2025,committed,200",
            "C1,9.1.3,2025,actual,",
        ]
        let found = try findings(rows, today: .day(today))
        #expect(found.map(\.mark) == marks)
        if let first = found.first {
            #expect(first.text.hasPrefix("2025年尚未结束（收到日期\(CalendarDate.inChinese(today))），已报该年实际数2项。"))
        }
    }

    @Test func `no row's explanation makes a year end`() throws {
        let text = "consortium,indicator,year,basis,value,explanation\nC1,9.1.1,2025,actual,12.5,政策变化"
        let submission = try Submission.lines(text)
        let validation = Validation(edition: try Edition.trial.get(), today: .day("2025-12-01"))
        let found = validation.findings(of: submission, isRegistered: { _ in true }, prior: nil)
        #expect(validation.answered(found, in: submission).map(\.answer) == [nil])
    }

    @Test func `a plan is told in its year, and a file without one is not asked`() throws {
        #expect(try findings(["C1,6.1.4,2025,actual,100"], today: .day("2025-03-01")).isEmpty)
        #expect(try findings(["C1,9.1.1,2025,actual,100"]).isEmpty)
    }
}
