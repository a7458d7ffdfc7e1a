import Alerts
import AlertsTestSupport
import Configuration
import Foundation
import Testing

/// A branch that no alert can come to is a mistake of the configuration, told with its line.
struct RouteReachTests {
    private static let head = """
        alerts: {outcomes: {triggered: critical, warning: warning}}
        receivers: [{name: desk, kind: stdout}, {name: ledger, kind: stdout}]
        route:
          receiver: desk
          routes:

        """

    private func issues(_ routes: String) -> [String] {
        let log = IssueLog()
        let document = YAMLDocument(name: "alerts.yml", data: Data((Self.head + routes).utf8), log: log)
        _ = document.root.map {
            AlertsConfiguration(
                $0, knowing: Vocabulary(editions: ["trial"], clauses: ["16.1", "16.3"], verdicts: ["disqualify"]))
        }
        return log.issues.map(\.description)
    }

    @Test(arguments: [
        ("a catch-all", "    - receiver: ledger\n    - matchers: [clause=16.1]", "第6行的一支先取走了"),
        (
            "a wider condition",
            "    - matchers: ['clause=~\"16.*\"']\n    - matchers: [clause=16.1, severity=critical]",
            "第6行的一支先取走了"
        ),
        (
            "every severity there is",
            "    - matchers: ['severity=~\"critical|major|warning|notice\"']\n    - matchers: [clause=16.1]",
            "第6行的一支先取走了"
        ),
        ("the same twice", "    - matchers: [province=430000]\n    - matchers: [province=430000]", "第6行的一支先取走了"),
        ("two values of a label", "    - matchers: [clause=16.1, clause=16.3]", "clause 的各条件不能同时成立"),
        ("an open label", "    - matchers: [province=430000, 'province=~\"33.*\"']", "province 的各条件不能同时成立"),
        ("a pattern that nothing matches", "    - matchers: ['clause=~\"17.*\"']", "clause 的各条件不能同时成立"),
        (
            "against the branch above",
            "    - matchers: [severity=critical]\n      routes:\n        - matchers: [severity=warning]",
            "severity 的各条件不能同时成立"
        ),
        ("a province by its name", "    - matchers: [province=湖南省]", "province 的值应为 GB/T 2260 六位代码，读到“湖南省”"),
        ("a prefecture by its name", "    - matchers: ['prefecture!=长沙市']", "prefecture 的值应为 GB/T 2260 六位代码"),
    ])
    func `A branch that nothing reaches is told`(name: String, routes: String, says: String) {
        let found = issues(routes)
        #expect(found.contains { $0.contains(says) }, "\(found)")
    }

    @Test(arguments: [
        "    - receiver: ledger\n      continue: true\n    - matchers: [clause=16.1]",
        "    - matchers: [clause=16.1]\n    - matchers: ['clause=~\"16.*\"']\n    - receiver: ledger",
        "    - matchers: [severity=critical]\n    - matchers: [clause=16.1]",
        "    - matchers: [province=430000]\n    - matchers: [province=330000]",
        "    - matchers: ['province!=430000']\n    - matchers: ['province!=330000']",
    ])
    func `A branch that something reaches is not`(routes: String) {
        #expect(issues(routes) == [])
    }
}
