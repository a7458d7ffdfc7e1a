import FEEL
import Foundation
import History
import Standards
import TestSupport
import Testing

@testable import Assessment

/// Programmes of the repository, and registers made for them.
enum ProgrammeExample {
    static let data = Repository.root.appending(path: "data")

    static func book(overlays folder: URL = data.appending(path: "overlays")) throws -> ProgrammeBook {
        let edition = try Edition.trial.get()
        let programme = try Programme.load(
            from: data.appending(path: "standards/municipal-consortium-trial"), for: edition)
        return try ProgrammeBook(
            programme, overlays: Overlay.load(from: folder, for: edition, national: programme), edition: edition)
    }

    static let regions = RegionNames([
        "110000": "北京市", "320000": "江苏省", "430000": "湖南省", "430100": "长沙市", "430200": "株洲市", "430300": "湘潭市",
        "440000": "广东省", "469000": "省（自治区）直辖县级行政区划",
    ])

    static func consortium(
        _ id: String, province: String = "430000", prefecture: String = "430100", park: String = "示例园区（虚构）",
        parkLevel: String = "省级", school: String = "示例学院（虚构）", cohort: String = "", designatedOn: String? = nil,
        level: DesignationLevel? = nil
    ) -> Consortium {
        Consortium(
            id: id, name: "示例联合体\(id)（虚构）", kind: .municipal, province: province, prefecture: prefecture, park: park,
            parkLevel: parkLevel, leadSchool: school, leadEnterprise: "示例企业（虚构）", cohort: cohort, stage: "培育",
            designatedOn: designatedOn.flatMap { CalendarDate($0) }, level: level)
    }

    static func register(
        _ consortia: [Consortium], incidents: [Incident] = [], panels: [String: Panel] = [:],
        year: ReportingYear = 2025, today: String = "2026-05-08"
    ) throws -> ProgrammeRegister {
        ProgrammeRegister(
            AssessmentInput(consortia: consortia, panels: [:], registers: Registers(incidents: incidents)),
            edition: try Edition.trial.get(), year: year, today: try #require(CalendarDate(today)), regions: regions,
            panels: panels)
    }

    /// A panel of these values: code, year, basis.
    static func panel(_ values: [(String, ReportingYear, Basis, ObservedValue)]) throws -> Panel {
        let edition = try Edition.trial.get()
        var builder = PanelBuilder(
            layout: PanelLayout(firstYear: 2022, yearCount: 4, indicatorCount: edition.indicators.count),
            indicators: edition.indicators)
        for (code, year, basis, value) in values {
            builder.observe(
                indicator: try Indicator.trial(code).ordinal, year: year, basis: basis, value: value, locator: .none)
        }
        return builder.build()
    }
}

extension [ProgrammeResult] {
    /// Of one check, the outcomes by subject.
    func outcomes(of check: String) -> [String: ProgrammeOutcome] {
        Dictionary(uniqueKeysWithValues: filter { $0.check.id == check }.map { ($0.subject, $0.outcome) })
    }

    func one(_ check: String, _ subject: String? = nil) -> ProgrammeResult? {
        first { $0.check.id == check && (subject == nil || $0.subject == subject) }
    }
}
