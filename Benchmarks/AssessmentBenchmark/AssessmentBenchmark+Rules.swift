import Assessment
import FEEL
import Foundation
import Standards
import Store

extension AssessmentBenchmark {
    /// The outcome of clause 16.3 for every consortium, from the panels in the store through the rule engine.
    func fundingRule() throws {
        let assessor = try assessor()
        let (outcomes, measurement) = try Measurement.of { assessor.outcomes(ofClause: "16.3", in: try input()) }
        try measurement.print()
        let lines = outcomes.map { "\($0.consortium) \($0.outcome.rawValue)\n" }
        if let output { try Data(lines.joined().utf8).write(to: output) }
    }

    /// Every condition of the negative list, evaluated over and over on one core: nanoseconds an evaluation by
    /// condition, and evaluations a second over all.
    func conditions() throws {
        let evaluations = try assessor().evaluations(of: .negative, in: try input())
        let groups = Dictionary(grouping: evaluations) { "\($0.clause) \($0.outcome.rawValue)" }
        var report = ConditionsReport()
        for (name, evaluations) in groups {
            report.nanoseconds[name] = Self.secondsAnEvaluation(evaluations) * 1e9
        }
        report.evaluationsPerSecond = 1 / Self.secondsAnEvaluation(evaluations)
        print(String(decoding: try JSONEncoder().encode(report), as: UTF8.self))
    }

    private struct ConditionsReport: Encodable {
        var evaluationsPerSecond = 0.0
        var nanoseconds: [String: Double] = [:]
    }

    /// The least of several passes: what the machine does when nothing else disturbs it.
    private static func secondsAnEvaluation(_ evaluations: [RuleEvaluation]) -> Double {
        let rounds = max(1, 60_000 / evaluations.count)
        var known = 0
        let passes = (0..<7).map { _ in
            ContinuousClock().measure {
                for _ in 0..<rounds {
                    for evaluation in evaluations where evaluation.program.truth(evaluation.inputs) != nil {
                        known += 1
                    }
                }
            } / .seconds(rounds * evaluations.count)
        }
        precondition(known > 0, "no condition was decided")
        return passes.min() ?? .nan
    }

    private func input() throws -> AssessmentInput {
        let snapshot = try Store.openExisting(path: database).snapshot(edition: edition)
        let panels = try snapshot.mapPanels(withSources: false) { _, panel in panel }
        return AssessmentInput(
            consortia: snapshot.consortia,
            panels: Dictionary(uniqueKeysWithValues: zip(snapshot.consortia.map(\.id), panels)),
            registers: try snapshot.registers)
    }
}
