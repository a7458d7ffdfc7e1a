import Assessment
import Standards

/// What checks of a programme come to, a row a check: those that are not kept are told one by one.
struct ProgrammeTable {
    let results: [ProgrammeResult]
    let documents: [SourceDocument]
    /// How many that are not kept are told of one check.
    private static let told = 20

    var html: HTML {
        // Targets of places have a table of their own.
        let checks = results.filter { $0.progress == nil }.map(\.check).once
        guard !checks.isEmpty else { return "<p>没有核查事项。</p>" }
        let rows: [HTML] = checks.map { check in row(check, results.filter { $0.check.id == check.id }) }
        return """
            <table class="plain"><thead><tr><th scope="col">要求</th><th scope="col" class="fit">结果</th>\
            <th scope="col">情况</th><th scope="col">依据</th></tr></thead>
            <tbody>\(rows)</tbody></table>

            """
    }

    private func row(_ check: ProgrammeCheck, _ results: [ProgrammeResult]) -> HTML {
        let asked = results.filter { $0.outcome != .notApplicable }
        let exit: HTML = check.isGroundOfExit ? "<small>不符合即为退出的理由</small>" : .empty
        return """
            <tr><th scope="row">\(check.title)\(exit)</th><td class="fit">\(outcomes(asked))</td>\
            <td>\(check.scope == .whole ? whole(asked) : several(asked))</td>\
            <td>\(Chip.html(check.basis)) \(source(check))</td></tr>

            """
    }

    private func outcomes(_ results: [ProgrammeResult]) -> HTML {
        guard !results.isEmpty else { return Chip.html(ProgrammeOutcome.notApplicable) }
        guard results.count > 1 || results[0].check.scope != .whole else { return Chip.html(results[0].outcome) }
        return ProgrammeOutcome.allCases.map { outcome -> HTML in
            let count = results.count(outcome)
            return count == 0 ? .empty : "\(Chip.html(outcome)) \(count)<br>"
        }.joined()
    }

    private func whole(_ results: [ProgrammeResult]) -> HTML { "\(results.map(\.text).joined())" }

    private func several(_ results: [ProgrammeResult]) -> HTML {
        let open = results.filter { result in
            // That nobody has registered anything yet is counted, and not told of each.
            result.outcome != .met && (result.freshness == nil || result.outcome != .undetermined)
        }
        guard !open.isEmpty else { return results.isEmpty ? "没有适用的对象。" : "均符合。" }
        let items: [HTML] = open.prefix(Self.told).map { result in
            "<li><b>\(result.title)</b>　\(result.text)</li>\n"
        }
        let rest: HTML = open.count > Self.told ? "<li>另有\(open.count - Self.told)个，见各自的页面。</li>" : .empty
        return "<ul>\(items)\(rest)</ul>"
    }

    private func source(_ check: ProgrammeCheck) -> HTML {
        let document = documents.first { $0.id == check.reference.document }
        let name = document.map { $0.number ?? "《\($0.title)》" } ?? check.reference.document
        let quote: HTML = check.quote.isEmpty ? .empty : "：“\(check.quote)”"
        let rationale: HTML = check.rationale.isEmpty ? .empty : "<br><small>\(check.rationale)</small>"
        return "\(name) \(check.reference.place)\(quote)\(rationale)"
    }
}

extension Chip {
    static func html(_ outcome: ProgrammeOutcome) -> HTML {
        let tone =
            switch outcome {
            case .met: "met"
            case .notMet: "notMet"
            case .pending: "info"
            case .behind: "warning"
            case .undetermined: "undetermined"
            case .notApplicable: "notApplicable"
            }
        return "<span class=\"chip \(tone)\">\(outcome.title)</span>"
    }
}

extension [ProgrammeCheck] {
    /// Each once, in the order in which it first comes.
    fileprivate var once: [ProgrammeCheck] {
        var seen: Set<String> = []
        return filter { seen.insert($0.id).inserted }
    }
}
