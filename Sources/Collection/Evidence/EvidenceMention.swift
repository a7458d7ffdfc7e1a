package import Standards

/// A cell that names what backs its row: `合作协议.pdf；会议纪要.docx`.
package struct EvidenceMention: Sendable, Hashable {
    package let text: String
    /// The row; the column is that of the figure or the entry.
    package let source: CellSource
}

extension Submission {
    /// Shows `body` every cell that names evidence: of figures, of entries of registers, of lists of evidence, of rows
    /// that were refused for another of their cells.
    package func forEachEvidence(_ body: (EvidenceMention) -> Void) {
        for mention in mentions { body(mention) }
        for entry in [observations.entries, observations.silent].joined() {
            guard let text = observations.note(entry.evidence) else { continue }
            body(EvidenceMention(text: text, source: observations.source(of: entry)))
        }
    }
}
