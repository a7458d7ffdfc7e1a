package import Foundation

/// A message of the outbox with what became of it.
package struct OutboxRecord: Sendable, Hashable, Identifiable {
    package enum State: String, Sendable, CaseIterable {
        /// Waits for its first attempt, or another after the process died before the last byte left.
        case queued
        /// A process has it in hand.
        case attempting
        /// … and the last byte may have left.
        case finishing
        /// An attempt failed; another is due.
        case retry
        /// An attempt ended and nobody knows whether the message arrived; another is due.
        case uncertain
        case sent
        /// Given up.
        case dead
    }

    package let id: Int
    package let key: String
    package let messageID: String
    package let receiver: String
    package let channel: String
    /// JSON.
    package let content: String
    package let plannedAt: Date
    package let state: State
    package let dueAt: Date
    package let attempts: Int
    package let failures: Int
    package let isInDoubt: Bool
    package let reason: String
    package let settledAt: Date?
    package let replacedBy: Int?
}
