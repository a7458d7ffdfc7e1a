import Alerts
import Configuration
import Foundation
import Standards
import Testing

struct AlertsConfigurationTests {
    private static let vocabulary = Vocabulary(
        editions: [trialEdition, "industry-community-trial"], clauses: ["16.1", "16.3"],
        verdicts: ["disqualify", "hold", "incomplete", "keep"])

    private func read(_ text: String) throws(ConfigurationError) -> AlertsConfiguration {
        try AlertsConfiguration.read(Data(text.utf8), name: "alerts.yml", knowing: Self.vocabulary)
    }

    /// A file without mistakes, one line of which a case replaces.
    private static let lines = [
        /*  1 */ "alerts:",
        /*  2 */ "  outcomes: {triggered: critical, warning: warning}",
        /*  3 */ "  verdicts: {disqualify: critical}",
        /*  4 */ "  remedy_deadline: 12-31",
        /*  5 */ "receivers:",
        /*  6 */ "  - {name: desk, kind: stdout}",
        /*  7 */ "  - {name: ministry, kind: file, path: 'out/{date}.ndjson', format: ndjson, send_resolved: false}",
        /*  8 */ "route:",
        /*  9 */ "  receiver: desk",
        /* 10 */ "  group_by: [province]",
        /* 11 */ "  repeat_interval: 1w",
        /* 12 */ "  routes:",
        /* 13 */ "    - matchers: ['severity=\"critical\"', 'clause!~\"16.1\"']",
        /* 14 */ "      receiver: ministry",
        /* 15 */ "      repeat_interval: 1d12h",
        /* 16 */ "      continue: true",
        /* 17 */ "inhibit_rules:",
        /* 18 */ "  - source_matchers: ['list=verdict']",
        /* 19 */ "    target_matchers: ['severity=warning']",
        /* 20 */ "    equal: [edition, consortium, year]",
    ]

