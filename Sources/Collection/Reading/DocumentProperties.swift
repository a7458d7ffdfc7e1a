internal import Foundation
internal import Spreadsheet

/// What an office file says of itself.
enum DocumentProperties {
    /// When the file was last saved; nil where it does not say, or says what cannot be.
    static func savedAt(_ bytes: [UInt8]) -> Date? {
        guard let text = (try? CoreProperties(bytes))?.modified?.trimmed else { return nil }
        return (try? Date(text, strategy: .iso8601)) ?? (try? Date(text + "Z", strategy: .iso8601))
            ?? (try? Date(text, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true)))
    }
}
