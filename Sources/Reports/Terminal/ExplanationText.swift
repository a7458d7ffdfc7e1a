package import Assessment
internal import Safekeeping
import Standards

/// An explanation as an indented tree for a terminal or a letter: the outcome first, the cells it rests on last.
package enum ExplanationText {
    package static func rendered(_ explanation: Explanation, colour: Bool = false) -> String {
        var lines: [String] = []
        append(explanation, first: "", rest: "", colour: colour, to: &lines)
        return lines.map { $0 + "\n" }.joined()
    }

    /// `first` stands before the first line of a node, `rest` before all that follow, its children included.
    private static func append(
        _ node: Explanation, first: String, rest: String, colour: Bool, to lines: inout [String]
    ) {
        let style = node.role.style
        for (index, line) in node.text.paragraphs.enumerated() {
            lines.append((index == 0 ? first : rest) + style.applied(to: line, colour: colour))
        }
        // The branch goes on past the details of a node that has children.
        let gutter = rest + (node.children.isEmpty ? "   " : "│  ")
        for line in node.detail?.paragraphs ?? [] {
            lines.append(gutter + TerminalStyle.dim.applied(to: line, colour: colour))
        }
        if let source = node.source {
            lines.append(gutter + TerminalStyle.dim.applied(to: source.place.printable, colour: colour))
        }
        for (index, child) in node.children.enumerated() {
            let isLast = index == node.children.count - 1
            append(
                child, first: rest + (isLast ? "└─ " : "├─ "), rest: rest + (isLast ? "   " : "│  "), colour: colour,
                to: &lines)
        }
    }
}

extension Explanation.Role {
    fileprivate var style: TerminalStyle {
        switch self {
        case .outcome: .bold
        case .missing: .cyan
        case .remedy: .green
        case .determination: .magenta
        case .clause, .condition, .year, .measure, .cell, .note: .plain
        }
    }
}

extension String {
    /// The lines of the text that say something, each made fit for a terminal.
    fileprivate var paragraphs: [String] {
        split(whereSeparator: \.isNewline).map { String($0).printable }.filter { !$0.isEmpty }
    }
}
