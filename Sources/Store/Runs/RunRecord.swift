package import Foundation
package import Standards

/// One run of a pipeline.
package struct RunRecord: Sendable, Hashable, Identifiable {
    package enum Status: String, Sendable {
        case running, finished, failed
        /// It ended without saying so: killed, or the machine went down.
        case aborted
    }

    package let id: Int
    package let start: RunStart
    package let status: Status
    package let endedAt: Date?
    /// Why it failed.
    package let message: String?
    /// In the order they were done.
    package let stages: [RunStage]
}

/// What is known of a run when it begins.
package struct RunStart: Sendable, Hashable {
    package let pipeline: String
    /// Id of the edition that it judges by.
    package let edition: String
    package let year: ReportingYear
    package let startedAt: Date
    /// The process that holds the lock.
    package let ownerPID: Int
    /// SHA-256 of the edition's files and of the rules.
    package let editionDigest: String
    package let rulesDigest: String
    /// SHA-256 of the list of people; nil where the pipeline names none.
    package let actorsDigest: String?

    package init(
        pipeline: String, edition: String, year: ReportingYear, startedAt: Date, ownerPID: Int, editionDigest: String,
        rulesDigest: String, actorsDigest: String? = nil
    ) {
        self.pipeline = pipeline
        self.edition = edition
        self.year = year
        self.startedAt = startedAt
        self.ownerPID = ownerPID
        self.editionDigest = editionDigest
        self.rulesDigest = rulesDigest
        self.actorsDigest = actorsDigest
    }
}

/// One stage of a run and what it counted (`files`, `observations`, `triggered` …).
package struct RunStage: Sendable, Hashable {
    package let name: String
    package let startedAt: Date
    package let endedAt: Date
    package let counts: [String: Int]

    package init(name: String, startedAt: Date, endedAt: Date, counts: [String: Int]) {
        self.name = name
        self.startedAt = startedAt
        self.endedAt = endedAt
        self.counts = counts
    }
}

/// A verdict as a run made it, under the run's edition.
package struct VerdictRecord: Sendable, Hashable {
    package let consortium: String
    package let year: ReportingYear
    /// Id of the verdict.
    package let verdict: String
    package let text: String
    /// The line of NDJSON that tells of it.
    package let line: String

    package init(consortium: String, year: ReportingYear, verdict: String, text: String, line: String) {
        self.consortium = consortium
        self.year = year
        self.verdict = verdict
        self.text = text
        self.line = line
    }
}

/// The outcome of a check as a run made it under its edition, with the values and sources it saw.
package struct CheckRecord: Sendable, Hashable {
    package let consortium: String
    package let year: ReportingYear
    /// `negative`, `revocation` or `acceptance`.
    package let list: String
    /// The clause or the observation point.
    package let clause: String
    package let outcome: String
    package let text: String
    /// The line of NDJSON that tells of it.
    package let line: String

    package init(
        consortium: String, year: ReportingYear, list: String, clause: String, outcome: String, text: String,
        line: String
    ) {
        self.consortium = consortium
        self.year = year
        self.list = list
        self.clause = clause
        self.outcome = outcome
        self.text = text
        self.line = line
    }
}
