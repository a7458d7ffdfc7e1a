internal import Assessment
internal import FEEL
internal import Foundation
internal import Reports
package import Standards
internal import Store

extension StatusReport {
    /// One JSON object, its keys in order, for other programs:
    /// `{"deadline":"2026-03-31","findings":[…],"lastRun":{…},"ledger":{…},"messages":{…},"programme":[…],"reports":[…],…}`.
    package func json(_ regions: RegionNames) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(StatusJSON(self, regions)), as: UTF8.self) + "\n"
    }
}

private struct StatusJSON: Encodable {
    struct Run: Encodable {
        let id: Int
        let pipeline: String
        let edition: String
        let year: Int
        let status: String
        let startedAt: String
        let endedAt: String?
        let message: String?
        let stages: [String: [String: Int]]
    }

    struct Report: Encodable {
        let consortium: String
        let name: String
        let province: String
        let state: String
        let receivedOn: String?
        let reportedPoints: Int
        let applicablePoints: Int
        let daysLate: Int?
    }

    struct Ledger: Encodable {
        struct Refused: Encodable {
            let file: String
            let reason: String
        }

        let accepted: Int
        let observations: Int
        let quarantined: [Refused]
    }

    struct Messages: Encodable {
        let waiting: Int
        let uncertain: Int
        let dead: Int
    }

    struct Finding: Encodable {
        let kind: String
        let severity: String
        /// Whether their senders answered these.
        let answered: Bool
        let count: Int
    }

    /// What is asked of the programme, and of whom.
    struct Asked: Encodable {
        let check: String
        /// The province whose overlay asks; empty for the edition.
        let province: String
        let subject: String
        let outcome: String
        let number: String?
        /// Of a place's target, how much of it in percent, and whether that keeps up with the time.
        let share: String?
        let pace: String?
        /// Of what is published again and again, the last day on which it is fresh.
        let freshUntil: String?
        let text: String
    }

    let year: Int
    let programme: [Asked]
    let deadline: String
    let lastRun: Run?
    let reports: [Report]
    let ledger: Ledger
    let messages: Messages?
    let findings: [Finding]

    init(_ status: StatusReport, _ regions: RegionNames) {
        year = status.year.value
        programme = status.programme.map { result in
            Asked(
                check: result.check.id, province: result.province, subject: result.subject,
                outcome: result.outcome.rawValue, number: result.number?.description,
                share: result.progress?.share?.description, pace: result.progress?.pace?.rawValue,
                freshUntil: result.freshness?.until?.description, text: result.text)
        }
        deadline = status.deadline.description
        lastRun = status.lastRun.map { run in
            Run(
                id: run.id, pipeline: run.start.pipeline, edition: run.start.edition, year: run.start.year.value,
                status: run.status.rawValue, startedAt: ChinaTime.timestamp(run.start.startedAt),
                endedAt: run.endedAt.map(ChinaTime.timestamp), message: run.message,
                stages: Dictionary(run.stages.map { ($0.name, $0.counts) }) { _, last in last })
        }
        reports = status.reports.map { record in
            Report(
                consortium: record.consortium.id, name: record.consortium.name, province: record.consortium.province,
                state: record.state.rawValue, receivedOn: record.receivedOn?.description,
                reportedPoints: record.reportedPoints, applicablePoints: record.applicablePoints,
                daysLate: record.daysLate)
        }
        ledger = Ledger(
            accepted: status.acceptedCount, observations: status.observationCount,
            quarantined: status.quarantined.map { .init(file: $0.file.path, reason: $0.reason ?? "") })
        messages = status.messages.map { Messages(waiting: $0.waiting, uncertain: $0.uncertain, dead: $0.dead) }
        findings = status.findings.map {
            Finding(kind: $0.kind, severity: $0.severity, answered: $0.isAnswered, count: $0.count)
        }
    }
}
