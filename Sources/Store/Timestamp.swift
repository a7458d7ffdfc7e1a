internal import Foundation
internal import GRDB

/// A row of a query; the standard's rows of indicators have the same name.
typealias Row = GRDB.Row

/// Instants as the store writes them: `2026-03-31T08:00:00Z`, in UTC, whole seconds, so that texts order as times do.
extension Date {
    var storeText: String { formatted(.iso8601) }

    init(storeText: String) throws {
        try self.init(storeText, strategy: .iso8601)
    }
}
