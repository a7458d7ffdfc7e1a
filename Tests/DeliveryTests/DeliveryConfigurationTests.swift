import Alerts
import AlertsTestSupport
import Configuration
import Delivery
import Foundation
import Standards
import Testing

struct DeliveryConfigurationTests {
    private static let vocabulary = Vocabulary(
        editions: [trialEdition, "industry-community-trial"], clauses: ["16.1", "16.3"],
        verdicts: ["disqualify", "hold", "incomplete", "keep"])

    private func read(_ text: String) throws(ConfigurationError) -> DeliveryConfiguration {
        try DeliveryConfiguration.read(Data(text.utf8), name: "alerts.yml", knowing: Self.vocabulary)
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
        let alerts = configuration.alerts
        #expect(alerts.rules.outcomes == [.triggered: .critical, .warning: .warning])
        #expect(alerts.rules.verdicts == ["disqualify": .critical])
        #expect(alerts.rules.deadline == DayOfYear("12-31"))
        #expect(alerts.receivers == [Receiver(name: "desk"), Receiver(name: "ministry", sendsResolved: false)])
        #expect(configuration.ways["desk"] is StandardOutputChannel)
        #expect(configuration.ways["ministry"] is FileChannel)
        #expect(configuration.policy == DeliveryPolicy())
        let child = Route(
            matchers: [try Matcher("severity=critical"), try Matcher("clause!~16.1")], receiver: "ministry",
            groupBy: [.province], repeatInterval: 36 * 3600, continues: true)
        #expect(
            alerts.route
                == Route(receiver: "desk", groupBy: [.province], repeatInterval: 7 * 86_400, routes: [child]))
        #expect(
            alerts.inhibitRules == [
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
        Mistake(6, "  - {name: desk, kind: sms}", at: "6:24", "应为 stdout、file、smtp、webhook、wecom、dingtalk、feishu 之一"),
        Mistake(6, "  - {name: desk, kind: stdout, path: x.txt}", at: "6:32", "读到不认识的键“path”"),
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

    @Test(arguments: [
        ("kind: smtp, from: a@b.cn, to: c@d.cn", "应有“host”"),
        ("kind: smtp, host: 'smtp://x', from: a@b.cn, to: c@d.cn", "应为主机名或 IPv4 地址"),
        ("kind: smtp, host: x.cn, port: 0, from: a@b.cn, to: c@d.cn", "应为 1 到 65535 的端口号，读到“0”"),
        ("kind: smtp, host: x.cn, security: ssl, from: a@b.cn, to: c@d.cn", "应为 starttls、tls、none 之一，读到“ssl”"),
        ("kind: smtp, host: x.cn, security: none, from: a@b.cn, to: c@d.cn", "只有本机的邮件服务器才可以不加密"),
        ("kind: smtp, host: x.cn, from: '甲 <a@b.cn>', to: c@d.cn", "应为邮件地址，读到“甲 <a@b.cn>”"),
        ("kind: smtp, host: x.cn, from: a@b.cn, to: []", "应至少有一个收件地址"),
        ("kind: smtp, host: x.cn, from: a@b.cn, to: [c@d.cn, 'e@f.cn\\nBcc: g@h.cn']", "应为邮件地址"),
        ("kind: smtp, host: x.cn, from: a@b.cn", "应有“to”"),
        ("kind: smtp, host: x.cn, from: a@b.cn, to: c@d.cn, user: u", "应有“password_env”或“password_file”"),
        ("kind: smtp, host: x.cn, from: a@b.cn, to: c@d.cn, password_env: P", "有密码应有“user”"),
        ("kind: smtp, host: x.cn, from: a@b.cn, to: c@d.cn, password: hunter2", "读到不认识的键“password”"),
        ("kind: smtp, host: x.cn, from: a@b.cn, to: c@d.cn, url: x", "读到不认识的键“url”"),
        ("kind: webhook", "应有“url”"),
        ("kind: webhook, url: ftp://x.cn", "应为网址，读到“ftp://x.cn”"),
        ("kind: webhook, url: 'https://u:p@x.cn/y'", "网址里应没有用户名和密码"),
        ("kind: webhook, url: 'https://x.cn', secret_env: A, secret_file: b", "签名密钥应只有一处"),
        ("kind: webhook, url: 'https://x.cn', secret_env: 'a b'", "应为环境变量的名称，读到的不是名称"),
        ("kind: wecom", "应有“key_env”或“key_file”，没有写。请写明机器人的密钥在哪个环境变量或哪个文件里，不要写机器人的密钥本身"),
        ("kind: wecom, key_env: K, url: 'http://x.cn/send'", "应为 https，读到“http://x.cn/send”"),
        ("kind: wecom, key_env: K, secret_env: S", "读到不认识的键“secret_env”"),
        ("kind: dingtalk, token_env: T", "应有“secret_env”或“secret_file”"),
        ("kind: feishu, secret_env: T", "应有“token_env”或“token_file”"),
        ("kind: feishu, token_env: T, secret_env: S, format: text", "读到不认识的键“format”"),
        ("kind: 微信", "应为 stdout、file、smtp、webhook、wecom、dingtalk、feishu 之一，读到“微信”"),
        ("path: x", "应有“kind”，没有写"),
    ])
    func `A mistake in a way is named with what to do, and no secret with it`(keys: String, says: String) {
        let error = #expect(throws: ConfigurationError.self) {
            try DeliveryConfiguration.telling("{name: a, \(keys)}")
        }
        let messages = error?.issues.map(\.description) ?? []
        #expect(messages.count == 1 && messages[0].hasPrefix("alerts.yml:4:"), "\(messages)")
        #expect(messages.contains { $0.contains(says) }, "\(messages)")
        #expect(!messages.joined().contains("hunter2"))
    }

