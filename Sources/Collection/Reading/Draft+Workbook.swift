internal import FEEL
internal import Standards

// What the sheets of a file say together, once all have been read.

extension Draft {
    mutating func joinSheets(_ edition: Edition) {
        joinFunds(edition)
        joinEvidence()
        joinExplanations(edition)
    }

    /// Sums of funds stand in for figures that are blank, and are held against those that are not.
    private mutating func joinFunds(_ edition: Edition) {
        guard !funds.sums.isEmpty else { return }
        let positions = Dictionary(observations.entries.enumerated().map { ($1.key, $0) }) { first, _ in first }
        for sum in funds.sums where !sum.isBroken {
            let consortium = observations.number(of: sum.key.consortium)
            let key = ObservationTable.Entry.key(
                consortium, UInt16(sum.ordinal), Int16(sum.key.year.value), sum.key.basis)
            let known = positions[key]
            // What one source took back is none of the sum; where there is no other, the sum is taken back.
            guard sum.hasAmount else {
                if known.map({ observations.entries[$0].value == .missing }) ?? true {
                    take(sum, at: known, .withdrawn)
                }
                continue
            }
            if let known, case .number(let figure) = observations.entries[known].value {
                if figure != sum.amount { reportDifference(of: sum, from: figure, at: known, edition) }
                continue
            }
            if let known, observations.entries[known].value != .missing { continue }
            take(sum, at: known, .number(sum.amount))
        }
    }

    /// Lets a sum stand for the figure at `known`, or for one that nobody gave.
    private mutating func take(_ sum: FundTable.Sum, at known: Int?, _ value: ObservedValue) {
        let entry = ObservationTable.Entry(
            value: value, basis: sum.key.basis, year: Int16(sum.key.year.value),
            consortium: observations.number(of: sum.key.consortium), indicator: UInt16(sum.ordinal),
            column: UInt16(sum.column), line: UInt32(funds.row(of: sum)),
            evidence: known.map { observations.entries[$0].evidence } ?? 0, reason: 0, sheet: sum.sheet,
            explanation: known.map { observations.entries[$0].explanation } ?? 0)
        if let known { observations.entries[known] = entry } else { observations.entries.append(entry) }
    }

    private mutating func reportDifference(
        of sum: FundTable.Sum, from figure: Decimal128, at position: Int, _ edition: Edition
    ) {
        let source = observations.source(of: observations.entries[position])
        let unit = edition.indicators[sum.ordinal].unit
        let current = sheet
        sheet = source.sheet
        report(
            .fundsDiffer, row: source.row, column: source.column, consortium: sum.key.consortium,
            indicator: sum.key.indicator, year: sum.key.year,
            ["found": figure.description + unit, "total": sum.amount.description + unit])
        sheet = current
    }

    /// Lets an explanation that is a reason stand for the one that is not given, and names those that say nothing.
    private mutating func joinExplanations(_ edition: Edition) {
        guard let codes = edition.credibility?.explanations else { return }
        for position in observations.entries.indices where observations.entries[position].explanation != 0 {
            let entry = observations.entries[position]
            let explanation = Explanation(observations.note(entry.explanation) ?? "", among: codes)
            if explanation.isReason, entry.reason == 0 { observations.entries[position].reason = entry.explanation }
            guard explanation.isEmpty, explanation.code != nil else { continue }
            let current = sheet
            sheet = observations.parts[Int(entry.sheet)].sheet
            report(
                .emptyExplanation, row: Int(entry.line), column: Int(entry.column),
                consortium: observations.consortia[Int(entry.consortium)],
                indicator: edition.indicators[Int(entry.indicator)].code, year: ReportingYear(Int(entry.year)),
                ["found": explanation.text])
            sheet = current
        }
    }

    /// Evidence that is listed backs the figures of the year reported on that name none themselves, where the workbook
    /// is of one consortium: the list does not say whose figures it backs.
    private mutating func joinEvidence() {
        guard !evidence.isEmpty, observations.consortia.count == 1,
            let year = observations.silent.first?.year ?? observations.reportedYears.first
        else { return }
        let notes = evidence.mapValues { observations.add(note: $0.joined(separator: "；")) }
        for position in observations.entries.indices {
            let entry = observations.entries[position]
            guard entry.evidence == 0, entry.basis == .actual, entry.year == year,
                let note = notes[Int(entry.indicator)]
            else { continue }
            observations.entries[position].evidence = note
        }
        for position in observations.silent.indices where observations.silent[position].evidence == 0 {
            guard let note = notes[Int(observations.silent[position].indicator)] else { continue }
            observations.silent[position].evidence = note
        }
    }
}
