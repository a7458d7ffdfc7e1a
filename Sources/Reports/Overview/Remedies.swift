import Assessment
import Standards

/// What a consortium, its province or the ministry can still do about outcomes that are not clear, a line each.
struct Remedies {
    private let lines: [HTML]

    init(_ assessment: ConsortiumAssessment) {
        lines = assessment.clauses.compactMap(Self.line)
    }

    var html: HTML {
        lines.isEmpty
            ? "<span class=\"none\">\(Figures.none)</span>" : "<ul>\(lines.map { "<li>\($0)</li>" as HTML })</ul>"
    }

    private static func line(_ check: ClauseCheck) -> HTML? {
        let code = check.clause.code
        if let waiver = check.waivedBy { return "<b>\(code)</b> 已由\(waiver.by)豁免" }
        if let remedy = check.remedy, check.outcome != .clear { return "<b>\(code)</b> \(remedy.text)" }
        switch check.outcome {
        case .suspected: return "<b>\(code)</b> 待认定"
        case .undetermined:
            let missing = check.wouldDecide.map(\.subject.shortTitle).uniqued()
            let named = missing.prefix(namedAtMost).joined(separator: "、")
            return missing.isEmpty
                ? "<b>\(code)</b> 资料不足" as HTML
                : "<b>\(code)</b> 补报\(named)\(missing.count > namedAtMost ? "等\(missing.count)项" : "")"
        case .triggered, .warning, .clear: return nil
        }
    }

    private static let namedAtMost = 4
}

extension Evidence.Subject {
    /// `6.1.2（2025）`, or the register's name.
    var shortTitle: String {
        switch self {
        case .cell(let indicator, let year, _): "\(indicator.code)（\(year)）"
        case .entry(let register, let id, _): "\(register.title)\(id)"
        case .register(let register): register.title
        }
    }
}

extension Sequence where Element: Hashable {
    /// The elements in their order, each once.
    func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
