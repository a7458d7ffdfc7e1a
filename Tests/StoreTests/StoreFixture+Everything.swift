import FEEL
import Foundation
import Safekeeping
import Standards

@testable import Store

extension StoreFixture {
    /// Receives something for every table of what people sent, and something that has to be set aside.
    func receiveOneOfEach() throws {
        let day = CalendarDate.of("2026-01-05")
        try receive(
            consortia: [
                .sample("C001", validFrom: day, predecessor: "C000"), .sample("C002", name: "示例联合体乙"),
            ])
        let first = try receive(
            Figure(
                value: .decimal("120"), evidence: "sha256:" + String(repeating: "ab", count: 32), reason: "核对后更正",
                explanation: "口径调整"),
            Figure(indicator: "7.1.1", value: .text("工作机制")),
            Figure(indicator: "6.1.4", basis: .committed, value: .rejected("约120")),
            Figure(consortium: "C002", year: 2024, value: .decimal("12345678901234567890.12")), day: 1)
        try receive(
            day: 2, from: .hunan,
            forms: [.policies, .incidents, .determinations, .transitions, .members, .observations]
        ) { load in
            load.policies = [
                Policy(
                    id: "P1", level: .city, region: "430100", title: "若干措施", number: "示例〔2025〕1号",
                    issuer: "示例市政府", issuedOn: day, isEffective: true, evidence: "p.pdf", validUntil: day,
                    repealedOn: day, source: .register)
            ]
            load.incidents = [
                Incident(
                    id: "E1", consortium: "C001", occurredOn: day, domain: .safety, severity: .major,
                    hasAdverseImpact: true, status: .confirmed, evidence: "e.pdf", description: "情况", source: .register)
            ]
            load.determinations = [
                Determination(
                    consortium: "C001", clause: "16.3", year: ReportingYear(2025), decision: .acceptPlanChange,
                    by: "评审甲", on: day, ground: "核查", evidence: "d.pdf", subject: "E1", id: "D1", withdraws: "D0",
                    fund: "专项经费", amount: Decimal128("80"), signature: "U1NIU0lH", source: .register)
            ]
            load.transitions = [
                Transition(
                    consortium: "C001", from: .application, to: .cultivation, on: day, document: "示例〔2026〕1号",
                    by: "示例部门",
                    ground: "认定", source: .register)
            ]
            load.entries = [.member("示例企业")]
            load.returnedHeads = [ReturnedHead("3 " + TreeHasher().empty.base64, at: .register)].compactMap(\.self)
            load.formFields = [
                FormFieldRecord(
                    form: "推荐表", consortium: "C001", field: "park", label: "产业园区", unit: "个", year: 2025, value: "甲园区",
                    indicator: "1.1.1", sheet: "表1", row: 3, column: 2)
            ]
            load.findings = [
                FindingRecord(
                    kind: "notANumber", severity: "error", sheet: "表1", row: 3, column: 2, consortium: "C001",
                    indicator: "6.1.4", year: 2025, values: ["found": "约120"], text: "应为数字")
            ]
        }
        if let id = first.id { try withdraw(.submission(id), day: 3) }
        try withdraw(.entry(form: .incidents, id: "E1", consortium: "C001"), day: 4)
        // The same register again on a later day, and documents that its rows name.
        let again = String(repeating: "d", count: 64)
        let register = try receive(day: 5, from: .hunan, sha256: again, isDated: true, forms: [.policies])
        try receive(day: 6, from: .hunan, sha256: again, isDated: true, forms: [.policies])
        if let id = register.id {
            let file = EvidenceFile(name: "证明.pdf", sha256: String(repeating: "e", count: 64), size: 7)
            try store.record(
                file, of: [2, 3].map { EvidenceLink(submission: id, sheet: nil, row: $0) }, recordedAt: .day(6))
        }
        try store.recordQuarantine(
            SubmissionFile(
                name: "坏.xlsx", path: "a/坏.xlsx", sha256: String(repeating: "c", count: 64), size: 9,
                origin: .secretariat("C001"), receivedAt: .day(5)),
            reason: "打不开", findings: [FindingRecord(kind: "unreadable", severity: "error")], recordedAt: .day(5))
    }
}
