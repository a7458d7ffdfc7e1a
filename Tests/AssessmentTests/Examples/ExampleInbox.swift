import FEEL
import Foundation
import History
import Standards
import TestSupport

@testable import Assessment

/// The second edition's worked example: its inbox as an authority's, received in 2026, read with a plain split at commas.
struct ExampleInbox {
    let folder: URL
    private let edition: Edition

    init(_ edition: Edition) throws {
        guard let shared = Repository.shared else { throw CocoaError(.fileNoSuchFile) }
        folder = shared.appending(path: "examples-2")
        self.edition = edition
    }

    func input() throws -> AssessmentInput {
        var registers = Registers(
            policies: try rows("policies").map(policy), incidents: try rows("incidents").map(incident),
            determinations: try rows("determinations").map(determination))
        if let day = CalendarDate(year: 2026, month: 3, day: 1) {
            registers.policyCoverage.add("", until: day)
            registers.incidentCoverage.add("", until: day)
        }
        return AssessmentInput(
            consortia: try rows("consortia").map(consortium), panels: try panels(), registers: registers)
    }

    // MARK: - Rows

    private func rows(_ name: String) throws -> [[String: String]] {
        let text = try String(contentsOf: folder.appending(path: "inbox/\(name).csv"), encoding: .utf8)
        let lines = text.split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        guard let header = lines.first else { return [] }
        return lines.dropFirst().map { Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first }) }
    }

    private func consortium(_ row: [String: String]) -> Consortium {
        Consortium(
            id: row["id"] ?? "", name: row["name"] ?? "", kind: .municipal, province: row["province"] ?? "",
            prefecture: row["prefecture"] ?? "", park: "", parkLevel: "", leadSchool: "", leadEnterprise: "",
            cohort: "", stage: row["stage"] ?? "", designatedOn: CalendarDate(row["designatedOn"] ?? ""))
    }

    private func policy(_ row: [String: String]) -> Policy {
        Policy(
            id: row["id"] ?? "", level: row["level"].flatMap(PolicyLevel.init), region: row["region"] ?? "",
            title: row["title"] ?? "", number: "", issuer: "", issuedOn: CalendarDate(row["issuedOn"] ?? ""),
            isEffective: truth(row["effective"]), evidence: nil, validUntil: CalendarDate(row["validUntil"] ?? ""),
            source: Self.source)
    }

    private func incident(_ row: [String: String]) -> Incident {
        Incident(
            id: row["id"] ?? "", consortium: row["consortium"] ?? "",
            occurredOn: CalendarDate(row["occurredOn"] ?? ""), domain: row["domain"].flatMap(IncidentDomain.init),
            severity: row["severity"].flatMap(IncidentSeverity.init), hasAdverseImpact: truth(row["adverseImpact"]),
            status: row["status"].flatMap(IncidentStatus.init), evidence: nil, source: Self.source)
    }

    private func determination(_ row: [String: String]) -> Determination {
        let subject = row["subject"] ?? ""
        return Determination(
            consortium: row["consortium"] ?? "", clause: row["clause"] ?? "",
            year: ReportingYear(Int(row["year"] ?? "") ?? 0),
            decision: row["decision"].flatMap(DeterminationDecision.init) ?? .withdraw, by: row["by"] ?? "",
            on: CalendarDate(row["on"] ?? ""), ground: row["ground"] ?? "", evidence: nil,
            subject: subject.isEmpty ? nil : subject, source: Self.source)
    }

    private static let source = CellSource(file: "inbox", sha256: "", sheet: nil, row: 1, column: 1)

    private func truth(_ text: String?) -> Bool? {
        switch text {
        case "是": true
        case "否": false
        default: nil
        }
    }

    // MARK: - Panels

    private func panels() throws -> [String: Panel] {
        let layout = PanelLayout(
            firstYear: edition.baseYear, yearCount: 4, indicatorCount: edition.indicators.count)
        var builders: [String: PanelBuilder] = [:]
        for row in try rows("observations") {
            guard let id = row["consortium"], let year = row["year"].flatMap({ ReportingYear(text: $0) }),
                let indicator = edition.indicator(IndicatorCode(row["indicator"] ?? ""))
            else { continue }
            builders[id, default: PanelBuilder(layout: layout, indicators: edition.indicators)].observe(
                indicator: indicator.ordinal, year: year, basis: .actual,
                value: value(row["value"] ?? "", of: indicator), locator: .none)
        }
        return builders.mapValues { $0.build() }
    }

    private func value(_ text: String, of indicator: Indicator) -> ObservedValue {
        if text.isEmpty { return .missing }
        if text == "不适用" { return .notApplicable }
        if indicator.kind == .boolean { return truth(text).map(ObservedValue.truth) ?? .rejected(text) }
        guard indicator.kind.isNumeric else { return .text(text) }
        return Decimal128(text).map(ObservedValue.number) ?? .rejected(text)
    }
}
