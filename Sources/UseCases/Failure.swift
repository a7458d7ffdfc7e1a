/// How a command ends, as the shell sees it (DESIGN §8).
package enum ExitStatus: Int32, Sendable, CaseIterable {
    case done = 0
    /// Done, with findings or triggers of the level that `--fail-on` names.
    case doneWithFindings = 1
    /// Bad configuration or usage; a place that cannot be written to is one.
    case configuration = 2
    /// A file could not be taken in.
    case input = 3
    case delivery = 4
    /// A check failed: `verify`, `rules test`.
    case check = 5
    /// The last run that finished is too old (`status --max-age`).
    case tooOld = 6
    /// Another run holds the lock, or another process the database.
    case locked = 75
}

/// Why a command could not do its work: one message for the person who ran it, and the exit status.
package struct Failure: Error, Sendable, CustomStringConvertible {
    package let status: ExitStatus
    package let message: String

    package init(_ status: ExitStatus, _ message: String) {
        self.status = status
        self.message = message
    }

    package var description: String { message }
}
