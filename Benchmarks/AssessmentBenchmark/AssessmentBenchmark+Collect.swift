import Assessment
import Collection
import Foundation
import Standards
import Store
import UseCases

extension AssessmentBenchmark {
    /// Collects the inbox into a new store as `collect` does, without the receipts.
    func collect() throws {
        let collecting = try Collecting(
            installation, edition: edition, calendar: installation.calendars()[edition.id])
        let places = Collecting.Places(
            quarantine: Quarantine(folder: folder.appending(path: "quarantine")), archive: .beside(database),
            receipts: nil)
        let inbox = InboxRoot(path: folder.appending(path: "inbox").path, authority: .authority)
        let now = Date(timeIntervalSince1970: 1_778_000_000)  // The spring of 2026.
        let (summary, measurement) = try Measurement.of {
            try collecting.collect(
                [inbox], into: Store(path: database), places: places, now: now,
                stillness: Stillness(now: { .distantFuture }, sleep: { _ in }), progress: Progress(.silent))
        }
        precondition(summary.untaken.isEmpty, summary.sentence)
        try measurement.print()
    }
}
