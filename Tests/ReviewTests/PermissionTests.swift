import FEEL
import Standards
import Testing

@testable import Review

/// Who may put what on record, of whom, and when (DESIGN §9).
@Suite("Who may decide what")
struct PermissionTests {
    private static let hunan = "430000"
    private static let actors = [
        Actor(name: "秘书", role: .secretariat, consortia: ["C001"]), Actor(name: "运维", role: .operator),
        Actor(name: "别家", role: .secretariat, consortia: ["C002", "C003"]),
        Actor(name: "湘核", role: .provincialVerifier, region: hunan),
        Actor(name: "专甲", role: .ministryExpert), Actor(name: "专乙", role: .ministryExpert, region: "110000"),
        Actor(name: "审甲", role: .ministryApprover), Actor(name: "审乙", role: .ministryApprover),
        Actor(
            name: "校长", role: .ministryApprover,
            units: [Institution(name: "甲 校"), Institution(name: "别名", creditCode: "91350100m000100y43")]),
        Actor(name: "避嫌", role: .ministryApprover, recusals: ["C001"]),
        Actor(
            name: "前任", role: .ministryApprover, from: CalendarDate(year: 2024, month: 1, day: 1),
            until: CalendarDate(year: 2025, month: 12, day: 31)),
    ]
    private static let permission = Permission(ActorBook(actors), regions: RegionNames([hunan: "湖南省"]))
    private static let day: CalendarDate = {
        guard let day = CalendarDate("2026-04-02") else { preconditionFailure("a day") }
        return day
    }()

    private static func subject(province: String = hunan, lead: String = "", members: [RegisterEntry] = []) -> Subject {
        Subject(
            Consortium(
                id: "C001", name: "", kind: .municipal, province: province, prefecture: "", park: "", parkLevel: "",
                leadSchool: lead, leadEnterprise: "", cohort: "", stage: "", designatedOn: nil),
            members: members)
    }

    private static func member(_ name: String, code: String = "", of consortium: String = "C001") -> RegisterEntry {
        RegisterEntry(
            form: .members, consortium: consortium, key: name, values: ["name": name, "creditCode": code],
            source: CellSource(file: "", sha256: "", sheet: nil, row: 2, column: 1))
    }

    private func rule(
        _ act: Act, _ by: String, about subject: Subject = subject(), on day: CalendarDate = day
    ) -> Refusal.Rule? {
        Self.permission.refusal(of: act, by: by, on: day, about: subject)?.rule
    }

    private static let acts: [Act] = [
        .confirm, .dismiss(.suspicion), .dismiss(.weakSignal), .acceptPlanChange, .waive, .transition(.application),
        .transition(.cultivation), .transition(.accepted), .transition(.revoked), .withdraw(.confirm),
        .withdraw(.waive), .rate(.first), .rate(.adjudication), .appeal, .withdraw(.appeal), .execute,
        .quiet(.duties), .quiet(.operations),
    ]

    /// A letter an act: the role may record it (y), may not (-), or needs a second (2).
    @Test(arguments: [
        ("秘书", "-------------yy---"), ("运维", "-----------------y"), ("湘核", "--y--y----------y-"),
        ("专甲", "yyy------y-y----y-"), ("审甲", "yyyy2-yy2y2-y--yy-"),
    ])
    func `what each role may record alone`(name: String, expected: String) {
        let found = Self.acts.map { act in
            switch rule(act, name) {
            case nil: "y"
            case .people: "2"
            case .role: "-"
            case let other?: "\(other)"
            }
        }.joined()
        #expect(found == expected)
    }

