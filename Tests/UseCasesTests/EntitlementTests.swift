import Collection
import FEEL
import Review
import Standards
import Testing

@testable import UseCases

/// What the list of people refuses of registers: transitions and ratings like determinations, unsigned ones, and those of
/// days to come (DESIGN §9).
@Suite("Registers and the list of people")
struct EntitlementTests {
    private static let source = CellSource(file: "", sha256: "", sheet: nil, row: 2, column: 1)
    private static let hunan = Origin(authority: .authority, region: "430000")
    private static let secretariat = Origin(authority: .secretariat, consortium: "C001")
    private static let key = PublicKey(
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAICLerYZqQy7AXyzud2ItoYdIF6ITq6Zpa3SFZiZL6nD1")

    private static func day(_ text: String) -> CalendarDate {
        guard let day = CalendarDate(text) else { preconditionFailure("a day: \(text)") }
        return day
    }

    private let entitlement = Entitlement(
        Permission(
            ActorBook([
                Actor(name: "审甲", role: .ministryApprover), Actor(name: "审乙", role: .ministryApprover),
                Actor(name: "专甲", role: .ministryExpert),
                Actor(name: "湘核", role: .provincialVerifier, region: "430000"),
                Actor(name: "苏核", role: .provincialVerifier, region: "320000"),
                Actor(name: "秘书", role: .secretariat, consortia: ["C001"]),
                Actor(name: "别家", role: .secretariat, consortia: ["C002"]),
                Actor(name: "签审", role: .ministryApprover, key: key),
                Actor(name: "签专", role: .ministryExpert, key: key),
                Actor(name: "签秘", role: .secretariat, consortia: ["C001"], key: key),
            ])),
        consortia: [
            Consortium(
                id: "C001", name: "", kind: .municipal, province: "430000", prefecture: "", park: "", parkLevel: "",
                leadSchool: "", leadEnterprise: "", cohort: "", stage: "", designatedOn: nil)
        ], members: [], determinations: [], today: day("2026-04-20"))

    private func transition(_ to: Standing, _ by: String, from origin: Origin = .ministry, on: String = "2026-04-20")
        throws -> Refusal.Rule?
    {
        try entitlement.refusal(
            of: Transition(
                consortium: "C001", from: nil, to: to, on: Self.day(on), document: "1号", by: by, ground: "理由",
                source: Self.source), from: origin)?.rule
    }

    /// 决定机关 that names nobody of the list is an organ, which a province's register cannot make say more than a province.
    @Test(
        arguments: [
            (Standing.cultivation, "示例主管部门", Origin.ministry, nil), (.revoked, "示例主管部门", .ministry, nil),
            (.revoked, "", .ministry, nil), (.application, "示例主管部门", hunan, nil),
            (.cultivation, "示例主管部门", hunan, .role),
            (.revoked, "示例主管部门", hunan, .role), (.cultivation, "审甲", hunan, nil),
            (.cultivation, "专甲", .ministry, .role),
            (.revoked, "审甲", .ministry, .people), (.revoked, "审甲、审乙", .ministry, nil),
            (.revoked, "审甲、路人", .ministry, .unknownActor), (.application, "湘核", hunan, nil),
            (.application, "苏核", .ministry, .region), (.accepted, "签审", .ministry, .signature),
        ] as [(Standing, String, Origin, Refusal.Rule?)])
    func transitions(to: Standing, by: String, from origin: Origin, expected: Refusal.Rule?) throws {
        #expect(try transition(to, by, from: origin) == expected)
    }

    @Test func `what is dated in the future is refused of people, and left to the assessment of an organ`() throws {
        #expect(try transition(.cultivation, "审甲", on: "2026-04-21") == .date)
        #expect(try transition(.cultivation, "示例主管部门", on: "2026-04-21") == nil)
    }

    private func determination(
        _ decision: DeterminationDecision, _ by: String, from origin: Origin = .ministry, on: String = "2026-04-20"
    ) throws -> Refusal.Rule? {
        try entitlement.refusal(
            of: Determination(
                consortium: "C001", clause: "16.5", year: ReportingYear(2025), decision: decision, by: by,
                on: Self.day(on), ground: "理由", evidence: "a.pdf", source: Self.source), from: origin,
            isIncident: { _ in false })?.rule
    }

    @Test(arguments: DeterminationDecision.allCases.filter { $0 != .withdraw })
    func `each decision unsigned, of a day to come, and by who may not`(decision: DeterminationDecision) throws {
        let signer = decision == .appeal ? "签秘" : "签审"
        let needsTwo = decision == .waive
        #expect(try determination(decision, needsTwo ? "签审、审甲" : signer) == .signature)
        #expect(try determination(decision, signer, on: "2026-04-21") == .date)
        #expect(try determination(decision, "湘核") == .role)
        #expect(try determination(decision, "秘书") == (decision == .appeal ? nil : .role))
    }

    @Test func `a secretariat names who appeals for it; whom the list knows has to be its own`() throws {
        #expect(try determination(.appeal, "某主任", from: Self.secretariat) == nil)
        #expect(try determination(.appeal, "秘书", from: Self.secretariat) == nil)
        #expect(try determination(.appeal, "别家", from: Self.secretariat) == .region)
        #expect(try determination(.appeal, "某主任、审甲", from: Self.secretariat) == .role)
        #expect(try determination(.appeal, "签秘", from: Self.secretariat) == .signature)
        // In an authority's register it is somebody of the list.
        #expect(try determination(.appeal, "某主任") == .unknownActor)
    }

    @Test func `ratings are held against roles, days and keys`() throws {
        func rating(_ by: String, _ round: RatingRound = .first, on: String = "2026-04-20") throws -> Refusal.Rule? {
            try entitlement.refusal(
                of: Rating(
                    consortium: "C001", point: "1.1", round: round, grade: .met, by: by, on: Self.day(on),
                    ground: "理由", source: Self.source))?.rule
        }
        #expect(try rating("专甲") == nil && rating("审甲") == .role && rating("审甲", .adjudication) == nil)
        #expect(try rating("签专") == .signature && rating("专甲", on: "2026-04-21") == .date && rating("秘书") == .role)
    }
}
