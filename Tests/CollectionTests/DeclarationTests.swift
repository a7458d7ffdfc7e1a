import FEEL
import Standards
import Testing

@testable import Collection

/// Where Hunan's 推荐书 is signed, and what it states, in documents written by python-docx and by LibreOffice
/// (`Fixtures/make-recommendation.py`).
struct DeclarationTests {
    /// `applicant 甲某 2024-02-20 seal opinion; lacking`
    private static func line(_ declaration: FormDeclaration) -> String {
        let parts: [String?] = [
            declaration.id, declaration.opinion.map { "“\($0.replacing("\n", with: "/"))”" }, declaration.signatory,
            declaration.date?.description ?? declaration.dateText, declaration.isSealed == true ? "有公章" : "无公章",
            declaration.lacking.isEmpty ? nil : "缺 " + declaration.lacking.joined(separator: "、"),
        ]
        return parts.compactMap(\.self).joined(separator: " ")
    }

    @Test(arguments: [
        (
            "recommendation.docx",
            ["applicant 甲某 2024-02-20 有公章", "local-authority “同意推荐。” 乙某 2024-02-26 有公章"]
        ),
        (
            "recommendation-libreoffice.docx",
            ["applicant 甲某 2024-02-20 有公章", "local-authority “同意推荐。” 乙某 2024-02-26 有公章"]
        ),
        (
            "declarations-by-hand.docx",
            [
                "applicant 甲某、乙某、丙某 2024-02-20 有公章",
                "local-authority “经2024年2月18日会议研究，/同意推荐。” （图片） 2024-02-26 无公章 缺 公章",
            ]
        ),
        (
            "declarations-by-hand-libreoffice.docx",
            [
                "applicant 甲某、乙某、丙某 2024-02-20 有公章",
                "local-authority “经2024年2月18日会议研究，/同意推荐。” （图片） 2024-02-26 无公章 缺 公章",
            ]
        ),
        (
            "declarations-beside.docx",
            [
                "applicant 甲某 2024-02-20 有公章",
                "local-authority “” 乙某 2024 年 2 月 30 日 无公章 缺 推荐意见、完整的日期（读到“2024 年 2 月 30 日”）、公章",
            ]
        ),
        (
            "declarations-blank.docx",
            [
                "applicant   无公章 缺 负责人签字、日期、公章",
                "local-authority “”   无公章 缺 推荐意见、地方教育行政部门负责人签字、日期、公章",
            ]
        ),
    ])
    func `what stands where the form is signed`(fixture: String, expected: [String]) throws {
        #expect(try RecommendationTests.read(fixture).declarations.map(Self.line) == expected)
    }