    /// Every act by every role, in its region, in another and nowhere, tied and not, alone and with a second: refused by the
    /// first rule that stands against it, in words of its own beside those of the program.
    @Test(arguments: acts) func `roles, decisions, regions, ties and numbers`(act: Act) {
        let twoNeeded = [.waive, .transition(.revoked), .withdraw(.waive)].contains(act)
        let isParty = [.appeal, .withdraw(.appeal)].contains(act)
        for (name, second, region) in [
            ("秘书", "秘书", ""), ("运维", "运维", ""), ("湘核", "湘核", Self.hunan), ("专甲", "专乙", ""), ("专乙", "专甲", "110000"),
            ("审甲", "审乙", ""),
        ] {
            guard let role = Self.actors.first(where: { $0.name == name })?.role else { continue }
            for place in [Self.hunan, "320000", ""] {
                let subject = Self.subject(province: place)
                let isWithin = isParty || region.isEmpty || region == place
                let expected: Refusal.Rule? =
                    !role.mayRecord(act) ? .role : !isWithin ? .region : twoNeeded ? .people : nil
                #expect(rule(act, name, about: subject) == expected, "\(act) \(name) \(place)")
                guard expected == .people else { continue }
                #expect(rule(act, "\(name)、\(name)", about: subject) == .people)
                #expect(rule(act, "\(name)、\(second)", about: subject) == nil, "\(act) \(name) \(place)")
            }
        }
        // Who is tied to it keeps away from everything that the role could do.
        let mayApprove = Role.ministryApprover.mayRecord(act)
        for tied in ["避嫌", "审甲、避嫌"] { #expect(rule(act, tied) == (mayApprove ? .recusal : .role)) }
        #expect(rule(act, "校长", about: Self.subject(lead: "甲校")) == (mayApprove ? .recusal : .role))
        #expect(rule(act, "前任") == (mayApprove ? .term : .role))
        #expect(rule(act, "路人") == .unknownActor)
        #expect(rule(act, "别家") == (isParty ? .region : .role))
    }

    @Test func `a secretariat appeals for its own consortium, wherever that lies`() throws {
        #expect(rule(.appeal, "秘书", about: Self.subject(province: "")) == nil)
        let refusal = try #require(Self.permission.refusal(of: .appeal, by: "别家", on: Self.day, about: Self.subject()))
        #expect(refusal.reason == "别家是C002、C003秘书处的，不能替C001作出“申诉”" && refusal.remedy == "请由C001秘书处办理。")
        let expert = try #require(Self.permission.refusal(of: .appeal, by: "专甲", on: Self.day, about: Self.subject()))
        #expect(expert.reason == "专甲是部级专家，无权作出“申诉”" && expert.remedy == "请报秘书处办理。")
    }

    @Test func `two people of the role, and two different ones`() {
        #expect(rule(.waive, "审甲、审乙") == nil)
        #expect(rule(.transition(.revoked), "审甲，审乙") == nil)
        #expect(rule(.withdraw(.waive), "审甲、审乙") == nil)
        #expect(rule(.waive, "审甲、审甲") == .people)
        // A second who may not is worse than none.
        #expect(rule(.waive, "审甲、专甲") == .role)
        #expect(rule(.confirm, "专甲、某人") == .unknownActor)
        #expect(rule(.waive, "审甲") == .people && rule(.waive, "") == .people)
    }

    @Test func `within the region that one speaks for`() {
        let elsewhere = Self.subject(province: "320000")
        #expect(rule(.dismiss(.weakSignal), "湘核", about: elsewhere) == .region)
        #expect(rule(.dismiss(.weakSignal), "湘核", about: Self.subject(province: "430100")) == nil)
        #expect(rule(.confirm, "专甲", about: elsewhere) == nil)
        #expect(rule(.confirm, "专乙", about: elsewhere) == .region)
        #expect(rule(.confirm, "专乙", about: Self.subject(province: "110000")) == nil)
        // Where nobody knows where it lies, only the whole country has it.
        #expect(rule(.dismiss(.weakSignal), "湘核", about: Self.subject(province: "")) == .region)
    }

    @Test func `not on those one is tied to`() {
        #expect(rule(.confirm, "校长") == nil)
        #expect(rule(.confirm, "校长", about: Self.subject(lead: "甲校")) == .recusal)
        #expect(rule(.confirm, "校长", about: Self.subject(members: [Self.member("甲校")])) == .recusal)
        let renamed = Self.member("改名后的企业", code: "91350100M000100Y43")
        #expect(rule(.confirm, "校长", about: Self.subject(members: [renamed])) == .recusal)
        // The names are alike and the codes are not: another unit.
        let other = Self.member("别名", code: "911101010000000018")
        #expect(rule(.confirm, "校长", about: Self.subject(members: [other])) == nil)
        #expect(rule(.confirm, "校长", about: Self.subject(members: [Self.member("甲校", of: "C002")])) == nil)
        #expect(rule(.confirm, "避嫌") == .recusal)
        #expect(rule(.waive, "审甲、避嫌") == .recusal)
    }

    @Test(arguments: [
        ("2023-12-31", Refusal.Rule.term), ("2024-01-01", nil), ("2025-12-31", nil), ("2026-01-01", .term),
    ])
    func `within the term`(day: String, expected: Refusal.Rule?) throws {
        let date = try #require(CalendarDate(day))
        #expect(rule(.confirm, "前任", on: date) == expected)
    }

    @Test func `a refusal says who, why, and what is to be done`() throws {
        let refusal = try #require(Self.permission.refusal(of: .waive, by: "专甲", on: Self.day, about: Self.subject()))
        #expect(refusal.reason == "专甲是部级专家，无权作出“豁免”" && refusal.remedy == "请报部级审定办理。")
        let tied = try #require(
            Self.permission.refusal(of: .confirm, by: "校长", on: Self.day, about: Self.subject(lead: "甲校")))
        #expect(tied.reason == "校长与C001的成员单位“甲校”有利害关系，应当回避")
        let elsewhere = try #require(
            Self.permission.refusal(
                of: .dismiss(.weakSignal), by: "湘核", on: Self.day, about: Self.subject(province: "320000")))
        #expect(elsewhere.reason == "湘核只管湖南省，C001不在该地区")
        let alone = try #require(Self.permission.refusal(of: .waive, by: "审甲", on: Self.day, about: Self.subject()))
        #expect(alone.reason == "豁免须由2人共同作出，只写了审甲" && alone.remedy == "请由另一位部级审定复核，并写成“甲、乙”。")
        let mistyped = try #require(
            Self.permission.refusal(of: .confirm, by: "专丙", on: Self.day, about: Self.subject()))
        #expect(mistyped.reason == "人员名单里没有“专丙”" && mistyped.rule == .unknownActor)
    }
}
