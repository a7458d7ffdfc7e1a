import Assessment
import Standards

/// Explanations as nested lists; the same tree that `explain` prints.
enum ExplanationTree {
    static func html(_ nodes: [Explanation]) -> HTML {
        nodes.isEmpty ? .empty : "<ul class=\"tree\">\(nodes.map(item))</ul>"
    }

    private static func item(_ node: Explanation) -> HTML {
        let detail: HTML =
            node.detail.map { text in
                node.role.isFormula
                    ? "<details class=\"formula\"><summary>公式</summary><code>\(text.squeezed)</code></details>"
                    : "<span class=\"detail\">\(text)</span>"
            } ?? .empty
        let source: HTML = node.source.map { "<cite>\($0.place)</cite>" } ?? .empty
        return """
            <li class="\(node.role.rawValue)"><span class="text">\(node.text)</span>\(source)\(detail)\
            \(html(node.children))</li>

            """
    }
}

extension Explanation.Role {
    /// Whether the detail of such a node is FEEL.
    fileprivate var isFormula: Bool { self == .condition || self == .measure }
}

extension String {
    /// The text in one line, runs of blanks and line breaks as one blank.
    fileprivate var squeezed: String {
        split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
