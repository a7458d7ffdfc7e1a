package import FEEL
package import History
package import Standards

/// Everything an assessment looks at, as values: the same input gives the same outcomes, on any day and machine.
package struct AssessmentInput: Sendable {
    /// What had been received at the close of a year's window.
    package struct Closing: Sendable {
        /// By consortium; one without a panel is judged by what is known now alone.
        package var panels: [String: Panel]
        /// Nil for the registers as they are now.
        package var registers: Registers?
        /// The day on which something of a consortium was last received after the close; a consortium that corrected
        /// nothing is not here.
        package var corrections: [String: CalendarDate]

        package init(
            panels: [String: Panel], registers: Registers? = nil, corrections: [String: CalendarDate] = [:]
        ) {
            self.panels = panels
            self.registers = registers
            self.corrections = corrections
        }
    }

    /// Every consortium of the register, in any order; several entries of one, each from another day on
    /// (``Consortium/validFrom``), are one consortium.
    package var consortia: [Consortium]
    /// By consortium; one without a panel has reported nothing.
    package var panels: [String: Panel]
    package var registers: Registers
    package var evidenceUses: [EvidenceUse]
    package var restatements: [Restatement]
    /// The register of members, for enterprises that several consortia count.
    package var members: [RegisterEntry]
    /// The files that locators in the panels point to, by id.
    package var parts: [Int: SourcePart]
    /// By year. Empty where nobody keeps them: open cases are then those that what is known now gives.
    package var closings: [ReportingYear: Closing]
    /// How high the roles of those stand who determine, by name; who is not named here stands at 0.
    package var ranks: [String: Int]

    package init(
        consortia: [Consortium], panels: [String: Panel], registers: Registers, evidenceUses: [EvidenceUse] = [],
        restatements: [Restatement] = [], members: [RegisterEntry] = [], parts: [Int: SourcePart] = [:],
        closings: [ReportingYear: Closing] = [:], ranks: [String: Int] = [:]
    ) {
        self.consortia = consortia
        self.panels = panels
        self.registers = registers
        self.evidenceUses = evidenceUses
        self.restatements = restatements
        self.members = members
        self.parts = parts
        self.closings = closings
        self.ranks = ranks
    }
}
