import FEEL
import Standards
import Testing

@testable import Collection

struct ValidationTests {
    /// What shows in these rows, given what was known before.
    private func findings(
        _ rows: [String], prior: [String: ObservedValue] = [:], registered: Set<String> = ["C1"]
    ) throws -> [Finding] {
        let text = (["consortium,indicator,year,basis,value,reason"] + rows).joined(separator: "\n")
        let found = try Validation(edition: Edition.trial.get()).findings(
            of: Submission.lines(text), isRegistered: registered.contains,
            prior: { prior["\($0.consortium),\($0.indicator),\($0.year),\($0.basis.rawValue)"] })
        // These rows name none; EvidenceTests are about that.
        return found.filter { $0.kind != .evidenceMissing }
    }

    private func texts(_ rows: String..., prior: [String: ObservedValue] = [:]) throws -> [String] {
        try findings(rows, prior: prior).map { "\($0.kind.id): \($0.text)" }
    }

    @Test func `a consortium that is nowhere registered is named once`() throws {
        let found = try findings(
            ["C9,6.1.2,2025,actual,1,", "C1,6.1.2,2025,actual,1,", "C9,6.1.6,2025,actual,1,"])
        #expect(found.map(\.mark) == ["unknown-consortium 2:0"])
    }

    @Test func `a jump from the year before, in the file or known`() throws {
        let expected = "jump: 2024年为120万元，本年为1200万元，为上年的10倍。是否误填为元？属实的，请在“说明”一列写明。"
        #expect(try texts("C1,6.1.2,2024,actual,120,", "C1,6.1.2,2025,actual,1200,") == [expected])
        #expect(
            try texts("C1,6.1.2,2025,actual,1200,", prior: ["C1,6.1.2,2024,actual": .number(120)]) == [expected])
    }

    @Test(arguments: ["1199.99", "0", "12.01"])
    func `less than ten times is no jump, and more than a tenth no drop`(value: String) throws {
        #expect(
            try findings(["C1,6.1.2,2025,actual,\(value),"], prior: ["C1,6.1.2,2024,actual": .number(120)]).isEmpty)
    }

    @Test func `nothing jumps from nothing, and counts may grow`() throws {
        #expect(try texts("C1,6.1.2,2024,actual,0,", "C1,6.1.2,2025,actual,1200,").isEmpty)
        #expect(try texts("C1,9.1.1,2024,actual,1,", "C1,9.1.1,2025,actual,500,").isEmpty)
        #expect(try texts("C1,6.1.2,2023,actual,1,", "C1,6.1.2,2025,actual,1200,").isEmpty)
    }

    @Test func `a plan that is lowered`() throws {
        let prior: [String: ObservedValue] = ["C1,6.1.4,2025,actual": .number(200)]
        let found = try texts("C1,6.1.4,2025,actual,150,", prior: prior)
        #expect(found.count == 1 && found[0].hasPrefix("plan-lowered: 6.1.4 "))
        #expect(try texts("C1,6.1.4,2025,actual,250,", prior: prior).isEmpty)
        #expect(try texts("C1,6.1.4,2025,actual,200.0,", prior: prior).isEmpty)
    }

    @Test func `a past year's figure given differently than before, with a reason and without`() throws {
        let prior: [String: ObservedValue] = ["C1,9.1.1,2023,actual": .number(80)]
        let current = "C1,9.1.1,2025,actual,100,"
        #expect(
            try texts("C1,9.1.1,2023,actual,90,", current, prior: prior) == [
                "restated: 此前报送为80人，现报90人，没有说明理由。请在“更正理由”一列写明理由。"
            ])
        #expect(
            try texts("C1,9.1.1,2023,actual,90,审计调整", current, prior: prior) == [
                "restated-with-reason: 此前报送为80人，现报90人，理由：审计调整。"
            ])
        #expect(try texts("C1,9.1.1,2023,actual,80.0,", current, prior: prior).isEmpty)
        #expect(try texts("C1,9.1.1,2023,committed,90,", current, prior: prior).isEmpty)
        #expect(try texts("C1,9.1.1,2023,actual,,", current, prior: prior).isEmpty)
    }

    @Test func `a figure of the year that the file is about is corrected, not restated`() throws {
        #expect(
            try texts("C1,9.1.1,2023,actual,90,", prior: ["C1,9.1.1,2023,actual": .number(80)]) == [
                "corrected: 此前报送为80人，更正为90人。"
            ])
    }

    @Test func `a part larger than its whole, wherever the two are given`() throws {
        #expect(
            try texts("C1,8.2.2,2025,actual,3,", "C1,8.2.3,2025,actual,5,") == [
                "part-larger-than-whole: 8.2.3 入选国家级课程数（门）为5门，大于8.2.2 联合开发课程数（门）的3门。请核对；属实的，请在“说明”一列写明。"
            ])
        #expect(try texts("C1,8.2.3,2025,actual,5,", prior: ["C1,8.2.2,2025,actual": .number(3)]).count == 1)
        #expect(try texts("C1,8.2.2,2025,actual,3,", prior: ["C1,8.2.3,2025,actual": .number(5)]).count == 1)
        #expect(try texts("C1,8.2.2,2025,actual,5,", "C1,8.2.3,2025,actual,5,").isEmpty)
        #expect(try texts("C1,8.2.2,2024,actual,3,", "C1,8.2.3,2025,actual,5,").isEmpty)
    }

    @Test func `a point that is due and blank`() throws {
        let found = try findings(["C1,6.1.1,2025,actual,是,"])
        #expect(Set(found.map(\.kind.id)) == ["due-missing"])
        #expect(found.contains { $0.text == "6.1.1 是否安排专项经费为“是”，6.1.2 专项经费实际到位资金（万元）应填而未填。请补填；确实没有的，请在“说明”一列写明。" })
        let known: [String: ObservedValue] = [
            "C1,6.1.2,2025,actual": .number(1), "C1,6.1.3,2025,actual": .text("…"),
            "C1,6.1.4,2025,actual": .number(1),
        ]
        #expect(try findings(["C1,6.1.1,2025,actual,是,"], prior: known).isEmpty)
        // Components of the plan are asked for from 2026 on.
        let due = try findings(["C1,6.1.1,2026,actual,是,"]).map(\.text)
        #expect(due.contains { $0.contains("6.1.4/三年总额") } && !found.contains { $0.text.contains("6.1.4/三年总额") })
        let later = try findings(
            ["C1,6.1.2,2025,actual,,", "C1,9.1.1,2025,actual,1,"], prior: ["C1,6.1.1,2025,actual": .truth(true)])
        #expect(later.map(\.mark) == ["due-missing 2:5"])
        #expect(try findings(["C1,6.1.2,2025,actual,不适用,"], prior: ["C1,6.1.1,2025,actual": .truth(true)]).isEmpty)
    }

    @Test func `a point filled in against 否`() throws {
        #expect(
            try texts("C1,6.1.1,2025,actual,否,", "C1,6.1.2,2025,actual,120,") == [
                "filled-against-no: 6.1.1 是否安排专项经费为“否”，6.1.2 专项经费实际到位资金（万元）却填了“120万元”。请核对；属实的，请在“说明”一列写明。"
            ])
        #expect(try texts("C1,6.1.1,2025,actual,否,", "C1,6.1.2,2025,actual,0,").isEmpty)
        #expect(try texts("C1,6.1.1,2025,actual,,", "C1,6.1.2,2025,actual,120,").isEmpty)
    }
}
