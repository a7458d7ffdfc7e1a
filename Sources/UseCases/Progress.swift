package import Foundation
internal import Safekeeping
import Standards

/// Tells people how far long work is: a bar on a terminal, dated lines in a log.
///
/// The bar is drawn on standard error, so that it never mixes with results. Lines of log are a run's own account of itself
/// and go to standard output: cron mails what reaches standard error, and a good run sends nobody mail.
package final class Progress: Sendable {
    package enum Style: Sendable {
        /// One line that is drawn again and again on a terminal.
        case bar
        /// A line when a stage begins and one when it ends.
        case log
        case silent
    }

    private struct State {
        var title = ""
        var started = Date.distantPast
        var drawn = Date.distantPast
    }

    private let style: Style
    private let now: @Sendable () -> Date
    private nonisolated(unsafe) var state = State()
    private let lock = NSLock()

    /// `now` is the clock that rates and times are taken from; it never reaches a result.
    package init(_ style: Style, now: @escaping @Sendable () -> Date = { Date() }) {
        self.style = style
        self.now = now
    }

    /// A bar where standard error is a terminal, else `otherwise`.
    package static func style(otherwise: Style) -> Style { isatty(STDERR_FILENO) == 1 ? .bar : otherwise }

    package func begin(_ title: String) {
        lock.withLock { state = State(title: title, started: now()) }
        if style == .log { write("\(stamp) \(title) …\n") }
    }

    /// Says something that is no stage: a dated line of log, or a line above the bar.
    package func note(_ text: String) {
        switch style {
        case .bar: write("\r\u{1B}[K\(text.printable)\n")
        case .log: write("\(stamp) \(text.printable)\n")
        case .silent: break
        }
    }

    /// `done` of `total` things are done; `what` is the one at hand.
    package func advance(_ done: Int, of total: Int, _ what: String = "") {
        guard style == .bar, total > 0 else { return }
        let line: String? = lock.withLock {
            let now = now()
            guard now.timeIntervalSince(state.drawn) > 0.1 || done == total else { return nil }
            state.drawn = now
            let elapsed = max(now.timeIntervalSince(state.started), 0.001)
            let rate = Double(done) / elapsed
            let left = rate > 0 ? Double(total - done) / rate : 0
            let filled = 24 * done / total
            let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 24 - filled)
            return "\r\u{1B}[K\(state.title) \(bar) \(done)/\(total)  "
                + "每秒 \(Int(rate)) 个，约剩 \(Int(left.rounded(.up))) 秒  \(String(what.prefix(32)).printable)"
        }
        if let line { write(line) }
    }

    /// The stage is done; `summary` says what it came to.
    package func end(_ text: String) {
        let summary = text.printable
        switch style {
        case .bar: write("\r\u{1B}[K\(lock.withLock { state.title })：\(summary)\n")
        case .log: write("\(stamp) \(lock.withLock { state.title })：\(summary)\n")
        case .silent: break
        }
    }

    private var stamp: String { ChinaTime.timestamp(now()) }

    private func write(_ text: String) {
        let file = style == .log ? FileHandle.standardOutput : FileHandle.standardError
        // Nobody is left to tell where the log cannot be written.
        try? file.write(contentsOf: Data(text.utf8))
    }
}
