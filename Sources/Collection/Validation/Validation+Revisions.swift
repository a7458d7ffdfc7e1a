internal import FEEL
internal import Standards

extension Validation {
    /// Points that are listed with what stood before; the others are counted.
    private static let listedPoints = 40

    /// What a submission leaves as it was and what it takes back, each told once.
    func revisions(
        in submission: Submission, _ prior: (ObservationKey) -> ObservedValue?,
        _ effect: (ObservationKey) -> RevisionEffect
    ) -> [Finding] {
        let table = submission.observations
        let years = table.reportedYears
        // By places: to copy a row costs more than to look at it.
        let blank = table.entries.indices.filter { place in
            table.entries[place].value.isMissing && table.entries[place].basis == .actual
                && table.entries[place].year == years[Int(table.entries[place].consortium)]
        }.map { table.entries[$0] }
        var seen: Set<UInt64> = []
        let kept = (blank + table.silent).filter { seen.insert($0.key).inserted }
        let takenBack = table.entries.indices.filter { table.entries[$0].value.isWithdrawn }.map { table.entries[$0] }
            .filter { effect(table.key(of: $0)) == .replaces }
        return [
            told(.kept, kept, in: submission, prior), told(.takenBack, takenBack, in: submission, prior),
        ].compactMap(\.self)
    }

    /// Of `entries` those of which something stands; nil where nothing does.
    private func told(
        _ kind: FindingKind, _ entries: [ObservationTable.Entry], in submission: Submission,
        _ prior: (ObservationKey) -> ObservedValue?
    ) -> Finding? {
        let table = submission.observations
        let standing = entries.compactMap { entry in
            let indicator = table.indicators[Int(entry.indicator)]
            return prior(table.key(of: entry))?.said(in: indicator).map { (entry, "\(indicator.name) \($0)") }
        }
        guard let first = standing.first?.0 else { return nil }
        let listed = standing.prefix(Self.listedPoints).map(\.1).joined(separator: "、")
        let consortia = Set(standing.map(\.0.consortium))
        return Finding(
            kind, at: submission.wholeFile,
            consortium: consortia.count == 1 ? table.consortia[Int(first.consortium)] : nil,
            year: Set(standing.map(\.0.year)).count == 1 ? ReportingYear(Int(first.year)) : nil,
            [
                "count": String(standing.count),
                "points": standing.count > Self.listedPoints ? listed + "等" : listed,
            ])
    }

    /// That a form of figures was sent in which nothing is filled in.
    func untouched(_ submission: Submission) -> [Finding] {
        guard submission.forms.contains(.observations), !submission.isPartlyRefused else { return [] }
        let consortia = submission.observations.consortia
        return [
            Finding(
                .untouchedForm, at: submission.wholeFile,
                consortium: submission.workbookOf ?? (consortia.count == 1 ? consortia[0] : nil))
        ]
    }
}

extension ObservedValue {
    fileprivate var isMissing: Bool { if case .missing = self { true } else { false } }
    fileprivate var isWithdrawn: Bool { if case .withdrawn = self { true } else { false } }
}
