internal import FEEL
package import Foundation
internal import Review
internal import Standards
internal import Store

/// What has changed since somebody looked last, and from when that is counted.
package struct SinceLastLook: Sendable {
    package let compared: ComparedYear
    package let from: Date
    /// Whether the person never looked before: then it is counted from the close of a window, or from the beginning.
    package let isFirst: Bool
    package let by: String
}

extension Workspace {
    /// The verdicts and outcomes that are others now than when `by` looked last: by what this store had taken in then.
    ///
    /// Whoever never looked is told what changed since the last window closed. Nothing is noted: see ``noteLook(_:)``.
    ///
    /// - Throws: ``Failure`` where nobody of the list of people is called so.
    package func diffSinceLastLook(
        of by: String, year text: String?, only consortium: String? = nil, province: String? = nil
    ) async throws -> SinceLastLook {
        if let actors = try installation.actors(), actors.actor(named: by) == nil {
            let names = actors.actors.map(\.name)
            let nearest = NameSuggestion.nearest(to: by, among: names).map { "是不是“\($0)”？" } ?? ""
            throw Failure(.configuration, "人员名单里没有“\(by)”。\(nearest)请核对姓名，或由运维人员登记到人员名单。")
        }
        let edition = try installation.edition(edition)
        let year = try year(text, of: edition)
        let last = try existingStore().lastLook(of: by, edition: edition.id, year: year)
        let from = try last ?? lastClose(through: year, from: edition.baseYear)
        guard from < now else {
            throw Failure(.configuration, "\(by)上次查看在\(ChinaTime.minute(from))，不早于现在。请检查时钟。")
        }
        let compared = try await diff(
            year: year.description, from: from, to: nil, recordedBy: from, only: consortium, province: province)
        return SinceLastLook(compared: compared, from: from, isFirst: last == nil, by: by)
    }

    /// Notes that the person has seen everything up to now. To be called once it was written out.
    package func noteLook(_ look: SinceLastLook) throws {
        try Store(path: database).noteLook(of: look.by, edition: edition, year: look.compared.year, at: now)
    }

    /// When the last window before now closed, of the years up to one; before the first, when nothing was known.
    private func lastClose(through year: ReportingYear, from first: ReportingYear) throws -> Date {
        try calendar().closes(from: first, through: year, at: now).values.max()
            ?? calendar().close(of: first.advanced(by: -1))
    }
}
