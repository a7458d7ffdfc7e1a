import Assessment
package import Standards

/// The verdicts of all consortia as a table for a terminal, the gravest first.
package struct VerdictTableText: Sendable {
    private let edition: Edition
    private let regions: RegionNames

    package init(edition: Edition, regions: RegionNames) {
        self.edition = edition
        self.regions = regions
    }

    /// The table: 编号, 名称, 省份, 结论, a column a negative clause, one for all that withdraw the title (取消), 完整率;
    /// under it what the short words mean.
    ///
    /// - Parameter whole: where the whole list stands, where there are more than fit (``ListCap``).
    package func rendered(
        _ summaries: [AssessmentSummary], colour: Bool = false, width: Int? = nil,
        whole: String = " assess --format csv"
    ) -> String {
        let cap = ListCap.note(of: summaries.count, counted: "家", whole: whole)
        guard edition.judges else {
            return monitoring(summaries, atMost: ListCap.rows).rendered(colour: colour, width: width)
                + (cap.map { "\n\($0)" } ?? "") + "\n\(note)\n"
        }
        return table(summaries, atMost: ListCap.rows).rendered(colour: colour, width: width)
            + (cap.map { "\n\($0)列出的是情形最重的。" } ?? "")
            + "\n\(ClauseOutcome.legend)；*＝已豁免；?＝另有情形尚缺数据\n"
    }

    /// The same columns for a spreadsheet.
    package func csv(_ summaries: [AssessmentSummary]) -> String {
        edition.judges ? table(summaries, atMost: .max).csv : monitoring(summaries, atMost: .max).csv
    }

    private var note: String { "《\(edition.title)》没有规定否定性指标和结论办法，只列监测情况，不作结论。" }

    /// The table of an edition that does not judge: a column a kind of document that is due every year, and how far the
    /// report goes.
    private func monitoring(_ summaries: [AssessmentSummary], atMost most: Int) -> TerminalTable {
        let kinds = edition.filings.filter { $0.frequency == .year }
        var table = TerminalTable(
            columns: [.init("编号", widest: 16), .init("名称", widest: 36), .init("省份", widest: 10)]
                + kinds.map { .init($0.title, widest: 18) }
                + [.init("要求未达", alignment: .right), .init("完整率", alignment: .right)])
        let ordered = summaries.sorted { NaturalOrder.precedes($0.consortium.id, $1.consortium.id) }
        for summary in ordered.prefix(most) {
            let consortium = summary.consortium
            table.append(
                [.init(consortium.id), .init(consortium.name), .init(regions[consortium.province])]
                    + kinds.map { kind in
                        summary.filings.first { $0.kind == kind }.map { .init($0.title, style: $0.outcome.style) } ?? ""
                    }
                    + [
                        .init(summary.unmetPoints.isEmpty ? "—" : "\(summary.unmetPoints.count)"),
                        .init(Figures.percent(summary.verdict.summary.completeness)),
                    ])
        }
        return table
    }

    private func table(_ summaries: [AssessmentSummary], atMost most: Int) -> TerminalTable {
        let clauses = edition.clauses.filter { $0.list == .negative }.map(\.code)
        var table = TerminalTable(
            columns: [
                .init("编号", widest: 16), .init("名称", widest: 36), .init("省份", widest: 10), .init("结论", widest: 20),
            ] + clauses.map { .init($0) } + [.init("取消资格"), .init("完整率", alignment: .right)])
        for summary in summaries.sorted(by: AssessmentSummary.isGraver).prefix(most) {
            let consortium = summary.consortium
            table.append(
                [
                    .init(consortium.id), .init(consortium.name), .init(regions[consortium.province]),
                    .init(summary.verdict.title, style: summary.verdict.tone.style),
                ] + clauses.map { code in cell(summary[code]) }
                    + [
                        cell(summary.gravest(of: .revocation)),
                        .init(Figures.percent(summary.verdict.summary.completeness)),
                    ])
        }
        return table
    }

    private func cell(_ outcome: AssessmentSummary.Outcome?) -> TerminalTable.Cell {
        guard let outcome else { return "" }
        let marks = (outcome.isWaived ? "*" : "") + (outcome.pending == nil ? "" : "?")
        return .init(outcome.outcome.shortTitle + marks, style: outcome.outcome.style)
    }
}

extension AcceptanceOutcome {
    fileprivate var style: TerminalStyle {
        switch self {
        case .met: ClauseOutcome.clear.style
        case .notMet: ClauseOutcome.suspected.style
        case .undetermined: ClauseOutcome.undetermined.style
        case .notApplicable: ClauseOutcome.notApplicable.style
        }
    }
}

extension ClauseOutcome {
    var style: TerminalStyle {
        switch self {
        case .triggered: .red
        case .suspected: .magenta
        case .undetermined: .cyan
        case .warning: .yellow
        case .clear, .notApplicable: .dim
        }
    }
}

extension VerdictTone {
    var style: TerminalStyle {
        switch self {
        case .disqualify, .fail: .red
        case .hold: .magenta
        case .rectify: .yellow
        case .incomplete: .cyan
        case .pass, .keep: .green
        case .other: .plain
        }
    }
}
