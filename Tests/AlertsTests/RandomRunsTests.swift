import Alerts
import AlertsTestSupport
import Assessment
import Foundation
import Standards
import TestSupport
import Testing

/// What holds after any sequence of runs, mishaps, silences and acknowledgements.
struct RandomRunsTests {
    private static let week: TimeInterval = 7 * 86_400

    /// Two clauses of two consortia, two receivers of which one hears of grave alerts only, and a rule of inhibition.
    private static let configuration: AlertsConfiguration = {
        let receivers = ["desk", "ministry"].map { Receiver(name: $0) }
        let grave = Route(
            matchers: [Matcher(.severity, .matches, "critical|major")].compactMap { $0 }, receiver: "ministry",
            groupBy: [.province], repeatInterval: week, continues: true)
        let all = Route(receiver: "desk", groupBy: [], repeatInterval: week)
        return AlertsConfiguration(
            rules: AlertRules(
                outcomes: AlertRules.clausesOnly.outcomes, verdicts: ["disqualify": .critical], deadline: nil),
            receivers: receivers,
            route: Route(receiver: "desk", groupBy: [], repeatInterval: week, routes: [grave, all]),
            inhibitRules: [
                InhibitRule(
                    source: [Matcher(.list, .equal, "verdict")].compactMap { $0 },
                    target: [Matcher(.severity, .equal, "warning")].compactMap { $0 }, equal: [.edition, .consortium])
            ])
    }()

    private static func assessments(
        _ numbers: inout SeededNumbers, edition: String = trialEdition
    ) -> [ConsortiumAssessment] {
        ["C001", "C002"].compactMap { id in
            guard Int.random(in: 0..<8, using: &numbers) > 0 else { return nil }
            let checks = ["16.3", "16.4"].map { clause -> ClauseCheck in
                let outcome = ClauseOutcome.allCases.randomElement(using: &numbers) ?? .clear
                return ClauseCheck.synthetic(
                    outcome, of: clause, pending: Self.pending(beside: outcome, &numbers),
                    text: "差额 \(Int.random(in: 1...2, using: &numbers))")
            }
            return .synthetic(checks, of: .synthetic(id), edition: edition)
        }
    }

    private static func pending(
        beside outcome: ClauseOutcome, _ numbers: inout SeededNumbers
    ) -> ClauseOutcome? {
        guard Bool.random(using: &numbers) else { return nil }
        return switch outcome {
        case .suspected: .triggered
        case .clear: .warning
        case .triggered, .undetermined, .warning, .notApplicable: nil
        }
    }

    private static func silences(at now: Date, _ numbers: inout SeededNumbers) -> [Silence] {
        guard Int.random(in: 0..<4, using: &numbers) == 0, let clause = Matcher(.clause, .equal, "16.3") else {
            return []
        }
        return [
            Silence(
                id: "S", matchers: [clause], from: now, until: now.addingTimeInterval(2 * 86_400), by: "值班员甲",
                comment: "")
        ]
    }

    @Test(arguments: 1...25)
    func `No notification goes out twice, and nothing is lost without a reason`(seed: UInt64) async {
        var numbers = SeededNumbers(seed: seed)
        var simulation = Simulation(Self.configuration)
        var now = day(0)
        for _ in 0..<40 {
            now += Double(Int.random(in: 0...4, using: &numbers)) * 43_200
            if Int.random(in: 0..<3, using: &numbers) == 0 {
                simulation.silences = Self.silences(at: now, &numbers)
            }
            if Int.random(in: 0..<5, using: &numbers) == 0 {
                let acknowledgement = Acknowledgement(by: "省厅乙", at: now, comment: "")
                simulation.states = simulation.states.map { $0.acknowledged(acknowledgement) ?? $0 }
            }
            let assessments = Self.assessments(&numbers)
            let mishap = Simulation.Mishap.allCases.randomElement(using: &numbers) ?? .none
            let fired = Set(simulation.states.filter { $0.status == .firing }.map(\.id))
            let plan = await simulation.run(assessments, at: now, mishap: mishap)
            expectReasons(plan)
            expectEvidence(for: plan.states.filter { $0.status == .resolved && fired.contains($0.id) }, assessments)
            if mishap != .failing {
                let repeated = simulation.plan(assessments, at: now)
                #expect(repeated.notifications.allSatisfy { $0.reason == nil })
                #expect(Array(repeated.entriesBeforeDelivery) == [])
                #expect(repeated.states == plan.states)
            }
        }
        expectNothingSentTwice(simulation.log)
        #expect(simulation.log.contains { $0.outcome == .sent })
    }