    @Test(arguments: [
        ("recommendation.docx", ["no-violations 2021-02-20", "truthfulness nil"]),
        ("recommendation-libreoffice.docx", ["no-violations 2021-02-20", "truthfulness nil"]),
        // Over two lines.
        ("declarations-by-hand.docx", ["no-violations 2021-02-20", "truthfulness nil"]),
        // In other words it denies nothing that the form has; and nobody signed.
        ("declarations-blank.docx", ["no-violations changed nil", "truthfulness nil"]),
        ("declarations-beside.docx", ["truthfulness nil"]),
    ])
    func `what is stated, and since when it says that nothing happened`(fixture: String, expected: [String]) throws {
        let statements = try RecommendationTests.read(fixture).entries.compactMap(SignedStatement.init)
        #expect(
            statements.map {
                "\($0.id)\($0.isChanged ? " changed" : "") \($0.denial?.since.description ?? "nil")"
            } == expected)
    }

    @Test func `a statement is kept with its words, its signature and its place`() throws {
        let submission = try RecommendationTests.read("recommendation.docx")
        let entry = try #require(submission.entries.first)
        #expect(entry.consortium == "C001" && entry.source.address == "表3!A1")
        let statement = try #require(SignedStatement(entry))
        #expect(statement.text == "产教联合体各成员单位近3年内在招生、就业、安全等领域未发生过违法或重大违规事件。")
        #expect(statement.by == "甲某" && statement.on?.description == "2024-02-20" && statement.isSealed)
        #expect(statement.denial?.domains == [.enrolment, .employment, .safety])
        #expect(statement.denial?.severities == [.major, .critical])
        let fields = Dictionary(grouping: submission.formFields) { $0.id ?? "" }
        func values(_ ids: String...) -> [String] { ids.flatMap { fields[$0] ?? [] }.map { "\($0.label)：\($0.value)" } }
        #expect(
            values("applicant-signature", "applicant-date", "applicant-seal") == [
                "申报单位承诺 › 负责人签字：甲某", "申报单位承诺 › 日期：2024 年 2 月 20 日", "申报单位承诺 › 公章：有图片",
            ])
        #expect(values("local-authority-opinion") == ["地方教育行政部门意见 › 推荐意见：同意推荐。"])
        #expect(values("cover-park-seal", "cover-date") == ["依托园区 › 公章：有图片", "填表日期：2024年2月20日"])
        #expect(values("no-violations").count == 1 && values("innovation") == ["特色与创新：建成共享实训中心。"])
    }

    @Test(arguments: [
        ("declarations-by-hand.docx", ["表5!B5：“地方教育行政部门意见”中没有公章。请补齐；已在纸质件上签字盖章的，请核对纸质件。"]),
        (
            "declarations-beside.docx",
            [
                "没有找到《近3年未发生违法或重大违规事件的声明》，表单印有“产教联合体各成员单位近3年内在招生、就业、安全等领域未发生过违法或重大违规事件。”。"
                    + "请用下发的表单补齐后重新签字盖章。",
                "表5!B2：“地方教育行政部门意见”中没有推荐意见、完整的日期（读到“2024 年 2 月 30 日”）和公章。"
                    + "请补齐；已在纸质件上签字盖章的，请核对纸质件。",
            ]
        ),
        (
            "declarations-blank.docx",
            [
                "正文!A1：“封面”中没有“依托园区”的公章、“牵头学校”的公章和“牵头企业”的公章。请补齐；已在纸质件上签字盖章的，请核对纸质件。",
                "表3!A1：《近3年未发生违法或重大违规事件的声明》与表单不同，读到“产教联合体各牵头单位近 3 年内在招生、就业等领域未发生过重大违规事件。”，"
                    + "表单印有“产教联合体各成员单位近3年内在招生、就业、安全等领域未发生过违法或重大违规事件。”。请恢复表单的文字；确有例外情况的，请另附说明。",
                "表5!B1：“申报单位承诺”中没有负责人签字、日期和公章。请补齐；已在纸质件上签字盖章的，请核对纸质件。",
                "表5!B2：“地方教育行政部门意见”中没有推荐意见、地方教育行政部门负责人签字、日期和公章。请补齐；已在纸质件上签字盖章的，请核对纸质件。",
            ]
        ),
    ])
    func `what is lacking is told, and where`(fixture: String, expected: [String]) throws {
        let submission = try RecommendationTests.read(fixture)
        #expect(submission.isAccepted)
        #expect(
            submission.findings.map { $0.source.row == 0 ? $0.text : $0.source.address + "：" + $0.text } == expected)
    }

    @Test(arguments: [("C001", true), ("C002", false)])
    func `a statement that a registered incident contradicts is told, whichever of the two came first`(
        consortium: String, isToldOf: Bool
    ) throws {
        let form = try RecommendationTests.read("recommendation.docx")
        let incident = Incident(
            id: "E1", consortium: consortium, occurredOn: CalendarDate("2023-05-10"), domain: .safety, severity: .major,
            hasAdverseImpact: nil, status: .confirmed, evidence: nil,
            source: CellSource(file: "事件.csv", sha256: "", sheet: nil, row: 2, column: 1))
        var register = form
        register.entries = []
        register.incidents = [incident]
        let expected =
            "2024-02-20签署的《近3年未发生违法或重大违规事件的声明》，与主管部门登记的查实事件E1（2023-05-10，安全，重大）不符。"
            + "请主管部门核实声明是否属实；核实以前，作为弄虚作假的线索。"
        let atForm = form.contradictions(known: Authorities(incidents: [incident]))
        #expect(atForm.map(\.text) == (isToldOf ? [expected] : []))
        #expect(atForm.allSatisfy { $0.source.address == "表3!A1" })
        let atRegister = register.contradictions(known: Authorities(statements: form.entries))
        #expect(atRegister.map(\.text) == (isToldOf ? [expected] : []))
        #expect(atRegister.allSatisfy { $0.source.row == 2 && $0.source.file == "事件.csv" })
    }

    // MARK: - Days

    @Test(arguments: [
        ("2024 年 2 月 20 日", "2024-02-20"), ("二〇二三年五月二十日", "2023-05-20"), ("二○二三年十二月卅一日", "2023-12-31"),
        ("二零二四年十月十日", "2024-10-10"), ("二O二四年元月廿三日", "2024-01-23"), ("２０２４年２月２９日", "2024-02-29"),
        ("__2024__年_2_月_20_日", "2024-02-20"), ("二 〇 二 四 年 二 月 二 十 日", "2024-02-20"), ("2024\n年2月\n20日", "2024-02-20"),
        ("2024年三十月1日", "unreadable"), ("2024.2.20", "2024-02-20"), ("2024-02-20", "2024-02-20"),
        ("2024/2/3 10:00", "2024-02-03"), ("2024年2月20号", "2024-02-20"), ("年 月 日", "blank"), ("    年\t月   日", "blank"),
        ("____年__月__日", "blank"), ("年月日", "blank"), ("2024年 月 日", "unreadable"), ("24年2月20日", "unreadable"),
        ("2024年2月30日", "unreadable"), ("2024年2月", "unreadable"), ("近3年内", "none"), ("2023—2024学年", "none"),
        ("10.12.3", "none"), ("经2024年2月18日会议同意 2024年2月20日", "2024-02-20"), ("经2024年2月18日会议同意 年 月 日", "blank"),
        ("", "none"), ("13912345678", "none"),
    ])
    func `a day is read however it is written`(text: String, expected: String) {
        let found = WrittenDay.last(in: Array(text.narrowed))
        let reading =
            switch found?.reading {
            case .day(let day)?: day.description
            case .blank?: "blank"
            case .unreadable?: "unreadable"
            case nil: "none"
            }
        #expect(reading == expected)
    }

    // MARK: - Statements

    private static let statement = FormStatement(
        id: "a", title: "声明", text: "各单位近3年内在招生、就业、安全等领域未发生过违法事件。", declaration: "b", denial: nil)

    @Test(arguments: [
        (["各单位近 3 年内在招生、就业、安全等领域未发生过违法事件。"], "unchanged 0"),
        (["", "各单位近３年内在招生，就业，安全等领域未发生过违法事件"], "unchanged 1"),
        (["各单位近3年内在招生、就业、", "", "安全等领域未发生过违法事件。"], "unchanged 0"),
        (["我们成效显著。各单位近3年内在招生、就业、安全等领域未发生过违法事件。"], "unchanged 0"),
        (["各单位近3年内在招生、就业、安全等领域未发生过违法事件，一起除外。"], "changed 0"),
        (["各单位近3年内在招生、就业、安全（某校除外）等领域未发生过违法事件。"], "changed 0"),
        (["除一起以外，各单位近3年内在招生、就业、安全等领域未发生过违法事件。"], "changed 0"),
        (["各单位近3年内在招生、就业、安全等领域未发生过违法事件。但某校有一起。"], "changed 0"),
        (["各单位近3年内在招生、就业、安全等领域发生过违法事件。"], "changed 0"),
        (["各单位近2年内在招生、就业、安全等领域未发生过违法事件。"], "changed 0"),
        (["各单位在招生、就业方面成绩突出。", "近3年内建成基地。"], "missing"),
        ([], "missing"),
    ])
    func `a statement is as the form prints it, or it is not`(lines: [String], expected: String) {
        let found =
            switch Self.statement.find(in: lines) {
            case .unchanged(let line): "unchanged \(line)"
            case .changed(let line, _): "changed \(line)"
            case .missing: "missing"
            }
        #expect(found == expected)
    }
}
