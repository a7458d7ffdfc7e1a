package import Standards

extension Validation {
    private static let listedFigures = 40

    /// The figures of a submission of which the other voice says otherwise: an authority's stands, whoever spoke last.
    ///
    /// A plan is not among them: of plans the first counts, by whomever.
    /// - Parameters:
    ///   - speaksOf: whether the other voice may have said anything of a consortium.
    ///   - others: what stands of the other voice in a cell; nil where it has said nothing.
    package func voices(
        in submission: Submission, speaksOf: (String) -> Bool = { _ in true },
        others: (ObservationKey) -> ObservedValue?
    ) -> [Finding] {
        let table = submission.observations
        let isSpokenOf = table.consortia.map(speaksOf)
        guard isSpokenOf.contains(true) else { return [] }
        let isOfficial = submission.origin.authority == .authority
        var points: [String] = []
        var keys: [ObservationKey] = []
        for entry in table.entries where isSpokenOf[Int(entry.consortium)] {
            let indicator = table.indicators[Int(entry.indicator)]
            guard indicator.revisionPolicy != .first, let own = entry.value.said(in: indicator) else { continue }
            let key = table.key(of: entry)
            guard let other = others(key), other != entry.value, let theirs = other.said(in: indicator) else {
                continue
            }
            keys.append(key)
            guard points.count < Self.listedFigures else { continue }
            points.append("\(indicator.name)（\(key.year)年）本次报\(own)，\(isOfficial ? "联合体自报" : "主管部门")\(theirs)")
        }
        guard let first = keys.first else { return [] }
        return [
            Finding(
                .authorityFigure, at: submission.wholeFile,
                consortium: keys.contains { $0.consortium != first.consortium } ? nil : first.consortium,
                [
                    "count": String(keys.count), "other": isOfficial ? "联合体自报的数" : "主管部门登记的数",
                    "points": points.joined(separator: "、") + (keys.count > points.count ? "等" : ""),
                ])
        ]
    }
}
