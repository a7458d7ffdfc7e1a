import Assessment
import Standards

/// Facts with where they were read.
enum EvidenceList {
    /// A table of the facts that an outcome rests on.
    static func table(_ evidence: [Evidence]) -> HTML {
        let rows: [HTML] = evidence.map { item in
            """
            <tr><th scope="row">\(title(of: item.subject))</th><td>\(value(of: item))</td>\
            <td class="source">\(source(of: item))</td></tr>

            """
        }
        return """
            <table class="plain evidence"><thead><tr><th scope="col">数据</th><th scope="col">填报</th>\
            <th scope="col">出处</th></tr></thead><tbody>\(rows)</tbody></table>

            """
    }

    /// The facts that are missing, a line each.
    static func missing(_ evidence: [Evidence]) -> HTML {
        let items: [HTML] = evidence.map { item in
            let place: HTML = item.source.map { "<cite>\($0.place)</cite>" } ?? .empty
            return "<li>\(title(of: item.subject))：\(value(of: item)) \(place)</li>"
        }
        return "<ul>\(items)</ul>"
    }

    /// Where the facts were read, a line each.
    static func sources(_ evidence: [Evidence]) -> HTML {
        let places: [HTML] = evidence.map(source).uniqued()
        return places.joined(separator: "<br>")
    }

    private static func source(of evidence: Evidence) -> HTML {
        evidence.source.map { "\($0.place)" } ?? "\(Figures.none)"
    }

    private static func title(of subject: Evidence.Subject) -> HTML {
        switch subject {
        case .cell(let indicator, let year, let basis):
            "<b>\(indicator.code.text)</b> \(indicator.title)（\(year.value)年\(basis == .committed ? "承诺" : "")）"
        case .entry(let register, let id, let year):
            "\(register.title) \(id)\(year.map { "（\($0.value)年）" } ?? "")"
        case .register(let register): "\(register.title)"
        }
    }

    private static func value(of evidence: Evidence) -> String {
        if case .register = evidence.subject { return "从未收集" }
        switch evidence.status {
        case .reported:
            guard case .cell(let indicator, _, _) = evidence.subject else { return evidence.value ?? Figures.none }
            return (evidence.value ?? Figures.none) + indicator.unit
        case .missing: return "未填报"
        case .notApplicable: return "不适用"
        case .rejected: return "“\(evidence.value ?? "")”无法识别"
        }
    }
}
