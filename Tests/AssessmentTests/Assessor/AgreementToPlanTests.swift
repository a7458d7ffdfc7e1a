import Assessment
import FEEL
import Standards
import TestSupport
import Testing

/// The province's agreement to a plan: registered by an authority, shown, and told where it is missing.
@Suite("The province's agreement")
struct AgreementToPlanTests {
    private static func check(_ filings: [(kind: String, on: String, by: String?)]) throws -> FilingCheck {
        let edition = try Edition.trial.get()
        let kind = try #require(edition.filings.first { $0.id == "work-plan" })
        let consortium = Consortium(
            id: "C001", name: "示例联合体（虚构）", kind: .municipal, province: "430000", prefecture: "", park: "",
            parkLevel: "", leadSchool: "", leadEnterprise: "", cohort: "", stage: "",
            designatedOn: CalendarDate("2023-10-10"))
        let entries = try filings.map { filing in
            Filing(
                consortium: "C001", kind: filing.kind, period: 2026, title: "", sentOn: CalendarDate(filing.on),
                receivedOn: try #require(CalendarDate(filing.on)), reportedBy: filing.by,
                source: CellSource(file: "", sha256: "", sheet: nil, row: 2, column: 1))
        }
        let book = FilingBook(consortium, filings: entries, kinds: edition.filings, today: CalendarDate("2026-04-10"))
        let due = try #require(CalendarDate("2026-01-31"))
        return book.check(kind, for: 2026, windows: [FilingWindow(year: 2026, opensOn: nil, dueOn: due)])
    }

    private static let plan = (kind: "年度工作计划", on: "2026-01-20", by: String?("C001"))
    private static let sent = "2026年度工作计划，2026年1月20日报送，按时（截止2026年1月31日）"

    @Test func `an agreement is shown, before the plan or after it`() throws {
        let before = try Self.check([Self.plan, ("年度工作计划省级审核同意", "2026-01-18", nil)])
        #expect(before.outcome == .met && !before.lacksAgreement)
        #expect(before.text == Self.sent + "；省级2026年1月18日审核同意")
        let after = try Self.check([Self.plan, ("工作计划审核同意", "2026-02-03", nil)])
        #expect(after.text == Self.sent + "；省级2026年2月3日审核同意，晚于报送")
    }

    @Test func `one that is missing is told, and the consortium's own word is none`() throws {
        for filings in [[Self.plan], [Self.plan, ("年度工作计划省级审核同意", "2026-01-18", "C001")]] {
            let check = try Self.check(filings)
            #expect(check.outcome == .met && check.lacksAgreement)
            #expect(check.text == Self.sent + "；没有登记省级审核同意，请省级主管部门在材料登记表登记")
        }
        // An agreement is no plan.
        let alone = try Self.check([("年度工作计划省级审核同意", "2026-01-18", nil)])
        #expect(alone.outcome == .undetermined && !alone.lacksAgreement)
    }
}
