package import Assessment
internal import FEEL
package import Foundation
internal import History
internal import Reports
package import Standards
package import Store

extension Store {
    /// Everything that an assessment of `year` by `edition` looks at, as it is known now or was known on a past day; panels
    /// apart, which are read a few at a time.
    ///
    /// - Parameters:
    ///   - recordedBy: only what had been taken in by then is looked at: what a past run saw.
    ///   - closes: the ends of the windows of years up to `year`; of each that had passed by then, what had been
    ///   received at its close is looked at as well, and what was known between the corrections since, since a
    ///   recommendation that stood then does not lapse by itself.
    package func assessmentInput(
        for edition: Edition, year: ReportingYear, asOf: Date? = nil, recordedBy: Date? = nil,
        closes: [ReportingYear: Date]
    ) throws -> (input: AssessmentInput, panels: PanelSource<any Error>) {
        let snapshot = try snapshot(edition: edition, asOf: asOf, recordedBy: recordedBy, through: year)
        var input = AssessmentInput(
            consortia: Self.consortia(of: snapshot, in: year), panels: [:], registers: try snapshot.registers,
            evidenceUses: try snapshot.reusedEvidence(), restatements: try snapshot.restatements(),
            members: try snapshot.sharedMembers(), statements: try snapshot.entries(.statements),
            parts: try snapshot.sourceParts())
        input.entries = snapshot.consortiumEntries
        var past = try PastKnowledge(
            store: self, edition: edition, year: year, asOf: asOf, recordedBy: recordedBy)
        for (earlier, close) in closes where earlier <= year && asOf.map({ close < $0 }) ?? true {
            var closings = try past.closings(of: earlier, at: close)
            if let first = closings.first, first.day == ChinaTime.day(of: close) {
                input.closings[earlier] = first
                closings.removeFirst()
            }
            if !closings.isEmpty { input.laterDays[earlier] = closings }
        }
        try input.lookAtPanels(of: snapshot, edition: edition, year: year)
        let reader = snapshot.panelReader
        return (input, PanelSource { consortia in try reader.panels(of: consortia) })
    }

    /// The consortia as they were called at the end of a year, or are until it ends.
    private static func consortia(of snapshot: StoreSnapshot, in year: ReportingYear) -> [Consortium] {
        guard !snapshot.consortiumEntries.isEmpty, let lastDay = CalendarDate(year: year.value, month: 12, day: 31)
        else { return snapshot.consortia }
        let entries = Dictionary(grouping: snapshot.consortiumEntries, by: \.id)
        return snapshot.consortia.map { consortium in
            // What holds later than today holds at the end of a year that has not ended no more than today.
            guard consortium.validFrom.map({ $0 > lastDay }) ?? false else { return consortium }
            return entries[consortium.id]?.entry(on: lastDay) ?? consortium
        }
    }
}

extension AssessmentInput {
    /// Takes in what the panels of a snapshot tell together.
    mutating func lookAtPanels(of snapshot: StoreSnapshot, edition: Edition, year: ReportingYear) throws {
        let rows = Dictionary(
            uniqueKeysWithValues: judged(by: edition, in: year).enumerated().map { ($1.id, $0) })
        // Who came when is asked for only where somebody determined on a signal.
        let withSources = registers.determinations.contains { $0.subject != nil }
        figures = try NationalFigures(self, edition: edition, year: year) { add in
            _ = try snapshot.mapPanels(withSources: withSources) { place, panel in
                if let row = rows[snapshot.consortia[place].id] { add(row, panel) }
            }
        }
    }
}

/// The lines of NDJSON that a run keeps of an assessment: its clauses with the values and sources they saw, and the
/// verdict.
struct RunLines: Sendable {
    let verdict: VerdictRecord
    let checks: [CheckRecord]

    init(_ assessment: ConsortiumAssessment, writer: NDJSONWriter) {
        let consortium = assessment.consortium.id
        verdict = VerdictRecord(
            consortium: consortium, year: assessment.year, verdict: assessment.verdict.id,
            text: assessment.verdict.text, line: writer.verdictLine(assessment))
        checks = assessment.clauses.map { check in
            CheckRecord(
                consortium: consortium, year: assessment.year, list: check.clause.list.rawValue,
                clause: check.clause.code, outcome: check.outcome.rawValue, text: check.text,
                line: writer.line(check, of: assessment))
        }
    }
}
