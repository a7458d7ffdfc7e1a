import FEEL
import Standards
import Testing

@testable import Review

/// What stands beside a decision of who signed it. Keys and signatures are OpenSSH's, and so are the fingerprints
/// (`ssh-keygen -l`).
@Suite("Who signed a decision")
struct DecisionSignersTests {
    private static let (first, second) = (
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIIdJmZeMA7qRNcffkzoX6MJn3qeKdhf5g/Q4HjHyFVdk",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEY1kRzPmJI+V9d7+Pn53UctNA8DCXlJq4TnWpzZ2gh2"
    )
    private static let (firstPrint, secondPrint) = (
        "SHA256:eD14/bNcsrSYa1aPLcYGi9WtIA/Vj/dfa25f+Q0xl7s", "SHA256:JCBwCEinOBIqxPUFm6vofPas7yWTjaOOMinVrUfRSxA"
    )
    private static let (byFirst, bySecond) = (
        "U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgh0mZl4wDupE1x9+TOhfowmfep4p2F/mD9DgeMfIVV2QAAAABdAAAAAAAAAAGc2hhNTEyAAA"
            + "AUwAAAAtzc2gtZWQyNTUxOQAAAEDpSq41I5/dYuT1QJ0Xqhs493ey1JQ2TNRYrL750ydTTkCmK0Wd/lFinB3YhWTc3Yy34OeQ2VuYfW6/N0CNpYwM",
        "U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgRjWRHM+Ykj5X13v4+fndRy00DwMJeUmrhOdanNnaCHYAAAABdAAAAAAAAAAGc2hhNTEyAAA"
            + "AUwAAAAtzc2gtZWQyNTUxOQAAAEBmiYsYC40yGps9z7VTjZikrt28ZKdlGL07Gqa4TOSbtevwvoqNwg3n5bJi9gVhU4ZkksVzGTuCAM95T4qG0PsB"
    )

    private static let actors = ActorBook([
        Actor(name: "甲", role: .ministryExpert, key: PublicKey(first)),
        Actor(name: "乙", role: .ministryApprover, key: PublicKey(second)), Actor(name: "丙", role: .ministryApprover),
    ])

    private static func made(_ by: String, _ signature: String?) -> Determination {
        Determination(
            consortium: "C1", clause: "16.3", year: ReportingYear(2025), decision: .waive, by: by,
            on: CalendarDate(year: 2026, month: 4, day: 2), ground: "丙", evidence: nil, signature: signature,
            source: CellSource(file: "", sha256: "", sheet: nil, row: 0, column: 0))
    }

    @Test(arguments: [
        ("甲", nil, "未签名"), ("丙", nil, "未签名"), ("甲、乙", nil, "未签名"), ("甲", "", "未签名"),
        ("甲", byFirst, "已签名（密钥 \(firstPrint)）"),
        ("甲、乙", byFirst + " " + bySecond, "甲已签名（密钥 \(firstPrint)）、乙已签名（密钥 \(secondPrint)）"),
        ("甲、乙", byFirst, "甲已签名（密钥 \(firstPrint)）、乙未签名"),
        ("丙", byFirst, "未签名；另有签名的密钥不是认定人登记的（\(firstPrint)）"),
        ("甲", bySecond, "未签名；另有签名的密钥不是认定人登记的（\(secondPrint)）"),
        // What is no signature is none.
        ("甲", "U1NIU0lH", "未签名"), ("甲", "不是签名", "未签名"), ("甲", String(byFirst.prefix(24)), "未签名"),
    ])
    func `a decision shows who signed it with which key`(by: String, signature: String?, mark: String) {
        #expect(DecisionSigners(Self.actors).mark(of: Self.made(by, signature)) == mark)
    }

    @Test func `without a list of people nobody's key is known`() {
        #expect(DecisionSigners().mark(of: Self.made("甲", nil)) == "未签名")
        #expect(DecisionSigners().mark(of: Self.made("甲", Self.byFirst)) == "签名未经人员名单核对（\(Self.firstPrint)）")
    }

    @Test func `a fingerprint is that of OpenSSH`() throws {
        #expect(try #require(PublicKey(Self.first)).fingerprint == Self.firstPrint)
    }
}
