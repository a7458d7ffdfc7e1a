import Alerts
import AlertsTestSupport
import Testing

struct RoutingTests {
    /// 湖南 has a branch of its own that goes on; grave alerts go to the ministry, those of safety to two desks.
    private let root: Route

    init() throws {
        func route(_ receiver: String, _ matchers: String..., continues: Bool = false, routes: [Route] = []) throws
            -> Route
        {
            Route(
                matchers: try matchers.map { try Matcher($0) }, receiver: receiver, groupBy: [], repeatInterval: 60,
                continues: continues, routes: routes)
        }
        root = try route(
            "desk",
            routes: [
                route("hunan", "province=430000", continues: true),
                route("ministry", "severity=critical", routes: [route("safety", "clause=16.1")]),
                route("desk", "severity=~\"critical|major\""),
            ])
    }

    @Test(
        arguments: [
            ([.province: "110000"], ["desk"]),
            ([.province: "430000"], ["hunan"]),
            ([.province: "430000", .severity: "critical"], ["hunan", "ministry"]),
            ([.province: "430000", .severity: "major"], ["hunan", "desk"]),
            ([.severity: "critical", .clause: "16.1"], ["safety"]),
            ([.severity: "critical", .clause: "16.2"], ["ministry"]),
            ([:], ["desk"]),
        ] as [([LabelName: String], [String])])
    func `An alert goes down the first branch that matches, and on where it says so`(
        labels: [LabelName: String], receivers: [String]
    ) {
        #expect(root.destinations(of: LabelSet(labels)).map(\.receiver) == receivers)
    }

    @Test func `A receiver that two branches name is named once`() {
        let twice = Route(
            receiver: "desk", groupBy: [], repeatInterval: 60,
            routes: [
                Route(receiver: "desk", groupBy: [.year], repeatInterval: 60, continues: true),
                Route(receiver: "desk", groupBy: [], repeatInterval: 60),
            ])
        #expect(twice.destinations(of: LabelSet()).map(\.groupBy) == [[.year]])
    }
}

struct MatcherTests {
    @Test(arguments: [
        ("clause=\"16.3\"", "16.3", true), ("clause=16.3", "16.3", true), (" clause = \"16.3\" ", "16.30", false),
        ("clause!=\"16.3\"", "16.3", false), ("clause!=\"16.3\"", "", true), ("clause=\"\"", "", true),
        ("clause=~\"16\\..\"", "16.3", true), ("clause=~\"16\\..\"", "1603", false),
        ("clause=~\"16\"", "16.3", false), ("clause=~\"15|16.*\"", "16.3", true), ("clause!~\"16.*\"", "16.3", false),
        ("clause!~\"15|17\"", "16.3", true), ("clause=\"a=b\"", "a=b", true),
    ])
    func `A matcher compares the whole value`(text: String, value: String, matches: Bool) throws {
        let matcher = try Matcher(text)
        #expect(matcher.matches(LabelSet([.clause: value])) == matches)
        #expect(try Matcher(matcher.description) == matcher)
    }

    @Test(arguments: [
        ("clause", "应为 标签=\"值\"", nil), ("", "应为 标签=\"值\"", nil), ("clause~16", "应为 标签=\"值\"", nil),
        ("cluase=16.3", "标签应为 ", "clause"), ("省份=430000", "标签应为 ", nil),
        ("clause=~\"16(\"", "应为正则表达式", nil),
    ])
    func `What is no matcher is refused with a reason`(text: String, expected: String, suggestion: String?) {
        let error = #expect(throws: MatcherError.self) { try Matcher(text) }
        #expect(error?.expected.hasPrefix(expected) == true)
        #expect(error?.suggestion == suggestion)
    }
}