    @Test(arguments: 1...25)
    func `Two editions never hold, resolve or inhibit each other: together they do what each does alone`(
        seed: UInt64
    ) async {
        var numbers = SeededNumbers(seed: seed)
        let editions = [trialEdition, "next"]
        var together = Simulation(Self.configuration)
        var alone = editions.map { _ in Simulation(Self.configuration) }
        var now = day(0)
        for _ in 0..<30 {
            now += Double(Int.random(in: 0...4, using: &numbers)) * 43_200
            let silences = Self.silences(at: now, &numbers)
            let mishap = Simulation.Mishap.allCases.randomElement(using: &numbers) ?? .none
            let assessments = editions.map { Self.assessments(&numbers, edition: $0) }
            together.silences = silences
            let plan = await together.run(assessments.flatMap(\.self), at: now, mishap: mishap)
            var plans: [AlertPlan] = []
            for index in editions.indices {
                alone[index].silences = silences
                plans.append(await alone[index].run(assessments[index], at: now, mishap: mishap))
            }
            #expect(Set(plan.states) == Set(plans.flatMap(\.states)))
            #expect(Set(plan.notifications) == Set(plans.flatMap(\.notifications)))
        }
        #expect(Set(together.states.map(\.alert.labels[.edition])) == Set(editions))
    }

    private func expectReasons(_ plan: AlertPlan) {
        for notification in plan.notifications {
            #expect(!notification.explanation.isEmpty)
            guard case .suppress = notification.decision, !notification.isLogged else { continue }
            #expect(
                plan.entriesBeforeDelivery.contains {
                    $0.outcome == .suppressed && !$0.detail.isEmpty && $0.receiver == notification.receiver
                        && $0.fingerprint == notification.fingerprint
                })
        }
        // Whoever an alert is routed to is either sent it or told why not.
        for state in plan.states where state.status == .firing {
            #expect(plan.notifications.contains { $0.fingerprint == state.id })
        }
    }

    private func expectEvidence(for resolved: [AlertState], _ assessments: [ConsortiumAssessment]) {
        for state in resolved {
            let assessment = assessments.first { $0.consortium.id == state.alert.labels[.consortium] }
            #expect(assessment != nil)
            let check = assessment?.clauses.first { $0.clause.code == state.alert.labels[.clause] }
            #expect(check?.outcome != .undetermined)
            #expect(check?.pending == nil || check?.pending?.rawValue != state.alert.labels[.outcome])
        }
    }

    /// What arrived at one receiver of one alert is never followed by the same again, but for a reminder in its time.
    private func expectNothingSentTwice(_ log: [LoggedNotification]) {
        struct Key: Hashable {
            let fingerprint: Fingerprint
            let receiver: String
        }
        let arrived = log.reduce(into: [Key: [LoggedNotification]]()) { arrived, entry in
            let key = Key(fingerprint: entry.fingerprint, receiver: entry.receiver)
            switch entry.outcome {
            case .queued: arrived[key, default: []].append(entry)
            case .failed: arrived[key]?.removeLast()
            case .sent, .suppressed, .attempted: break
            }
        }
        for sent in arrived.values {
            for (earlier, later) in zip(sent, sent.dropFirst()) {
                switch later.reason {
                case .first: #expect(later.episode > earlier.episode)
                case .changed: #expect(later.content != earlier.content && later.episode == earlier.episode)
                case .resolved:
                    // Of a later episode only the end is told where all of it was held back.
                    #expect(
                        later.episode > earlier.episode
                            || earlier.reason != .resolved && later.episode == earlier.episode)
                case .reminder:
                    #expect(later.at.timeIntervalSince(midnight(before: earlier.at)) >= Self.week)
                }
            }
        }
    }
}
