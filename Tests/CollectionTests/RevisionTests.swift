import FEEL
import Standards
import Testing

@testable import Collection

/// What a later submission does to an earlier one.
struct RevisionTests {
    private func findings(_ rows: [String], prior: [String: ObservedValue]) throws -> [Finding] {
        let text = (["联合体编号,观测点,年度,口径,数值,佐证材料"] + rows).joined(separator: "\n")
        return try Validation(edition: Edition.trial.get()).findings(
            of: Submission.lines(text), isRegistered: { _ in true },
            prior: { prior["\($0.indicator) \($0.year)"] }
        ).filter { $0.kind != .evidenceMissing }
    }

    @Test(arguments: [
        ("9.1.1", ObservedValue.number(100), "不适用", "此前报送为100人，更正为不适用。"),
        ("9.1.1", .notApplicable, "100", "此前报送为不适用，更正为100人。"),
        ("1.1.1", .truth(true), "否", "此前报送为是，更正为否。"),
        ("2.1.1", .text("国家级"), "省级", "此前报送为国家级，更正为省级。"),
    ])
    func `another value over an earlier one is told, whatever its kind`(
        code: String, before: ObservedValue, now: String, text: String
    ) throws {
        let found = try findings(["C1,\(code),2025,实际,\(now),a"], prior: ["\(code) 2025": before])
        #expect(found.contains { $0.kind == .corrected && $0.text == text })
        let earlier = try findings(
            ["C1,\(code),2024,实际,\(now),a", "C1,9.1.3,2025,实际,1,"], prior: ["\(code) 2024": before])
        #expect(earlier.contains { $0.kind == .restated })
    }

    /// C1 sends 222 where 111 stands, which was received later, or is an authority's.
    @Test(arguments: [
        (RevisionEffect.replaces, ["corrected"]), (.overtaken, ["overtaken"]), (.outranked, []),
    ])
    func `no figure is said to correct what stands in its place`(effect: RevisionEffect, kinds: [String]) throws {
        let header = "联合体编号,观测点,年度,口径,数值,佐证材料\n"
        let found = try Validation(edition: Edition.trial.get()).findings(
            of: Submission.lines(header + "C1,9.1.1,2025,实际,222,a\nC1,9.1.2,2025,实际,撤回,"),
            isRegistered: { _ in true }, prior: { _ in .number(111) }, effect: { _ in effect })
        #expect(found.map(\.kind.id).filter { $0 != "taken-back" } == kinds)
        #expect(found.contains { $0.kind == .takenBack } == (effect == .replaces))
        guard effect == .overtaken else { return }
        #expect(found.first?.text == "本文件收到在先，其后收到的报送为111人；本次所报222人不作更改。应以本次为准的，请重新报送。")
    }

    @Test func `blanks are told once as kept, and what is taken back with what stood`() throws {
        let found = try findings(
            ["C1,9.1.1,2025,实际,,", "C1,9.1.2,2025,实际,,", "C1,9.1.3,2025,实际,,", "C1,9.1.5,2025,实际,撤回,"],
            prior: ["9.1.1 2025": .number(100), "9.1.3 2025": .notApplicable, "9.1.5 2025": .number(4)])
        #expect(found.map(\.kind.id).sorted() == ["kept", "taken-back"])
        let edition = try Edition.trial.get()
        func name(_ code: String) -> String { edition.indicator(IndicatorCode(code))?.name ?? "" }
        #expect(
            found.first { $0.kind == .kept }?.text
                == "沿用此前报送2项：\(name("9.1.1")) 100人、\(name("9.1.3")) 不适用。需要撤回的，请在该格填“撤回”。")
        #expect(found.first { $0.kind == .takenBack }?.text == "撤回此前报送1项：\(name("9.1.5")) 4人。")
        #expect(found.allSatisfy { $0.kind.severity == .info && $0.consortium == "C1" && $0.year?.value == 2025 })
    }

    @Test func `撤回 is no text, for every sort of indicator and however it is typed`() throws {
        let edition = try Edition.trial.get()
        for kind in IndicatorKind.allCases {
            guard let indicator = edition.indicators.first(where: { $0.kind == kind }) else { continue }
            for word in ["撤回", " 撤回", "撤回　", "\u{A0}撤回\t"] {
                let value = ValueReader(edition.indicators).value(of: word, as: indicator)
                #expect(value.0 == .withdrawn && value.1 == nil)
            }
        }
        let long = ValueReader(edition.indicators).value(of: "已撤回", as: try Edition.indicator("9.1.1"))
        #expect(long.0 == .rejected("已撤回"))
    }

    @Test(arguments: [["C1,6.1.4,2025,实际,,"], ["C1,6.1.4,2025,实际,,", "C1,9.1.1,2025,实际,,"], []])
    func `a form in which nothing is filled in is an error`(rows: [String]) throws {
        let found = try findings(rows, prior: [:])
        #expect(found.map(\.kind.id) == ["untouched-form"] && found[0].kind.severity == .error)
    }

    @Test(arguments: ["C1,6.1.4,2025,实际,0,", "C1,6.1.4,2025,实际,不适用,", "C1,6.1.4,2025,实际,约1,", "C1,6.1.4,2025,实际,撤回,"])
    func `one in which anything is filled in is none`(row: String) throws {
        #expect(try !findings([row], prior: [:]).contains { $0.kind == .untouchedForm })
    }

    @Test func `an empty register is evidence, not an untouched form`() throws {
        let submission = try Submission.lines("联合体编号,发生日期,领域,核查状态")
        let found = try Validation(edition: Edition.trial.get()).findings(
            of: submission, isRegistered: { _ in true }, prior: nil)
        #expect(found.isEmpty)
    }

    @Test func `funds that are taken back are none of a sum, and none at all where all are`() throws {
        let submission = try Submission.lines(
            "联合体编号,资金类别,经费来源,2025年到位,2026年到位", "C1,专项经费,牵头单位负担,撤回,撤回", "C1,专项经费,政府核拨,5,")
        let lines = submission.observations.map { "\($0.indicator) \($0.year) \($0.value)" }
        #expect(lines == ["6.1.2 2025 number(5)", "6.1.2 2026 withdrawn"])
    }

    @Test func `rows of another edition are passed over, and told once`() throws {
        let submission = try Submission.lines(
            "联合体编号,观测点,年度,数值,标准编号", "C1,9.1.1,2025,1,municipal-consortium-trial", "C1,9.1.2,2025,2,industry-2023",
            "C1,9.1.3,2025,3,", "C1,9.1.5,2025,4,industry-2023", "C1,9.1.6,2025,4,市域产教联合体建设标准（试行）")
        #expect(submission.observations.map(\.indicator.text) == ["9.1.1", "9.1.3", "9.1.6"])
        #expect(submission.marks == ["other-edition-rows 3:0"])
        #expect(submission.findings[0].text.hasPrefix("从这里起有2行是标准“industry-2023”的"))
    }

    @Test func `a figure of a quarter is none of the year`() throws {
        let submission = try Submission.lines(
            "联合体编号,观测点,年度,期间,数值", "C1,9.1.1,2025,,1", "C1,9.1.2,2025,全年,2", "C1,9.1.3,2025,一季度,3", "C1,9.1.5,2025,上半年,4"
        )
        #expect(submission.observations.map(\.indicator.text) == ["9.1.1", "9.1.2"])
        #expect(submission.marks == ["bad-period 4:4", "bad-period 5:4"])
    }
}
