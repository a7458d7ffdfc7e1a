package import FEEL

/// What documents ask of a whole programme rather than of one consortium's figures: quotas, milestones, what an
/// application must be. An edition has one (`programme.yml`), and so has each province's ``Overlay``.
package struct Programme: Sendable, Hashable {
    /// A figure of each consortium that formulas call by a name: its latest actual value up to the assessed year.
    package struct Figure: Sendable, Hashable {
        package let name: String
        package let indicator: IndicatorCode
    }

    package let checks: [ProgrammeCheck]
    package let tables: [ReferenceTable]
    package let figures: [Figure]
    package let checklists: [Checklist]
    package let uses: [ResultUse]
    package let supports: [PolicySupport]
    /// What places have set themselves.
    package let targets: [LocalTarget]
    /// What is to be published again and again.
    package let publications: [Publication]

    package init(
        checks: [ProgrammeCheck], tables: [ReferenceTable] = [], figures: [Figure] = [],
        checklists: [Checklist] = [], uses: [ResultUse] = [], supports: [PolicySupport] = [],
        targets: [LocalTarget] = [], publications: [Publication] = []
    ) {
        self.checks = checks
        self.tables = tables
        self.figures = figures
        self.checklists = checklists
        self.uses = uses
        self.supports = supports
        self.targets = targets
        self.publications = publications
    }

    /// Asks for nothing.
    package static let none = Programme(checks: [])

    package var isEmpty: Bool { self == .none }
}

/// Papers that an office receives by a day, to be ticked off as they come (收件核对单).
package struct Checklist: Sendable, Hashable, Identifiable {
    package struct Item: Sendable, Hashable {
        package let title: String
        /// How many of each.
        package let copies: Int
        /// What is stamped on it; nil where nothing is.
        package let seal: String?
        /// Whether each application brings its own; else one comes from whoever hands in.
        package let isOfEachApplication: Bool
    }

    package let id: String
    package let title: String
    package let who: DutyParty
    package let to: DutyParty
    package let due: CalendarDate
    package let items: [Item]
    package let reference: Duty.Reference
}

/// Something else that results of acceptance are a ground for.
package struct ResultUse: Sendable, Hashable, Identifiable {
    package let id: String
    package let title: String
    package let basis: RuleBasis
    package let reference: Duty.Reference
}

/// A support that ends with the title.
package struct PolicySupport: Sendable, Hashable, Identifiable {
    /// What is listed under it.
    package enum Listing: String, Sendable, CaseIterable {
        /// The programme's ``Programme/uses``.
        case uses
        /// The policies in force for the consortium's regions.
        case policies
        /// The consortium's figures of ``PolicySupport/points``.
        case figures
    }

    package let id: String
    package let title: String
    package let listing: Listing?
    package let points: [IndicatorCode]
    package let basis: RuleBasis
    package let rationale: String
    package let reference: Duty.Reference
}
