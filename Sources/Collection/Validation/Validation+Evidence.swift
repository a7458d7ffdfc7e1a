internal import FEEL
internal import Standards

extension Validation {
    /// Points that are listed with their titles; of more, the codes alone can be taken in.
    private static let titledPoints = 8

    /// Names by consortium and year the figures that should have evidence and name none. A yearly workbook shows
    /// figures of other years, whose evidence went with their own reports, and plans go with those of their year.
    func missingEvidence(in submission: Submission) -> [Finding] {
        guard let place = submission.evidencePlace else { return [] }
        let table = submission.observations
        let isDue = table.indicators.map(\.evidenceDue)
        let reportedYears = table.reportedYears
        var missing: [UInt64: [Int]] = [:]
        // Those of one consortium and year, which mostly come together.
        var run: (key: UInt64, ordinals: [Int]) = (0, [])
        func closeRun() {
            guard !run.ordinals.isEmpty else { return }
            missing[run.key, default: []] += run.ordinals
            run.ordinals.removeAll(keepingCapacity: true)
        }
        let entries = table.entries
        for place in entries.indices where entries[place].evidence == 0 && entries[place].basis == .actual {
            let ordinal = Int(entries[place].indicator)
            guard isDue[ordinal] else { continue }
            let (year, reported) = (entries[place].year, reportedYears[Int(entries[place].consortium)])
            guard submission.evidenceIsOfReportedYear ? year == reported : year <= reported,
                entries[place].value.claimsSomething
            else { continue }
            let key = UInt64(entries[place].consortium) << 16 | UInt64(year)
            if run.key != key {
                closeRun()
                run.key = key
            }
            run.ordinals.append(ordinal)
        }
        closeRun()
        return missing.sorted { $0.key < $1.key }.prefix(Draft.findingLimit).map { key, ordinals in
            let year = ReportingYear(Int(key & 0xFFFF))
            let points = ordinals.sorted().map { table.indicators[$0] }
            let names = points.map { points.count <= Self.titledPoints ? $0.name : $0.code.text }
            return Finding(
                .evidenceMissing, at: place, consortium: table.consortia[Int(key >> 16)], year: year,
                [
                    "year": year.description, "count": String(points.count),
                    "points": names.joined(separator: "、"),
                    "adding": place.column == 0 ? "（表中没有这一列，请加上）" : "",
                ])
        }
    }
}

extension ObservedValue {
    /// Whether there is anything to show evidence of: none is asked for a no, for nothing, or for what is not known.
    fileprivate var claimsSomething: Bool {
        switch self {
        case .number(let number): !number.isZero
        case .truth(let truth): truth
        case .text: true
        case .missing, .notApplicable, .rejected, .withdrawn: false
        }
    }
}
