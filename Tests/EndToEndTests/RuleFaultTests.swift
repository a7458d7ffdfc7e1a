import Foundation
import TestSupport
import Testing

/// What rule authors and operators may write wrong, and the one message they get for it: status 2, and nothing is run.
@Suite("Faults in rules and configuration")
struct RuleFaultTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let file: String
        let text: String
        let replacement: String
        /// What the message has to say beside the file and the line.
        let says: [String]

        init(_ name: String, _ file: String, _ text: String, to replacement: String, says: String...) {
            testDescription = name
            self.file = file
            self.text = text
            self.replacement = replacement
            self.says = says
        }
    }

    @Test(arguments: [
        Case(
            "unknown indicator", "measures.yml", #"else actual("6.1.2")"#, to: #"else actual("6.1.22")"#,
            says: "6.1.22", "是不是“6.1.2”"),
        Case(
            "unknown measure in a measure", "measures.yml", "value: 专项到位 + 日常到位", to: "value: 专项到帐 + 日常到位",
            says: "专项到帐", "是不是“专项到位”"),
        Case(
            "unknown measure in a rule", "negative-list.yml", "warning: 本年.到位经费 < 本年.计划经费",
            to: "warning: 本年.到位经废 < 本年.计划经费", says: "到位经废", "是不是“到位经费”"),
        Case(
            "unit mismatch", "negative-list.yml", "warning: 本年.到位经费 < 本年.计划经费", to: "warning: 本年.到位经费 < 本年.年份",
            says: "万元", "年"),
        Case(
            "syntax error", "negative-list.yml", "warning: 本年.到位经费 < 本年.计划经费", to: "warning: 本年.到位经费 < < 本年.计划经费",
            says: "<"),
        Case(
            "a rule naming an indicator", "negative-list.yml", "warning: 本年.到位经费 < 本年.计划经费",
            to: #"warning: actual("6.1.2") < 本年.计划经费"#, says: "actual"),
        Case("cyclic measure", "measures.yml", "value: 专项到位 + 日常到位", to: "value: 计划经费 + 到位经费", says: "到位经费", "循环"),
        Case("no YAML", "measures.yml", "- name: 专项到位", to: "- name: [专项到位", says: "measures.yml"),
        Case("unknown key", "measures.yml", "unit: 万元", to: "unlt: 万元", says: "unlt", "是不是“unit”"),
        Case(
            "a verdict cell that is no test", "verdict.yml", "when: {已触发的条款或未决案件: '> 0'}",
            to: "when: {已触发的条款或未决案件: '> > 0'}", says: ">"
        ),
        Case("a threshold that is no number", "parameters.yml", "value: 1.2", to: "value: 约1.2", says: "约1.2"),
    ])
    func `a wrong rule file is told with line and column, and nothing runs`(test: Case) throws {
        let work = try Workplace()
        let changed = try work.data(changing: test.file, test.text, to: test.replacement)
        for arguments in [
            ["check"], ["run", "pipelines/municipal-annual.yml", "--year", "2025"], ["assess", "--year", "2025"],
        ] {
            let outcome = try work.command(arguments + ["--data", changed.path], exits: 2)
            let line = try #require(
                outcome.complaint.split(separator: "\n").first { $0.contains(test.file) },
                "\(outcome.errors)")
            #expect(line.contains(try Regex(#":[0-9]+:[0-9]+"#)), "\(line)")
            for said in test.says { #expect(outcome.complaint.contains(said), "\(outcome.complaint)") }
        }
        #expect(!work.exists("var/monitor.sqlite"))
    }

    @Test func `a fault of a formula is placed in the line of the file`() throws {
        let work = try Workplace()
        let changed = try work.data(
            changing: "measures.yml", #"value: 专项到位 + 日常到位"#, to: #"value: 专项到位 + actual("6.1.66")"#)
        let outcome = try work.command(["check", "--data", changed.path], exits: 2)
        // The column is that of the code within the call.
        let place = try #require(outcome.complaint.firstMatch(of: try Regex(#"measures\.yml:([0-9]+):([0-9]+)"#)))
        #expect(place.output[1].substring == "\(changed.line)")
        let column = try #require(place.output[2].substring.flatMap { Int($0) })
        #expect((24...32).contains(column), "\(outcome.complaint)")
    }

    @Test func `every fault of a file is told at once`() throws {
        let work = try Workplace()
        _ = try work.data(changing: "measures.yml", #"else actual("6.1.2")"#, to: #"else actual("6.1.22")"#)
        let changed = try work.data(changing: "measures.yml", #"else actual("6.1.6")"#, to: #"else actual("6.1.66")"#)
        let complaint = try work.command(["check", "--data", changed.path], exits: 2).complaint
        #expect(complaint.contains("6.1.22") && complaint.contains("6.1.66"))
    }

    // MARK: - Pipelines and alerts

    @Test(arguments: [
        ("edition: municipal-consortium-trial", "edition: municipal-consortium-trail", "municipal-consortium-trial"),
        ("closes: 03-31", "closes: 3月31日", "calendar.yml:11:11：应为月-日"),
        ("opens: 01-01", "opens: 04-01", "截止日早于开始日"),
        ("quarantine: var/quarantine", "quarantin: var/quarantine", "是不是“quarantine”"),
        ("id: municipal-annual", "id: [municipal-annual", "municipal-annual.yml"),
        ("alerts: alerts.yml", "alerts: alarms.yml", "alarms.yml"),
    ])
    func `a broken pipeline is told`(text: String, replacement: String, says: String) throws {
        let work = try Workplace()
        let pipeline = "pipelines/municipal-annual.yml"
        for file in [pipeline, "pipelines/calendar.yml"] {
            try work.write(try work.read(file).replacing(text, with: replacement), to: file)
        }
        for arguments in [["check", pipeline], ["run", pipeline]] {
            let complaint = try work.command(arguments, exits: 2).complaint
            #expect(complaint.contains(says), "\(complaint)")
        }
        #expect(!work.exists("var/monitor.sqlite"))
    }

    /// As the first edition's pipelines had it: nothing says on whose word the files were received.
    @Test(arguments: ["inbox: [var/inbox]", "inbox:\n  - var/inbox", "inbox: var/inbox"])
    func `an inbox that does not say whose word it holds is told`(old: String) throws {
        let work = try Workplace()
        let pipeline = "pipelines/municipal-annual.yml"
        let lines = try work.read(pipeline).split(separator: "\n", omittingEmptySubsequences: false)
        let start = try #require(lines.firstIndex(of: "inbox:"))
        let rest = lines[(start + 1)...].drop { $0.hasPrefix("  - ") }
        try work.write((lines[..<start] + [Substring(old)] + rest).joined(separator: "\n"), to: pipeline)
        for arguments in [["check", pipeline], ["run", pipeline, "--year", "2025"]] {
            let complaint = try work.command(arguments, exits: 2).complaint
            let line = start + (old.contains("\n") ? 2 : 1)
            #expect(complaint.contains("municipal-annual.yml:\(line):"), "\(complaint)")
            #expect(complaint.contains("{path: var/inbox/submissions, authority: secretariat}"), "\(complaint)")
            #expect(complaint.contains("{path: var/inbox/registers, authority: authority}"), "\(complaint)")
        }
        #expect(!work.exists("var"))
    }

    @Test(arguments: [
        ("receiver: 值班台", "receiver: 值班抬", "值班"),
        ("kind: stdout", "kind: stdot", "stdout"),
        ("repeat_interval: 14d", "repeat_interval: 14days", "14days"),
        (#"severity=~"critical|major""#, #"severity=~"critical|major"#, "severity"),
        ("triggered: critical", "trigered: critical", "trigered"),
    ])
    func `a broken alerts file is told`(text: String, replacement: String, says: String) throws {
        let work = try Workplace()
        try work.write(
            try work.read("pipelines/alerts.yml").replacing(text, with: replacement), to: "pipelines/alerts.yml")
        for arguments in [["check"], ["run", "pipelines/municipal-annual.yml"]] {
            let complaint = try work.command(arguments, exits: 2).complaint
            #expect(complaint.contains("alerts.yml") && complaint.contains(says), "\(complaint)")
        }
        #expect(!work.exists("var/monitor.sqlite"))
    }

    @Test func `a pipeline that is not there is told`() throws {
        let complaint = try Workplace().command("run", "pipelines/none.yml", exits: 2).complaint
        #expect(complaint.contains("pipelines/none.yml"))
        #expect(complaint.split(separator: "\n").count <= 2)
    }
}
