import Configuration
import Foundation
import Standards
import TestSupport
import Testing

@testable import Assessment

/// A rule test with one defect, and what is said of it; lines count from that of the defect.
struct BrokenRuleTest: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let file: String
    let text: String
    let replacement: String
    let issues: [String]

    init(_ description: String, _ file: String, _ text: String, _ replacement: String, _ issues: String...) {
        testDescription = description
        self.file = file
        self.text = text
        self.replacement = replacement
        self.issues = issues
    }
}

@Suite("Faults of rule tests")
struct RuleTestFaultTests {
    @Test(arguments: [
        BrokenRuleTest(
            "rule test of an unknown clause", "negative-list.test.yml",
            "clause: \"16.6\"", "clause: \"16.9\"",
            "negative-list.test.yml:+0:11：应为 16.1、16.2、16.3、16.4、16.5、16.6、2023-15.3、2023-23 之一，读到“16.9”。是不是“16.1”？请照此改正。"
        ),
        BrokenRuleTest(
            "rule test with an unknown point", "negative-list.test.yml",
            "7.2.1…7.2.2: {2025: 0}", "7.2.1…7.2.9: {2025: 0}",
            "negative-list.test.yml:+0:20：应为已有的观测点编号，读到“7.2.1…7.2.9”。请查 indicators.yml。"),
        BrokenRuleTest(
            "rule test with words in a number", "negative-list.test.yml",
            "6.1.2: {2024: 150, 2025: 120}", "6.1.2: {2024: 约150, 2025: 120}",
            "negative-list.test.yml:+0:21：应为数字，读到“约150”。请只写阿拉伯数字，如 1.2。"),
        BrokenRuleTest(
            "rule test with an unknown outcome", "negative-list.test.yml",
            "outcome: warning", "outcome: warn",
            "negative-list.test.yml:+0:14：应为 triggered、suspected、undetermined、warning、clear、notApplicable 之一，读到“warn”。请照此改正。"
        ),
    ])
    func `each defect has its place, what was expected, what was found and what to do`(broken: BrokenRuleTest) throws {
        let fixture = try EditionFixture(broken.file, broken.text, broken.replacement)
        let error = #expect(throws: ConfigurationError.self) {
            try RuleTestSuite.load(from: fixture.url, for: Edition.trial.get())
        }
        let issues = (error?.issues ?? []).map { issue in
            "\(issue)".replacing(/yml:(\d+):/) { match in
                "yml:+\((Int(match.1) ?? 0) - fixture.line):"
            }
        }
        #expect(issues == broken.issues)
    }
}
