package import History
package import Standards

/// Everything an assessment looks at, as values: the same input gives the same outcomes, on any day and machine.
package struct AssessmentInput: Sendable {
    /// Every consortium of the register, in any order.
    package var consortia: [Consortium]
    /// By consortium; one without a panel has reported nothing.
    package var panels: [String: Panel]
    package var registers: Registers
    package var evidenceUses: [EvidenceUse]
    package var restatements: [Restatement]
    /// The files that locators in the panels point to, by id.
    package var parts: [Int: SourcePart]

    package init(
        consortia: [Consortium], panels: [String: Panel], registers: Registers, evidenceUses: [EvidenceUse] = [],
        restatements: [Restatement] = [], parts: [Int: SourcePart] = [:]
    ) {
        self.consortia = consortia
        self.panels = panels
        self.registers = registers
        self.evidenceUses = evidenceUses
        self.restatements = restatements
        self.parts = parts
    }
}