    @Test(arguments: [
        ("{timeout: 5}", "应为时长，读到“5”"), ("{tries: 0}", "应至少试一次"), ("{tries: 多}", "应为非负整数"),
        ("{first_pause: 1h, longest_pause: 30m}", "应不短于 first_pause"), ("{retries: 3}", "读到不认识的键“retries”"),
        ("{patience: -1}", "应为时长，读到“-1”"),
    ])
    func `A mistake in how patient delivery is`(delivery: String, says: String) {
        let error = #expect(throws: ConfigurationError.self) {
            try DeliveryConfiguration.telling("{name: a, kind: stdout}", delivery: delivery)
        }
        #expect(error?.issues.contains { $0.description.contains(says) } == true, "\(String(describing: error))")
    }

    @Test func `The pauses double up to the longest, and are spread`() throws {
        let policy = try DeliveryConfiguration.telling(
            "{name: a, kind: stdout}",
            delivery: "{timeout: 5s, tries: 3, first_pause: 10s, longest_pause: 1m, patience: 0}"
        ).policy
        #expect(policy.timeout == 5 && policy.tries == 3 && policy.patience == 0)
        #expect((1...5).map { policy.pause(afterFailures: $0, fraction: 1) } == [10, 20, 40, 60, 60])
        #expect((1...5).map { policy.pause(afterFailures: $0, fraction: 0) } == [5, 10, 20, 30, 30])
        #expect(policy.pause(afterFailures: 1_000_000, fraction: 1) == 60)
    }

    @Test func `All mistakes are named at once`() {
        let error = #expect(throws: ConfigurationError.self) {
            try self.read(
                "alerts: {outcomes: {triggered: x}}\nreceivers: []\nroute: {receiver: a, repeat_interval: 1y}")
        }
        #expect(error?.issues.map(\.line) == [1, 3, 3])
    }

    @Test(arguments: [
        ("through: desk\n  senders: {甲校: a@b.cn}", "2:12", "应为 receivers 中 kind 是 smtp 的一个，读到“desk”。请改为 mail 之一"),
        ("through: mal\n  senders: {甲校: a@b.cn}", "2:12", "应为 receivers 中 kind 是 smtp 的一个"),
        ("senders: {甲校: a@b.cn}", "2:3", "应有“through”"),
        ("through: mail", "2:3", "应有“senders”"),
        ("through: mail\n  senders: {甲校: 甲}", "3:17", "应为邮件地址，读到“甲”"),
        ("through: mail\n  senders: {甲校: []}", "3:17", "应至少有一个收件地址"),
        ("through: mail\n  senders: {desk: a@b.cn}", "3:13", "报送单位应不与接收者重名"),
        ("through: mail\n  senders: [a@b.cn]", "3:12", "应为键值"),
        ("through: mail\n  senders: {甲校: a@b.cn}\n  from: x", "4:3", "应为 through、senders、active_time_intervals 之一"),
    ])
    func `What is wrong with the addresses of receipts is named with its place`(
        text: String, place: String, says: String
    ) {
        let error = #expect(throws: ConfigurationError.self) { try self.read(Self.withMail + "receipts:\n  " + text) }
        let messages = error?.issues.map(\.description) ?? []
        let line = Int(place.prefix { $0 != ":" }) ?? 0
        // Three lines and one of `receipts:` stand before.
        let shifted = "alerts.yml:\(line + 3):\(place.drop { $0 != ":" }.dropFirst())：\(says)"
        #expect(messages.contains { $0.hasPrefix(shifted) }, "\(messages)")
    }

    private static let withMail = """
        receivers: [{name: desk, kind: stdout}, {name: mail, kind: smtp, host: x.cn, from: a@b.cn, to: c@d.cn}]
        alerts: {outcomes: {triggered: critical}}
        route: {receiver: desk}

        """

    @Test func `Receipts go to the addresses of their senders through the server of a receiver`() throws {
        let configuration = try read(
            Self.withMail + "receipts: {through: mail, senders: {甲校: [a@b.cn, e@f.cn], 乙校: g@h.cn}}")
        #expect(configuration.receipts?.ways.keys.sorted() == ["乙校", "甲校"])
        #expect(configuration.ways["甲校"] is SMTPChannel)
        #expect(configuration.alerts.receivers.map(\.name) == ["desk", "mail"])
        #expect(try read(Self.withMail).receipts == nil)
    }

    @Test(arguments: ["", "a: [", "- a", "alerts: {outcomes: {}}\nalerts: {}"])
    func `What is no such file is refused`(text: String) {
        let error = #expect(throws: ConfigurationError.self) { try self.read(text) }
        #expect(error?.issues.isEmpty == false)
    }

    @Test func `A file that is not there is named`() {
        let error = #expect(throws: ConfigurationError.self) {
            try DeliveryConfiguration.load(from: URL(filePath: "/no/such/alerts.yml"), knowing: Self.vocabulary)
        }
        #expect(error?.description == "/no/such/alerts.yml：应有告警配置文件，打不开。请检查路径和权限。")
    }

    @Test func `The configuration that comes with the product has no mistakes and tells of every outcome`() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
        let edition = try Edition.load(
            from: root.appending(path: "data/standards/municipal-consortium-trial"), digest: { _ in "" })
        let configuration = try DeliveryConfiguration.load(
            from: root.appending(path: "pipelines/alerts.yml"), knowing: Vocabulary([edition]))
        for (outcome, severity) in configuration.alerts.rules.outcomes {
            let labels = LabelSet([.outcome: outcome.rawValue, .severity: severity.rawValue])
            #expect(!configuration.alerts.route.destinations(of: labels).isEmpty)
        }
        #expect(Set(configuration.alerts.rules.outcomes.keys) == [.triggered, .suspected, .undetermined, .warning])
        let grave = LabelSet([.severity: "critical", .province: "430000"])
        #expect(configuration.alerts.route.destinations(of: grave).map(\.receiver) == ["台账", "省级汇总", "教育部职成司", "值班台"])
    }
}
