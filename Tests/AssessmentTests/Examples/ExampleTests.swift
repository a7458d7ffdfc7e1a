import Foundation
import Standards
import TestSupport
import Testing

@testable import Assessment

/// What an independent implementation of DESIGN §5–6 gives for the worked example, line by line.
@Suite("The worked example", .needsSharedFolder)
struct ExampleTests {
    /// One line of `expected-*.ndjson`; a statistic that is null or absent cannot be computed.
    struct Line: Decodable {
        let type: String
        let list: String?
        let consortium: String
        let clause: String?
        let outcome: String?
        let indicator: String?
        let n: Int?
        let yoy: Double?
        let cagr: Double?
        let olsSlope: Double?
        let senSlope: Double?
        let mannKendallS: Double?
        let mannKendallP: Double?
        let percentile: Double?
    }

    @Test(arguments: [2023, 2024, 2025])
    func `every line agrees`(year: Int) throws {
        let rules = try RuleBook.trial.get()
        let inbox = try ExampleInbox(rules.edition)
        let assessments = Assessor(rules: rules, year: ReportingYear(year)).assess(try inbox.input())
        let found = Found(assessments, rules.edition)
        let text = try String(contentsOf: inbox.folder.appending(path: "expected-\(year).ndjson"), encoding: .utf8)
        let lines = try text.split(separator: "\n").map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
        #expect(lines.count > 1_000)
        let differences = lines.compactMap(found.difference)
        #expect(differences.isEmpty, "\(differences.count) of \(lines.count): \(differences.prefix(40))")
    }

    /// What was found, by consortium and code.
    private struct Found {
        private var outcomes: [String: String] = [:]
        private var trends: [String: Trend] = [:]

        init(_ assessments: [ConsortiumAssessment], _ edition: Edition) {
            for assessment in assessments {
                let id = assessment.consortium.id
                for check in assessment.clauses { outcomes["\(id) \(check.clause.code)"] = check.outcome.rawValue }
                for check in assessment.acceptance { outcomes["\(id) \(check.point.code)"] = check.outcome.rawValue }
                for trend in assessment.trends {
                    trends["\(id) \(edition.indicators[Int(trend.indicator)].code)"] = trend
                }
            }
        }

        func difference(_ line: Line) -> String? {
            guard line.type == "trend" else {
                let key = "\(line.consortium) \(line.clause ?? "")"
                return outcomes[key] == line.outcome
                    ? nil : "\(key): \(outcomes[key] ?? "nothing") for \(line.outcome ?? "")"
            }
            let key = "\(line.consortium) \(line.indicator ?? "")"
            let trend = trends[key]
            let pairs: [(String, Double?, Double?)] = [
                ("n", trend.map { Double($0.n) } ?? 0, line.n.map(Double.init)),
                ("yoy", trend?.yoy, line.yoy), ("cagr", trend?.cagr, line.cagr),
                ("olsSlope", trend?.olsSlope, line.olsSlope), ("senSlope", trend?.senSlope, line.senSlope),
                ("S", trend.flatMap { $0.n > 1 ? Double($0.mannKendallS) : nil }, line.mannKendallS),
                ("p", trend?.mannKendallP, line.mannKendallP), ("percentile", trend?.percentile, line.percentile),
            ]
            let wrong = pairs.filter { !Self.agree($0.1, $0.2) }
            return wrong.isEmpty ? nil : "\(key): \(wrong)"
        }

        /// To six significant digits; NaN is no value.
        private static func agree(_ found: Double?, _ expected: Double?) -> Bool {
            let found = found.flatMap { $0.isNaN ? nil : $0 }
            guard let found, let expected else { return found == nil && expected == nil }
            return abs(found - expected) <= 1e-6 * max(abs(found), abs(expected), 1e-9)
        }
    }
}
