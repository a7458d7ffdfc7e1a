internal import Foundation
internal import GRDB

/// How far a reader sees: what was received by a day, as it was recorded by another.
struct Horizon: Sendable {
    /// Nil for whatever was received.
    var receivedBy: Date?
    /// Nil for whatever was recorded.
    var recordedBy: Date?

    /// Everything there is: what stored panels show.
    static let open = Horizon()
    var isOpen: Bool { receivedBy == nil && recordedBy == nil }

    /// Of a query in which `submission` stands, with the arguments `:receivedBy` and `:recordedBy`.
    static let condition = """
        (:receivedBy IS NULL OR submission.received_at <= :receivedBy)
          AND (:recordedBy IS NULL OR submission.recorded_at <= :recordedBy)
        """
    /// The order of receipt.
    static let order = "submission.received_at, submission.sequence, submission.id"

    var arguments: StatementArguments {
        ["receivedBy": receivedBy?.storeText, "recordedBy": recordedBy?.storeText]
    }
}