    @Test func `A file without mistakes means what it says`() throws {
        let configuration = try read(Self.lines.joined(separator: "\n"))
        #expect(configuration.rules.outcomes == [.triggered: .critical, .warning: .warning])
        #expect(configuration.rules.verdicts == ["disqualify": .critical])
        #expect(configuration.rules.deadline == DayOfYear("12-31"))
        #expect(
            configuration.receivers == [
                Receiver(name: "desk", kind: .standardOutput, format: .text),
                Receiver(
                    name: "ministry", kind: .file(path: "out/{date}.ndjson"), format: .ndjson, sendsResolved: false),
            ])
        let child = Route(
            matchers: [try Matcher("severity=critical"), try Matcher("clause!~16.1")], receiver: "ministry",
            groupBy: [.province], repeatInterval: 36 * 3600, continues: true)
        #expect(
            configuration.route
                == Route(receiver: "desk", groupBy: [.province], repeatInterval: 7 * 86_400, routes: [child]))
        #expect(
            configuration.inhibitRules == [
                InhibitRule(
                    source: [try Matcher("list=verdict")], target: [try Matcher("severity=warning")],
                    equal: [.edition, .consortium, .year])
            ])
    }

    struct Mistake: Sendable, CustomTestStringConvertible {
        let line: Int
        let text: String
        /// Line and column.
        let place: String
        /// A part of the message.
        let says: String
        var testDescription: String { text }

        init(_ line: Int, _ text: String, at place: String, _ says: String) {
            self.line = line
            self.text = text
            self.place = place
            self.says = says
        }
    }

    @Test(arguments: [
        Mistake(1, "alert:", at: "1:1", "读到不认识的键“alert”。是不是“alerts”？"),
        Mistake(2, "  outcomes: {trigered: critical}", at: "2:14", "是不是“triggered”？"),
        Mistake(2, "  outcomes: {clear: critical}", at: "2:14", "应为 triggered、suspected、undetermined、warning 之一"),
        Mistake(2, "  outcomes: {triggered: fatal}", at: "2:25", "应为 notice、warning、major、critical 之一，读到“fatal”"),
        Mistake(2, "  outcomes: critical", at: "2:13", "应为键值"),
        Mistake(3, "  verdicts: {disqualfy: critical}", at: "3:14", "是不是“disqualify”？"),
        Mistake(4, "  remedy_deadline: 02-29", at: "4:20", "应为每年都有的一天，读到“02-29”"),
        Mistake(6, "  - {name: desk, kind: sms}", at: "6:24", "应为 stdout、file 之一"),
        Mistake(6, "  - {name: desk, kind: stdout, path: x.txt}", at: "6:38", "只有 file 才有路径"),
        Mistake(6, "  - {name: ministry, kind: stdout}", at: "7:12", "接收者的名称应不重复"),
        Mistake(6, "  - {kind: stdout}", at: "6:5", "应有“name”"),
        Mistake(7, "  - {name: ministry, kind: file}", at: "7:5", "应有“path”"),
        Mistake(7, "  - {name: ministry, kind: file, path: 'out/{day}.txt'}", at: "7:40", "花括号只能用在 {date}"),
        Mistake(7, "  - {name: ministry, kind: file, path: x, format: html}", at: "7:51", "应为 text、ndjson 之一"),
        Mistake(7, "  - {name: ministry, kind: file, path: x, send_resolved: 是}", at: "7:58", "应为 true 或 false"),
        Mistake(9, "  reciever: desk", at: "9:3", "是不是“receiver”？"),
        Mistake(9, "  receiver: desk2", at: "9:13", "应为 receivers 中的名称，读到“desk2”。是不是“desk”？"),
        Mistake(10, "  group_wait: soon", at: "10:15", "应为时长"),
        Mistake(10, "  escalate_after: 14d", at: "10:19", "escalate_after 与 escalate_to 应同时写明"),
        Mistake(10, "  active_time_intervals: [夜间]", at: "10:27", "读到“夜间”"),
        Mistake(10, "  group_by: [provnce]", at: "10:14", "是不是“province”？"),
        Mistake(10, "  group_by: province", at: "10:13", "应为列表"),
        Mistake(11, "  repeat_interval: 7", at: "11:20", "应为时长，读到“7”"),
        Mistake(11, "  repeat_interval: 24小时", at: "11:20", "应为时长"),
        Mistake(11, "  repeat_interval: 0h", at: "11:20", "应为时长"),
        Mistake(11, "  repeat_interval: 12h1d", at: "11:20", "应为时长"),
        Mistake(11, "  repeat_interval: ''", at: "11:20", "应为时长，读到空值"),
        Mistake(13, "    - matchers: ['severity']", at: "13:18", "应为 标签=\"值\"，读到“severity”"),
        Mistake(13, "    - matchers: ['sevrity=critical']", at: "13:18", "是不是“severity”？"),
        Mistake(13, "    - matchers: ['severity=citical']", at: "13:18", "是不是“critical”？"),
        Mistake(13, "    - matchers: ['clause=\"16.7\"']", at: "13:18", "clause 的值应为 16.1、16.3、verdict、report"),
        Mistake(
            13, "    - matchers: ['edition=municipal-consortium-trail']", at: "13:18",
            "是不是“municipal-consortium-trial”？"),
        Mistake(13, "    - matchers: ['outcome=kep']", at: "13:18", "是不是“keep”？"),
        Mistake(13, "    - matchers: ['outcome=notApplicable']", at: "13:18", "outcome 的值应为 triggered"),
        Mistake(3, "  verdicts: {kepe: warning}", at: "3:14", "应为 disqualify、hold、incomplete、keep 之一，读到“kepe”"),
        Mistake(
            2, "  outcomes: {notApplicable: warning}", at: "2:14", "应为 triggered、suspected、undetermined、warning 之一"),
        Mistake(20, "    equal: [editon]", at: "20:13", "是不是“edition”？"),
        Mistake(13, "    - matchers: ['clause=~\"(\"']", at: "13:18", "应为正则表达式，读到“(”"),
        Mistake(13, "    - matchers: []", at: "13:17", "应至少有一个匹配条件"),
        Mistake(14, "      receiver: minstry", at: "14:17", "是不是“ministry”？"),
        Mistake(16, "      continue: yes", at: "16:17", "应为 true 或 false"),
        Mistake(20, "    equal: [park]", at: "20:13", "读到“park”"),
    ])
    func `A mistake is named with its place and what to do`(_ mistake: Mistake) {
        var lines = Self.lines
        lines[mistake.line - 1] = mistake.text
        let error = #expect(throws: ConfigurationError.self) { try self.read(lines.joined(separator: "\n")) }
        let messages = error?.issues.map(\.description) ?? []
        #expect(
            messages.contains { $0.hasPrefix("alerts.yml:\(mistake.place)：") && $0.contains(mistake.says) },
            "\(messages)")
    }

    @Test func `All mistakes are named at once`() {
        let error = #expect(throws: ConfigurationError.self) {
            try self.read(
                "alerts: {outcomes: {triggered: x}}\nreceivers: []\nroute: {receiver: a, repeat_interval: 1y}")
        }
        #expect(error?.issues.map(\.line) == [1, 3, 3])
    }

    @Test(arguments: ["", "a: [", "- a", "alerts: {outcomes: {}}\nalerts: {}"])
    func `What is no such file is refused`(text: String) {
        let error = #expect(throws: ConfigurationError.self) { try self.read(text) }
        #expect(error?.issues.isEmpty == false)
    }

    @Test func `A file that is not there is named`() {
        let error = #expect(throws: ConfigurationError.self) {
            try AlertsConfiguration.load(from: URL(filePath: "/no/such/alerts.yml"), knowing: Self.vocabulary)
        }
        #expect(error?.description == "/no/such/alerts.yml：应有告警配置文件，打不开。请检查路径和权限。")
    }

    @Test func `The configuration that comes with the product has no mistakes and tells of every outcome`() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
        let edition = try Edition.load(
            from: root.appending(path: "data/standards/municipal-consortium-trial"), digest: { _ in "" })
        let configuration = try AlertsConfiguration.load(
            from: root.appending(path: "pipelines/alerts.yml"), knowing: Vocabulary([edition]))
        for (outcome, severity) in configuration.rules.outcomes {
            let labels = LabelSet([.outcome: outcome.rawValue, .severity: severity.rawValue])
            #expect(!configuration.route.destinations(of: labels).isEmpty)
        }
        #expect(Set(configuration.rules.outcomes.keys) == [.triggered, .suspected, .undetermined, .warning])
        let grave = LabelSet([.severity: "critical", .province: "430000"])
        #expect(configuration.route.destinations(of: grave).map(\.receiver) == ["台账", "省级汇总", "教育部职成司", "值班台"])
    }
}
