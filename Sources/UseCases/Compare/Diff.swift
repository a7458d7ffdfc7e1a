package import Assessment
package import Foundation
package import Standards

/// What changed, and in how many it was looked for.
package struct ComparedYear: Sendable {
    package let edition: Edition
    package let year: ReportingYear
    package let changes: [ConsortiumChange]
    /// All that were judged on either side, those of other provinces left out.
    package let count: Int
}

extension Workspace {
    /// The verdicts and outcomes that are others by what was known at `to` than by what was known at `from`, each with what
    /// made it so. Both are judged by the rules as they are now.
    /// - Parameters:
    ///   - from, to: the ends of days; `to` nil for now.
    ///   - recordedBy: only what had been taken in by then is looked at for `from`; nil for whatever had been received.
    ///   - province: only its consortia; the others still count as their peers.
    /// - Throws: ``Failure`` where the year, a day or the consortium is not one that can be asked for.
    package func diff(
        year: String?, from: Date, to: Date?, recordedBy: Date? = nil, only consortium: String? = nil,
        province: String? = nil
    ) async throws -> ComparedYear {
        guard from < to ?? now else {
            throw Failure(.configuration, "--from 应早于 --to，没有填 --to 的，应早于今天。")
        }
        let after = try await assessment(of: year, asOf: to)
        let before = try await assessment(of: after.assessor.year.description, asOf: from, recordedBy: recordedBy)
        try check(consortium, in: after.input, after.assessor)
        let comparison = Comparison(
            from: .init(before.assessor, before.input, reading: before.panels),
            to: .init(after.assessor, after.input, reading: after.panels))
        return try comparison.all(only: consortium, province: province, after.assessor)
    }
}

extension Comparison {
    /// Everything that changed in a year.
    func all(only consortium: String?, province: String?, _ assessor: Assessor) throws -> ComparedYear {
        var changes: [ConsortiumChange] = []
        try self.changes(only: consortium) {
            if province == nil || $0.consortium.province == province { changes.append($0) }
        }
        return ComparedYear(
            edition: assessor.rules.edition, year: assessor.year, changes: changes,
            count: consortium == nil ? count(in: province) : 1)
    }
}
