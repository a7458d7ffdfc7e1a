import FEEL
import Foundation
import Spreadsheet
import Standards
import TestSupport
import Testing

@testable import Collection

/// Hunan's 推荐书, written by python-docx and by LibreOffice (`Fixtures/make-recommendation.py`).
struct RecommendationTests {
    static let name = "示例市先进制造产教联合体"

    private static func read(
        _ fixture: String, registered: [(id: String, name: String)] = [("C001", name)]
    ) throws -> Submission {
        let consortia = registered.map { id, name in
            Consortium(
                id: id, name: name, kind: .municipal, province: "430000", prefecture: "430100", park: "", parkLevel: "",
                leadSchool: "", leadEnterprise: "", cohort: "", stage: "", designatedOn: nil)
        }
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/docx/\(fixture)").path
        let reader = SubmissionReader(
            edition: try Edition.trial.get(), regions: RegionTable(), today: .endOf2026,
            crosswalks: [try FormCrosswalk.hunan.get()],
            consortia: KnownConsortia(consortia))
        return reader.read(try SourceFile(path: path, name: fixture), .ofMinistry)
    }

    /// `8.1.3 2022 actual 12 表2!D2`
    private static func line(_ observation: Observation) -> String {
        let value =
            switch observation.value {
            case .number(let number): number.description
            case .rejected(let text): "拒收 \(text)"
            default: "\(observation.value)"
            }
        let (code, year, basis) = (observation.indicator, observation.year, observation.basis)
        return "\(code) \(year) \(basis) \(value) \(observation.source.address)"
    }

    private static let figures = [
        "2.1.2/总产值 2023 actual 1250.6 表1!D19",
        "8.1.3 2022 actual 12 表2!D2", "8.1.3 2023 actual 15 表2!E2",
        "8.5.1 2022 actual 5 表2!D5", "8.5.1 2023 actual 6 表2!E5",
        "8.4.1/人次 2022 actual 101 表2!D7", "8.4.1/人次 2023 actual 120 表2!E7",
        "8.4.1/课时 2022 actual 2020 表2!D8", "8.4.1/课时 2023 actual 2400 表2!E8",
        "8.4.2/人次 2022 actual 11 表2!D9", "8.4.2/人次 2023 actual 14 表2!E9",
        "8.4.2/课时 2022 actual 220 表2!D10", "8.4.2/课时 2023 actual 280 表2!E10",
        "8.4.3 2022 actual 33 表2!D11", "8.4.3 2023 actual 40.5 表2!E11",
        "9.1.5 2022 actual 310 表2!D14", "9.1.5 2023 actual 420 表2!E14",
        "9.1.6 2022 actual 60 表2!D15", "9.1.6 2023 actual 80 表2!E15",
        "10.2.2 2022 actual 1 表2!D17", "10.2.2 2023 actual 2 表2!E17",
        "11.2.5 2022 actual 3.5 表2!D20", "11.2.5 2023 actual 4.2 表2!E20",
        "11.2.4 2022 actual 1500 表2!D21", "11.2.4 2023 actual 1800 表2!E21",
        "9.2.1 2022 actual 200 表2!D22", "9.2.1 2023 actual 240 表2!E22",
        "9.2.3 2022 actual 25 表2!D24", "9.2.3 2023 actual 30 表2!E24",
        "9.2.4 2022 actual 18.5 表2!D25", "9.2.4 2023 actual 20 表2!E25",
        "14.1.1 2022 actual 900 表2!D32", "14.1.1 2023 actual 1100 表2!E32",
        "14.1.3 2022 actual 5000 表2!D34", "14.1.3 2023 actual 6200 表2!E34",
        "14.1.4 2022 actual 800 表2!D35", "14.1.4 2023 actual 0 表2!E35",
    ]

