import FEEL
import Foundation
import Standards
import TestSupport
import Testing

@Suite("The trial edition, loaded")
struct LoadedStandardTests {
    let edition: Edition

    init() throws {
        edition = try Edition.trial()
    }

    @Test func `the head names the edition, the base year and the documents`() {
        #expect(edition.id == "municipal-consortium-trial")
        #expect(edition.kind == .municipal)
        #expect(edition.version.contains("未署日期"))
        #expect(edition.baseYear == ReportingYear(2022))
        #expect(edition.document("trial-standard")?.date == nil)
        #expect(edition.document("trial-standard")?.issuer == nil)
        #expect(edition.document("trial-standard")?.issuedWith == "moe-2024-20")
        #expect(edition.document("moe-2024-20")?.note?.contains("公开转载") == true)
        #expect(edition.inForceFrom == nil)
        #expect(edition.document("moe-2023-15")?.number == "教职成厅函〔2023〕15号")
        #expect(edition.document("hunan-2024-23")?.date == "2024-01-25")
    }

    @Test func `135 indicators for 116 points, in the order of the source`() {
        #expect(edition.indicators.count == 135)
        #expect(edition.points.count == 116)
        #expect(edition.indicators.map(\.ordinal) == Array(0..<135))
        #expect(edition.points.flatMap(\.indicators) == Array(0..<135))
        let split = edition.points.filter { $0.indicators.count > 1 }
        #expect(
            split.map(\.code) == [
                "2.1.2", "2.3.1", "3.1.1", "4.1.1", "5.4.3", "6.1.4", "6.1.8", "6.2.1", "6.2.2", "8.4.1", "8.4.2",
                "10.2.1", "13.1.1",
            ])
        #expect(edition.indicator(IndicatorCode("8.4.1/课时"))?.unit == "课时")
    }

    @Test func `what a point asks besides is due from 2026, and its principal keeps the bare code`() {
        let later = edition.indicators.filter { $0.dueFrom != nil }
        #expect(later.count == 16)
        #expect(later.allSatisfy { $0.code.component != nil && !$0.isDue(in: ReportingYear(2025)) })
        let principals = later.map { edition.indicator(IndicatorCode($0.code.point)) }
        #expect(principals.allSatisfy { $0?.isDue(in: ReportingYear(2022)) == true })
        #expect(edition.indicator(IndicatorCode("6.1.4/三年总额"))?.unit == "万元")
    }

    @Test(
        arguments: [
            ("1.1.2", .boolean, ""), ("2.1.1", .choice, ""), ("2.1.2/总产值", .amount, "亿元"), ("2.1.2/省内排名", .rank, ""),
            ("2.3.1", .percent, "%"), ("6.1.3", .text, ""), ("6.1.4", .amount, "万元"), ("8.5.3", .count, "小时/周"),
            ("13.1.1", .boolean, ""),
        ] as [(String, IndicatorKind, String)])
    func `kinds and units`(code: String, kind: IndicatorKind, unit: String) throws {
        let indicator = try #require(edition.indicator(IndicatorCode(code)))
        #expect(indicator.kind == kind)
        #expect(indicator.unit == unit)
    }

    @Test func `what is due depends on the yes or no before it`() {
        let due = edition.indicators.compactMap { indicator in
            indicator.dueWhen.map { "\(indicator.code) ← \($0)" }
        }
        #expect(
            due == [
                "6.1.2 ← 6.1.1", "6.1.3 ← 6.1.1", "6.1.4 ← 6.1.1", "6.1.4/三年总额 ← 6.1.1", "6.1.4/文件 ← 6.1.1",
                "6.1.6 ← 6.1.5", "6.1.7 ← 6.1.5", "6.1.8 ← 6.1.5", "6.1.8/三年总额 ← 6.1.5", "6.1.8/文件 ← 6.1.5",
            ])
    }

    @Test func `the first plan counts, the last of anything else`() {
        #expect(edition.indicators.filter { $0.revisionPolicy == .first }.map(\.code.text) == ["6.1.4", "6.1.8"])
    }

    @Test func `evidence is due by kind, and for some counts`() throws {
        #expect(edition.indicator(IndicatorCode("1.1.2"))?.evidenceDue == true)
        #expect(edition.indicator(IndicatorCode("7.2.1"))?.evidenceDue == false)
        #expect(edition.indicator(IndicatorCode("15.2.1"))?.evidenceDue == true)
    }

    @Test func `somebody reports each figure`() {
        let reporters = Set(edition.indicators.map(\.reporter))
        #expect(reporters == ["省级政府", "市级政府", "园区管委会", "牵头企业", "牵头学校", "成员学校", "秘书处"])
        #expect(edition.indicator(IndicatorCode("3.3.3"))?.reporter == "牵头学校")
    }

    @Test func `a parameter holds from its year on`() throws {
        let factor = try #require(edition.parameters.first { $0.name == "突破倍数" })
        #expect(factor.setting(in: ReportingYear(2021)) == nil)
        #expect(factor.setting(in: ReportingYear(2022))?.value == Decimal128("1.2"))
        #expect(factor.setting(in: ReportingYear(2030))?.basis == .convention)
        let share = try #require(edition.parameters.first { $0.name == "园区产值占比下限" })
        #expect(share.setting(in: ReportingYear(2025))?.basis == .clause)
    }

    @Test func `a later setting replaces the earlier from its year on`() throws {
        let folder = try EditionFixture(
            "parameters.yml", "value: 1.2, basis: convention, reference: 16.5 未写数；取比基年增长两成}",
            """
            value: 1.2, basis: convention, reference: 甲}
                - {validFrom: 2026, value: 1.5, basis: convention, reference: 乙}
            """)
        let factor = try #require(folder.load().parameters.first { $0.name == "突破倍数" })
        #expect(factor.setting(in: ReportingYear(2025))?.value == Decimal128("1.2"))
        #expect(factor.setting(in: ReportingYear(2026))?.value == Decimal128("1.5"))
    }

    @Test func `six negative clauses, one of revocation and one of work plans, words from the text, some numbers ours`()
    {
        #expect(
            edition.clauses.map(\.code) == ["16.1", "16.2", "16.3", "16.4", "16.5", "16.6", "2023-15.3", "2023-23"])
        #expect(edition.clauses.allSatisfy { $0.basis == .clause })
        #expect(edition.clauses.filter { $0.numbers == .convention }.map(\.code) == ["16.2", "16.5", "16.6"])
        #expect(edition.clauses.filter { $0.applies == nil }.map(\.code) == ["16.1", "16.2"])
        #expect(edition.clauses.filter { $0.protection != nil }.map(\.code) == ["16.3", "16.4"])
        #expect(edition.clauses.filter { $0.trigger == .determination }.map(\.code) == ["16.5", "16.6", "2023-23"])
        #expect(edition.clauses.filter { $0.warning != nil }.map(\.code) == ["16.3", "16.4", "2023-23"])
        #expect(edition.clauses.filter { $0.remedy != nil }.map(\.code) == ["16.3", "16.5"])
    }

    @Test func `a clause has a sentence for each outcome it can have, and for no other`() {
        for clause in edition.clauses {
            var outcomes: Set<ClauseOutcome> = [.triggered, .undetermined, .clear]
            if clause.suspected != nil { outcomes.insert(.suspected) }
            if clause.warning != nil { outcomes.insert(.warning) }
            if clause.applies != nil { outcomes.insert(.notApplicable) }
            #expect(Set(clause.texts.keys) == outcomes, "\(clause.code)")
        }
    }

    @Test func `a verdict table has a cell for each input, blank where a row does not look`() throws {
        #expect(edition.verdicts.tables.map(\.standing) == Standing.allCases)
        let table = try #require(edition.verdicts.table(for: .cultivation))
        #expect(table.rows.map(\.verdict) == ["disqualify", "hold", "incomplete", "pass", "rectify", "fail"])
        let accepted = try #require(edition.verdicts.table(for: .accepted))
        #expect(accepted.rows.map(\.verdict) == ["disqualify", "hold", "incomplete", "keep", "rectify"])
        #expect(edition.verdicts.rows.map(\.verdict).count == 7)
        #expect(edition.verdicts.tables.filter { $0.listed != nil }.map(\.standing) == [.application, .revoked])
        // What people rate is counted where they rate.
        let rated = try Edition.notice().verdicts.names.keys
        #expect(Set(edition.verdicts.names.keys).union(rated) == Set(VerdictRules.Figure.allCases))
        #expect(table.rows.allSatisfy { $0.cells.count == table.inputs.count })
        #expect(table.rows[3].cells.map(\.text) == ["-", "-", "-", "true", ">= 通过比例"])
    }

    @Test func `thresholds of the text, rates that must rise, and honours that set no floor`() throws {
        let acceptance = try #require(edition.acceptance)
        let fromText = acceptance.byIndicator.filter { $0.value.basis == .clause }.keys.sorted().map(\.text)
        #expect(fromText == ["2.3.1", "2.3.1/列入目录", "3.2.1", "3.3.1", "12.1.1", "12.1.2", "12.1.3", "13.1.1/园区增速"])
        #expect(Set(acceptance.byKind.keys) == Set(IndicatorKind.allCases))
        #expect(Set(acceptance.committed.keys) == [.count, .amount, .percent, .rank])
        #expect(acceptance.honours?.indicators.count == 10)
    }

    @Test func `points whose evidence cannot serve two years bring their components`() throws {
        let credibility = try #require(edition.credibility)
        let codes = credibility.nonRepeating
        #expect(codes.contains(IndicatorCode("8.4.1/人次")) && codes.contains(IndicatorCode("8.4.1/课时")))
        #expect(!codes.contains(IndicatorCode("6.1.4")) && !codes.contains(IndicatorCode("3.2.1")))
        #expect(credibility.parts.map(\.part.text) == ["8.2.3", "8.3.3"])
    }

    @Test func `a formula knows where it stands`() throws {
        let lines = try String(
            contentsOf: Repository.trialStandard.appending(path: "negative-list.yml"), encoding: .utf8
        ).split(separator: "\n", omittingEmptySubsequences: false)
        for clause in edition.clauses where clause.list == .negative {
            let formulas =
                [
                    clause.applies, clause.triggered, clause.suspected, clause.warning,
                    clause.protection?.when, clause.protection?.by,
                ].compactMap(\.self) + clause.texts.values.flatMap(\.formulas) + (clause.remedy?.text.formulas ?? [])
                + (clause.remedy?.raises.map(\.amount) ?? [])
            for formula in formulas {
                for (offset, text) in formula.text.split(separator: "\n").enumerated() {
                    let line = lines[formula.line - 1 + offset].dropFirst(formula.column - 1)
                    #expect(line.hasPrefix(text), "\(formula)")
                }
            }
        }
    }

    @Test func `the digest is of all files and nothing else`() throws {
        var digested = Data()
        _ = try Edition.load(from: Repository.trialStandard) { bytes in
            digested = bytes
            return ""
        }
        let folder = try EditionFixture("verdict.yml", "限期整改", "限期改正")
        #expect(folder.url != Repository.trialStandard)
        #expect(try folder.digestedBytes() != digested)
        try FileManager.default.removeItem(at: folder.url.appending(path: "negative-list.test.yml"))
        try folder.replace("verdict.yml", "限期改正", "限期整改")
        #expect(try folder.digestedBytes() == digested)
    }
}
