internal import Foundation
internal import Reports
internal import Standards
internal import Store

extension StatusReport {
    /// What a monitoring system watches, in Prometheus's text format: for node_exporter's textfile collector.
    package var prometheus: String {
        var lines: [String] = []
        func metric(_ name: String, _ help: String, _ samples: [(labels: String, value: Int)]) {
            lines.append("# HELP consortium_monitor_\(name) \(help)")
            lines.append("# TYPE consortium_monitor_\(name) gauge")
            lines += samples.map { "consortium_monitor_\(name)\($0.labels) \($0.value)" }
        }
        if let run = lastRun {
            metric(
                "last_run_start_timestamp_seconds", "When the last run began.",
                [("", Int(run.start.startedAt.timeIntervalSince1970))])
            metric(
                "last_run_success", "Whether the last run finished: 1 or 0.", [("", run.status == .finished ? 1 : 0)])
        }
        metric(
            "reports", "Consortia by the state of their report of the year.",
            ReportRecord.State.allCases.map { state in
                (
                    #"{year="\#(year.value)",state="\#(state.rawValue)"}"#,
                    reports.count { $0.state == state }
                )
            })
        metric("submissions_accepted", "Files taken in.", [("", acceptedCount)])
        metric("submissions_quarantined", "Files that could not be taken in.", [("", quarantined.count)])
        metric("observations", "Figures on record.", [("", observationCount)])
        let severities = Dictionary(grouping: findings) { $0.isAnswered ? "answered" : $0.severity }
            .mapValues { $0.reduce(0) { $0 + $1.count } }
        metric(
            "findings", "What is wrong with the data, by severity; what was answered apart.",
            severities.sorted { $0.key < $1.key }.map { (#"{severity="\#($0.key)"}"#, $0.value) })
        if let messages {
            let states = [("waiting", messages.waiting), ("uncertain", messages.uncertain), ("dead", messages.dead)]
            metric(
                "messages", "Messages that wait, that may have arrived, and that were given up.",
                states.map { (#"{state="\#($0.0)"}"#, $0.1) })
        }
        return lines.map { $0 + "\n" }.joined()
    }
}
