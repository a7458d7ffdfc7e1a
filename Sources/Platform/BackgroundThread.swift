internal import Foundation
internal import Glibc

/// Work that others come before.
package enum BackgroundThread {
    /// Runs `work` on a thread of its own, which gets a core where nothing else wants it: what is not needed yet must not
    /// keep from its core what everything waits for.
    package static func run(_ work: @escaping @Sendable () -> Void) {
        let thread = Thread {
            // On Linux that of the thread, not of the process.
            _ = nice(10)
            work()
        }
        thread.start()
    }
}
