package import FEEL
package import History
package import Standards

/// Everything an assessment looks at, as values: the same input gives the same outcomes, on any day and machine.
package struct AssessmentInput: Sendable {
    /// What had been received at the close of a year's window, or by the end of a later day.
    package struct Closing: Sendable {
        /// By consortium; one without a panel is judged by what is known at other times alone.
        package var panels: [String: Panel]
        /// The day by the end of which it was known: decisions dated later decided nothing. Nil where nobody asks.
        package var day: CalendarDate?
        /// Nil for the registers as they are now.
        package var registers: Registers?
        /// The entries of the register of consortia that held then; of one without any, those of now.
        package var consortia: [Consortium]
        /// The day on which something of a consortium was next received; a consortium that corrected nothing is not here.
        package var corrections: [String: CalendarDate]
        /// Everything of all consortia, in which signals are found, where a decision may have rested on one; else empty.
        package var whole: [AssessmentInput] = []

        package init(
            panels: [String: Panel], day: CalendarDate? = nil, registers: Registers? = nil,
            consortia: [Consortium] = [], corrections: [String: CalendarDate] = [:]
        ) {
            self.day = day
            self.panels = panels
            self.registers = registers
            self.consortia = consortia
            self.corrections = corrections
        }
    }

    /// Every consortium of the register, in any order; several entries of one, each from another day on
    /// (``Consortium/validFrom``), are one consortium.
    package var consortia: [Consortium]
    /// Every entry of consortia that have several, beside the one in ``consortia``; empty where all are there.
    package var entries: [Consortium] = []
    /// By consortium; one without a panel has reported nothing. Empty where they are read a few at a time
    /// (``PanelSource``).
    package var panels: [String: Panel]
    /// What all panels tell together; nil where it is to be found in ``panels``.
    package var figures: NationalFigures?
    package var registers: Registers
    package var evidenceUses: [EvidenceUse]
    package var restatements: [Restatement]
    /// The register of members, for enterprises that several consortia count.
    package var members: [RegisterEntry]
    /// What documents of consortia state (``SignedStatement``).
    package var statements: [RegisterEntry]
    /// The files that locators in the panels point to, by id.
    package var parts: [Int: SourcePart]
    /// By year. Empty where nobody keeps them: open cases are then those that what is known now gives.
    package var closings: [ReportingYear: Closing]
    /// What had been received by the end of later days, in their order, of consortia of which something came then and
    /// again since: what was recommended between two corrections is remembered as well.
    package var laterDays: [ReportingYear: [Closing]] = [:]
    /// How far the word of those who determine reaches, by name; of who is not named here the authority says it is enough.
    package var ranks: [String: DeciderRank]

    package init(
        consortia: [Consortium], panels: [String: Panel], registers: Registers, evidenceUses: [EvidenceUse] = [],
        restatements: [Restatement] = [], members: [RegisterEntry] = [],
        statements: [RegisterEntry] = [], parts: [Int: SourcePart] = [:],
        closings: [ReportingYear: Closing] = [:], ranks: [String: DeciderRank] = [:]
    ) {
        self.consortia = consortia
        self.panels = panels
        self.registers = registers
        self.evidenceUses = evidenceUses
        self.restatements = restatements
        self.members = members
        self.statements = statements
        self.parts = parts
        self.closings = closings
        self.ranks = ranks
    }
}

extension AssessmentInput {
    /// The consortia that an edition judges, as their entries hold at the end of a year, in the order of the bytes of their
    /// ids.
    package func judged(by edition: Edition, in year: ReportingYear) -> [Consortium] {
        Self.judged(Self.entries(consortia, entries, edition.kind), in: year)
    }

    /// - Parameter entries: by consortium, in the order of the days they hold from.
    static func judged(_ entries: [String: [Consortium]], in year: ReportingYear) -> [Consortium] {
        let lastDay = year.lastDay
        return entries.values.compactMap { entries in
            lastDay.flatMap { entries.entry(on: $0) } ?? entries.last
        }.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    }

    /// The entries of each consortium in the order of the days they hold from.
    static func entries(
        _ consortia: [Consortium], _ several: [Consortium], _ kind: ConsortiumKind
    ) -> [String: [Consortium]] {
        let dated = Dictionary(grouping: several.filter { $0.kind == kind }, by: \.id)
        let own = Dictionary(grouping: consortia.filter { $0.kind == kind }, by: \.id)
        return own.merging(dated) { _, dated in dated }.mapValues(\.inOrderOfValidity)
    }
}
