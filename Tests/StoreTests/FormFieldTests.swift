import Foundation
import GRDB
import Standards
import Testing

@testable import Store

struct FormFieldTests {
    private let fixture: StoreFixture

    init() throws {
        fixture = try StoreFixture()
    }

    private static func field(_ id: String?, of consortium: String, value: String, row: Int) -> FormFieldRecord {
        FormFieldRecord(
            form: "form", consortium: consortium, field: id, label: "共建专业", unit: "个", year: id == nil ? nil : 2023,
            value: value, indicator: id.map { _ in "8.1.3" }, sheet: "表2", row: row, column: 5)
    }

    private static func file(_ hash: Character) -> SubmissionFile {
        SubmissionFile(
            name: "推荐书.docx", path: "推荐书.docx", sha256: String(repeating: hash, count: 64), size: 10,
            origin: .ministry,
            receivedAt: .day(0))
    }

    @Test func `fields come back as they were given, in their order`() throws {
        let fields = [
            Self.field("majors", of: "C001", value: "15个", row: 2), Self.field(nil, of: "C001", value: "", row: 9),
        ]
        var load = SubmissionLoad(file: Self.file("a"), forms: [.observations])
        load.formFields = fields
        _ = try fixture.store.load(load, observations: [], edition: fixture.edition, recordedAt: .day(0))
        #expect(try fixture.store.formFields(of: "C001") == fields)
        #expect(try fixture.store.formFields(of: "C002").isEmpty)
        #expect(try fixture.store.verify(editions: [fixture.edition]).isEmpty)
    }

    @Test func `a form that waits is kept under its name, and is taken in once it can be`() throws {
        let waiting = [Self.field("majors", of: "示例联合体", value: "15个", row: 2)]
        for _ in 1...2 {
            try fixture.store.recordQuarantine(
                Self.file("b"), reason: "登记后再收取", formFields: waiting, recordedAt: .day(0))
        }
        #expect(try fixture.store.formFields(of: "示例联合体") == waiting)

        let fields = [Self.field("majors", of: "C001", value: "15个", row: 2)]
        var load = SubmissionLoad(file: Self.file("b"), forms: [.observations])
        load.formFields = fields
        let outcome = try fixture.store.load(load, observations: [], edition: fixture.edition, recordedAt: .day(1))
        guard case .accepted = outcome else {
            Issue.record("not accepted: \(outcome)")
            return
        }
        #expect(try fixture.store.formFields(of: "C001") == fields)
        #expect(try fixture.store.verify(editions: [fixture.edition]).isEmpty)
    }

    @Test func `the last form of a kind is that of the latest year, as it was received last`() throws {
        var hash = UInt8(ascii: "0")
        func receive(
            _ year: Int?, _ value: String, on day: Int, form: String = "members", of id: String = "C001"
        ) throws {
            let field = FormFieldRecord(
                form: form, consortium: id, field: "member", label: "单位名称", unit: "", year: year, value: value,
                indicator: nil, sheet: nil, row: 2, column: 2)
            let digit = String(repeating: Character(Unicode.Scalar(hash)), count: 64)
            hash += 1
            let file = SubmissionFile(
                name: "a", path: "a", sha256: digit, size: 1, origin: .ministry, receivedAt: .day(day))
            var load = SubmissionLoad(file: file, forms: [])
            load.formFields = [field]
            _ = try fixture.store.load(load, observations: [], edition: fixture.edition, recordedAt: .day(day))
        }
        func last(_ year: Int) throws -> [String] {
            try fixture.store.lastFormFields(of: "C001", form: "members", upTo: ReportingYear(year)).map(\.value)
        }
        #expect(try last(2025).isEmpty)
        try receive(nil, "未写年度", on: 9)
        try receive(2025, "更正", on: 3)
        try receive(2025, "初报", on: 2)
        try receive(2024, "迟报的上年", on: 8)
        try receive(2025, "别家", on: 9, of: "C002")
        try receive(2025, "别的表", on: 9, form: "other")
        #expect(try last(2026) == ["更正"])
        #expect(try last(2025) == ["更正"])
        #expect(try last(2024) == ["迟报的上年"])
        #expect(try last(2023) == ["未写年度"])
        #expect(try fixture.store.verify(editions: [fixture.edition]).isEmpty)
    }

    @Test(arguments: ["UPDATE form_field SET value = ''", "DELETE FROM form_field"])
    func `fields are only ever added`(sql: String) throws {
        var load = SubmissionLoad(file: Self.file("c"), forms: [.observations])
        load.formFields = [Self.field("majors", of: "C001", value: "15个", row: 2)]
        _ = try fixture.store.load(load, observations: [], edition: fixture.edition, recordedAt: .day(0))
        #expect(throws: StoreError.self) { try fixture.store.write { try $0.execute(sql: sql) } }
    }
}
