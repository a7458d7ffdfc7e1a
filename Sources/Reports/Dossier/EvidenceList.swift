import Assessment
import Standards

/// Facts with where they were read.
enum EvidenceList {
    /// A table of the facts that an outcome rests on.
    static func table(_ evidence: [Evidence]) -> HTML {
        let rows: [HTML] = evidence.map { item in
            """
            <tr><th scope="row">\(item.title)</th><td>\(item.valueText.isEmpty ? Figures.none : item.valueText)</td>\
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
            return "<li>\(item.sentence) \(place)</li>"
        }
        return "<ul>\(items)</ul>"
    }

    /// Where those of the facts that were reported were read, a line each.
    static func sources(_ evidence: [Evidence]) -> HTML {
        let places: [HTML] = evidence.filter { $0.source != nil }.map(source).uniqued()
        return places.isEmpty ? "\(Figures.none)" : places.joined(separator: "<br>")
    }

    private static func source(of evidence: Evidence) -> HTML {
        evidence.source.map { "\($0.place)" } ?? "\(Figures.none)"
    }
}
