/// Who is told, and by what way.
package struct Receiver: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        case standardOutput
        /// Appends to a file. `{date}` in the path is the day in China, and so makes one file a day.
        case file(path: String)
    }

    package enum Format: String, Sendable, CaseIterable {
        /// Chinese, for people.
        case text
        /// A JSON object a line and alert, for programs.
        case ndjson
    }

    package let name: String
    package let kind: Kind
    package let format: Format
    /// Whether it is told of the end of an alert.
    package let sendsResolved: Bool

    package init(name: String, kind: Kind, format: Format, sendsResolved: Bool = true) {
        self.name = name
        self.kind = kind
        self.format = format
        self.sendsResolved = sendsResolved
    }
}
