package import Foundation

/// So many messages in any span of so many seconds.
package struct RateLimit: Sendable, Hashable {
    package let count: Int
    package let seconds: TimeInterval

    package init(_ count: Int, in seconds: TimeInterval) {
        self.count = count
        self.seconds = seconds
    }

    /// When the next message may go.
    /// - Parameter earlier: when the last ones went, the latest first.
    package func opening(after earlier: [Date], at now: Date) -> Date {
        guard earlier.count >= count else { return now }
        return max(now, earlier[count - 1].addingTimeInterval(seconds))
    }
}
