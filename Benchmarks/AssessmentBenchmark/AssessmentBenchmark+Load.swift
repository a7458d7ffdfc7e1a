import Assessment
import Collection
import Foundation
import UseCases
import Standards
import Store

extension AssessmentBenchmark {
    /// Fills a new store from the inbox as `collect` does, through the same reader and the same writer, but without
    /// holding each figure against those of earlier years: that is not what is measured.
    func load() throws {
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: database + suffix) }
        let store = try Store(path: database)
        let receivedAt = Date(timeIntervalSince1970: 1_775_000_000)  // The spring of 2026.
        let collector = Collector(
            edition: edition, regions: try installation.regions(), today: ChinaTime.day(of: receivedAt))
        let inbox = InboxRoot(path: folder.appending(path: "inbox").path, authority: .authority)
        for item in collector.survey([inbox]).items {
            let submission = collector.read(item)
            precondition(submission.isAccepted, "\(submission.file): \(submission.disposition)")
            let file = SubmissionFile(
                name: submission.file, path: submission.file, sha256: submission.sha256, size: submission.size,
                origin: submission.origin, receivedAt: receivedAt)
            var load = SubmissionLoad(
                file: file, forms: Set(submission.forms.compactMap { SubmissionForm(rawValue: $0.rawValue) }))
            load.consortia = submission.consortia
            load.policies = submission.policies
            load.incidents = submission.incidents
            load.determinations = submission.determinations
            _ = try store.load(
                load, observations: submission.observations, edition: edition, recordedAt: receivedAt)
        }
    }
}
