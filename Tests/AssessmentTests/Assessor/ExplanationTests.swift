import FEEL
import History
import Standards
import Testing

@testable import Assessment

/// An explanation is what the ruling went through, made with it or not at all.
@Suite("Explanations")
struct ExplanationTests {
    private let assessor: Assessor
    private let input: AssessmentInput

    init() throws {
        let rules = try RuleBook.trial.get()
        assessor = Assessor(rules: rules, year: 2025)
        var builder = PanelBuilder(layout: assessor.emptyPanel.layout, indicators: rules.edition.indicators)
        let figures: [(String, ObservedValue)] = [
            ("6.1.1", .truth(true)), ("6.1.2", .number(120)), ("6.1.4", .number(200)), ("6.1.5", .truth(false)),
        ]
        for (code, value) in figures {
            for year in 2024...2025 {
                builder.observe(
                    indicator: try Indicator.trial(code).ordinal, year: ReportingYear(year), basis: .actual,
                    value: value, locator: .none)
            }
        }
        input = AssessmentInput(
            consortia: [.example("C001")], panels: ["C001": builder.build()], registers: Registers())
    }

    private static func texts(_ explanation: Explanation, _ role: Explanation.Role) -> [String] {
        (explanation.role == role ? [explanation.text] : []) + explanation.children.flatMap { texts($0, role) }
    }

    @Test func `nothing is explained unless somebody asks`() throws {
        let plain = try #require(assessor.assess(input).first)
        #expect(
            plain.clauses.allSatisfy { $0.explanation == nil } && plain.acceptance.allSatisfy { $0.explanation == nil })
        let explained = try #require(assessor.assess(input, explaining: true).first)
        #expect(explained.clauses.allSatisfy { $0.explanation != nil })
        #expect(explained.acceptance.allSatisfy { $0.explanation != nil })
        #expect(explained.verdict == plain.verdict)
    }

    @Test func `it tells each condition, every measure with its value, and the remedy`() throws {
        let check = try #require(
            assessor.assess(input, explaining: true).first?.clauses.first { $0.clause.code == "16.3" })
        let explanation = try #require(check.explanation)
        #expect(explanation.text == "16.3 连续两年没有按计划落实经费投入：已触发")
        #expect(explanation.detail == check.text)
        let conditions = Self.texts(explanation, .condition)
        #expect(conditions.map { $0.prefix { $0 != "：" } } == ["适用条件具备", "已触发的条件成立", "预警的条件不再判断"])
        #expect(Self.texts(explanation, .measure).contains("到位经费 = 120万元"))
        #expect(Self.texts(explanation, .cell).contains("6.1.2 专项经费实际到位资金（万元）（2024年）：120万元"))
        let remedies = Self.texts(explanation, .remedy)
        #expect(remedies.first == "整改措施：2025年度缺口80万元；2026年度如仍未按计划足额到位，将再次触发 16.3")
        #expect(remedies.dropFirst() == ["数据更正后不再符合条件，或者获得豁免的，结论方可改变"])
    }

    @Test func `one alone is what all of them had`() throws {
        let alone = try #require(assessor.explanation(of: "16.4", for: "C001", input))
        #expect(Self.texts(alone, .missing).contains("1.1.2 是否出台相关文件（2024年）：未填报"))
        #expect(Self.texts(alone, .missing).contains("政策文件登记：主管部门尚未报送覆盖2025年全年的登记表"))
        #expect(!Self.texts(alone, .measure).contains { $0.contains("= 不知道") })
        #expect(assessor.explanation(of: "2.3.1", for: "C001", input)?.text.hasPrefix("2.3.1 ") == true)
        #expect(assessor.explanation(of: "99.9", for: "C001", input) == nil)
    }
}
