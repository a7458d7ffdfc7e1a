package import History
package import Standards

/// What was reported before of one consortium, by cell.
package struct PriorValues: Sendable {
    private struct Cell: Hashable {
        let indicator: IndicatorCode
        let year: ReportingYear
    }

    private let revisions: [Cell: [CellRevision]]

    /// `revisions` in the order of receipt.
    init(revisions: [CellRevision]) {
        self.revisions = revisions.reduce(into: [:]) { cells, revision in
            guard !revision.isTakenBack else { return }
            cells[Cell(indicator: revision.indicator, year: revision.year), default: []].append(revision)
        }
    }

    package var isEmpty: Bool { revisions.isEmpty }

    /// The figure that stands: the last one given, an authority's before the consortium's own. Where none stands it is
    /// the last blank or 撤回; nil where the cell never came.
    package func last(_ indicator: IndicatorCode, _ year: ReportingYear, _ basis: Basis = .actual) -> CellRevision? {
        var cell = FigureCell<CellRevision>()
        for revision in revisions[Cell(indicator: indicator, year: year)] ?? [] where revision.basis == basis {
            cell.observe(revision, of: revision.value, revision.voice)
        }
        return cell.standing
    }

    /// The figure that stands of one voice alone; nil where it has given none, or took it back.
    package func last(
        _ indicator: IndicatorCode, _ year: ReportingYear, _ basis: Basis, of voice: Voice
    ) -> CellRevision? {
        var cell = FigureCell<CellRevision>()
        for revision in revisions[Cell(indicator: indicator, year: year)] ?? []
        where revision.basis == basis && revision.voice == voice {
            cell.observe(revision, of: revision.value, voice)
        }
        return cell.standing
    }

    /// The plan that counts unless a change of it was accepted: the first reported on either basis, and not taken back.
    /// Nil where there is no plan.
    package func firstReported(_ indicator: IndicatorCode, _ year: ReportingYear) -> CellRevision? {
        var cell = PlanCell<CellRevision>()
        for revision in revisions[Cell(indicator: indicator, year: year)] ?? [] {
            cell.observe(revision, of: revision.value, revision.basis, revision.voice)
        }
        return cell.standing().flatMap { $0.value.status == .reported ? $0 : nil }
    }
}