    @Test(arguments: ["recommendation.docx", "recommendation-libreoffice.docx", "recommendation-labels.docx"])
    func `every figure that is an observation point is in its place`(fixture: String) throws {
        let submission = try Self.read(fixture)
        #expect(submission.isAccepted && submission.forms == [.observations])
        #expect(submission.findings.map(\.message) == [])
        #expect(submission.observations.map(Self.line) == Self.figures)
        #expect(Set(submission.observations.map(\.consortium)) == ["C001"])
        #expect(submission.observations.first?.source.sha256 == submission.sha256)
        // A mapped field for each, and no indicator beside another field.
        let mapped = submission.formFields.filter { $0.indicator != nil }
        #expect(mapped.map(\.source) == submission.observations.map(\.source))
        #expect(mapped.map(\.indicator) == submission.observations.map(\.indicator))
    }

    @Test func `a figure for 2024 or 2025 is a promise, and a blank one is nothing`() throws {
        let submission = try Self.read("recommendation-promises.docx")
        #expect(submission.findings.isEmpty)
        let promised = submission.observations.filter { $0.basis == .committed }
        #expect(
            promised.map(Self.line) == ["8.1.3 2024 committed 18 表2!F2", "8.1.3 2025 committed 18 表2!G2"])
        #expect(submission.observations.filter { $0.basis == .actual }.map(Self.line) == Self.figures)
    }

    @Test func `all else is kept as it was filled in`() throws {
        let submission = try Self.read("recommendation.docx")
        let fields = Dictionary(grouping: submission.formFields) { $0.id }
        func values(_ id: String) -> [String] {
            (fields[id] ?? []).map { "\($0.label) \($0.year?.description ?? "-") \($0.value) \($0.unit)" }
        }
        #expect(values("founded-on") == ["（拟）成立时间 - 2023年6月 "])
        #expect(values("enterprise-names") == ["联合体成员情况 › 企业 › 单位名称 - 示例装备公司等 "])
        #expect(values("funds-2024") == ["已投入或拟投入运行经费总额 › 2024年 2024 350万元 万元"])
        #expect(
            values("technology-transfer").last == "校企合作开展技术研发的成果转化率（%）/到账经费（万元） 2023 55%/150 ")
        #expect(values("enterprise-teacher-hours").last == "企业兼职教师 › 课时 2023 2400课时 课时")
        // Hints that the form prints are not what was filled in.
        #expect(values("team-awards") == ["教师教学团队获国家级奖励情况 -  "])
        #expect(values("leading-industries") == ["产业园区主导产业情况 - 先进制造业。 "])
        #expect(values("cover-lead-school") == ["牵头学校 - 示例职业技术学院 "])
        #expect(values("innovation") == ["特色与创新 - 建成共享实训中心。 "])
        #expect(values("signature") == ["负责人签字 - 甲某 "])
        let places = ["cover-date", "name", "contest-awards", "plan"].compactMap { fields[$0]?.first?.source.address }
        #expect(places == ["正文!A7", "表1!C1", "表2!D27", "表4!A1"])
        #expect(fields[nil] == nil)
        #expect(Set(submission.formFields.map(\.consortium)) == ["C001"])
    }

    @Test func `what is wrong is named at its cell`() throws {
        let submission = try Self.read("recommendation-faults.docx")
        #expect(submission.isAccepted)
        #expect(
            submission.findings.map(\.message)
                == [
                    "表1!C1：封面的联合体名称为“示例市先进制造联合体”，表中为“示例市先进制造产教联合体”，采用后者。请核对。",
                    "表1!D20：“产业园区主导产业情况”不超过200字，读到205字。请精简。",
                    "表2：“办学成效和服务能力”中没有“共建实训基地”一栏。请用下发的表单补齐。",
                    "表2：“办学成效和服务能力”中没有“中高职贯通培养（人数）”一栏。请用下发的表单补齐。",
                    "表2!D2：应为数字，读到“约12个”。请只填数字；没有采集请留空。",
                    "表2!B5：表单没有“共建实训基地与中心”这一栏，内容已按原样保存，未作观测值。是否为“共建实训基地”？",
                    "表2!D6：“共建产业学院”的2022年、2023年合成了一格，无法确定是哪一年的，未采用。请拆开，分年填写。",
                    "表2!E20：百分比应在0到100之间，读到“142%”，未采用。请核对后重报；没有采集请留空。",
                    "表2!D21：“联合体内企业为学生提供实习实训量（人月）”应以人月计，表中写作人日，未作换算，未采用。请换算成人月后填写。",
                    "表2!E21：“联合体内企业为学生提供实习实训量（人月）”应以人月计，表中写作人日，未作换算，未采用。请换算成人月后填写。",
                    "表2!D36：“企业资产总额（万元）”应以万元计，表中写作元，未作换算，未采用。请换算成万元后填写。",
                    "表5!B1：“申报承诺”中没有负责人签字和日期。请补签；签字是图片的，请核对盖章件。",
                ].map { "recommendation-faults.docx › " + $0 })
        #expect(submission.findings.allSatisfy { $0.consortium == "C001" })
        let lines = submission.observations.map(Self.line)
        #expect(lines.contains("8.1.3 2022 actual 拒收 约12个 表2!D2"))
        #expect(lines.contains("11.2.4 2022 actual 拒收 1500 表2!D21"))
        #expect(!lines.contains { $0.hasPrefix("8.5.1") || $0.hasPrefix("9.2.1") })
        // What stands in a row that the form does not have is not lost.
        let strays = submission.formFields.filter { $0.id == nil }
        #expect(strays.map(\.label) == ["共建实训基地与中心", "共建实训基地与中心"])
        #expect(strays.map(\.value) == ["5个", "６ 个"] && strays.map(\.year?.value) == [2022, 2023])
        let merged = submission.formFields.filter { $0.id == "joint-industry-colleges" }
        #expect(merged.map(\.value) == ["共3个"] && merged.map(\.year) == [nil])
    }

    @Test func `a table that was split goes on under the years of its upper half`() throws {
        let submission = try Self.read("recommendation-split.docx")
        #expect(submission.findings.map(\.message) == [])
        func withoutPlace(_ line: String) -> Substring { line.prefix { $0 != "表" } }
        #expect(submission.observations.map { withoutPlace(Self.line($0)) } == Self.figures.map(withoutPlace))
        // The cover is table 1, so the form's tables are 2 to 4.
        #expect(Set(submission.observations.compactMap(\.source.sheet)) == ["表2", "表3", "表4"])
        let cover = submission.formFields.filter { $0.id?.hasPrefix("cover") == true }
        #expect(cover.map(\.value) == [Self.name, "示例市"] && cover.map(\.source.address) == ["表1!B1", "表1!B2"])
    }

    @Test func `a part that is not there is named once`() throws {
        let submission = try Self.read("recommendation-without-part-2.docx")
        #expect(submission.marks == ["missing-table 0:0"])
        #expect(submission.observations.map(Self.line) == ["2.1.2/总产值 2023 actual 1250.6 表1!D19"])
    }

    @Test(arguments: [[], [("C002", "示例市先进制造产教联合会")], [("C001", Self.name), ("C002", Self.name)]])
    func `a form waits while no one consortium has its name, with all that was filled in`(
        registered: [(String, String)]
    ) throws {
        let submission = try Self.read("recommendation.docx", registered: registered)
        #expect(!submission.isAccepted && submission.observations.isEmpty && submission.forms.isEmpty)
        let finding = try #require(submission.findings.first)
        #expect(finding.kind == .unknownName && finding.source.address == "表1!C1")
        #expect(finding.text.hasSuffix("？") == (registered.count == 1))
        #expect(submission.formFields.count == (try Self.read("recommendation.docx")).formFields.count)
        #expect(Set(submission.formFields.map(\.consortium)) == [Self.name])
    }

    @Test func `a name is the same in wide letters and with spaces`() throws {
        let submission = try Self.read("recommendation.docx", registered: [("C007", "示例市 先进制造　产教联合体")])
        #expect(submission.isAccepted && submission.observations.first?.consortium == "C007")
    }

    @Test func `another document is set aside`() throws {
        let submission = try Self.read("letter.docx")
        #expect(submission.marks == ["unknown-document 0:0"] && !submission.isAccepted)
    }
}
