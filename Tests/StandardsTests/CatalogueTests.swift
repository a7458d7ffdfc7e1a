import Foundation
import Standards
import TestSupport
import Testing

@Suite("The catalogue against the official text", .needsSharedFolder)
struct CatalogueTests {
    let source: SourceText
    let edition: Edition

    init() throws {
        let shared = try #require(Repository.shared)
        source = try SourceText(contentsOf: shared.appending(path: "sources/construction-standard-trial.txt"))
        edition = try Edition.trial()
    }

    @Test func `the text has 3 一级指标, 16 二级指标, 44 三级指标 and 116 观测点`() {
        #expect(source.categories.count == 3)
        #expect(source.goals.count == 16)
        #expect(source.rows.count == 44)
        #expect(source.points.count == 116)
    }

    @Test func `categories`() {
        #expect(edition.categories.map(\.title) == source.categories)
    }

    @Test func `second-level indicators with their cooperations and aims`() {
        let goals = edition.categories.flatMap(\.goals)
        #expect(goals.count == source.goals.count)
        for (goal, printed) in zip(goals, source.goals) {
            #expect(goal.code == printed.code)
            #expect(goal.title.spaceless == printed.title)
            #expect(goal.cooperation == printed.cooperation)
            #expect((goal.aim.isEmpty ? "" : "【\(goal.aim.spaceless)】") == printed.aim)
        }
    }

    @Test func `third-level indicators with their numbers and full text`() {
        let criteria = edition.categories.flatMap(\.goals).flatMap(\.criteria)
        #expect(criteria.count == source.rows.count)
        for (criterion, printed) in zip(criteria, source.rows) {
            #expect(criterion.code == printed.code)
            #expect(criterion.sequence == printed.sequence)
            let text = criterion.text.isEmpty ? criterion.title : "\(criterion.title)：\(criterion.text)"
            #expect(text.spaceless == printed.text)
        }
    }

    @Test func `observation points, code by code and title by title`() {
        #expect(edition.points.count == source.points.count)
        for (point, printed) in zip(edition.points, source.points) {
            #expect(point.code == printed.code)
            #expect(point.title.spaceless == printed.title)
        }
    }

    @Test func `a unit printed behind a title is the unit of the figure`() throws {
        for indicator in edition.indicators where indicator.kind.isNumeric {
            guard let match = indicator.title.firstMatch(of: /（([^（）]+)）$/) else { continue }
            #expect(indicator.unit == String(match.1), "\(indicator.code)")
        }
    }

    @Test func `the worked example has a trend for the numeric indicators and for no other`() throws {
        let shared = try #require(Repository.shared)
        let lines = try String(contentsOf: shared.appending(path: "examples-2/expected-2025.ndjson"), encoding: .utf8)
        let inExample = Set(
            lines.matches(of: /"type": ?"trend".*?"indicator": ?"([^"]+)"/).map { IndicatorCode(String($0.1)) })
        let principal = edition.indicators.filter { $0.kind.isNumeric && $0.dueFrom == nil }
        #expect(inExample == Set(principal.map(\.code)))
        #expect(inExample.count == 84)
    }

    @Test func `the negative list cites the text word by word`() throws {
        let printed = source.rows.filter { $0.code.hasPrefix("16.") }.map(\.text)
        #expect(edition.clauses.filter { $0.list == .negative }.map(\.title.spaceless) == printed)
    }

    @Test func `the revocation clause cites the notice word by word`() throws {
        let shared = try #require(Repository.shared)
        let notice = try String(contentsOf: shared.appending(path: "sources/moe-notice-2023-15.txt"), encoding: .utf8)
        for clause in edition.clauses where clause.list == .revocation {
            #expect(notice.spaceless.contains(clause.title + "。"))
        }
    }
}
