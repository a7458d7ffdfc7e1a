/// A kind of document that an edition asks for (材料类别): a report or list of every year, or what a consortium is
/// founded by.
package struct FilingKind: Sendable, Hashable, Identifiable {
    package enum Frequency: String, Sendable, CaseIterable {
        /// One for each year.
        case year
        /// One for good: what founds the consortium.
        case once
    }

    /// The register whose rows are the document themselves, so that nobody has to register it as sent.
    package enum Carrier: String, Sendable, CaseIterable {
        /// The items of a work plan.
        case workplans
        /// What a consortium says of each item of its plan once the year is over: its self-assessment.
        case completion
    }

    /// Small letters, digits and hyphens; the calendar's duties name it.
    package let id: String
    package let title: String
    /// What else registers call it.
    package let words: [String]
    package let frequency: Frequency
    package let basis: RuleBasis
    /// Where the source says so.
    package let reference: Duty.Reference
    /// Nil where the register of documents alone tells that it was sent.
    package let carrier: Carrier?
    /// What the register of documents calls the province's agreement to it; empty where none is asked for.
    package let agreement: [String]
    private let meant: DocumentWords
    private let agreed: DocumentWords

    package init(
        id: String, title: String, words: [String] = [], frequency: Frequency, basis: RuleBasis,
        reference: Duty.Reference, carrier: Carrier? = nil, agreement: [String] = []
    ) {
        self.id = id
        self.title = title
        self.words = words
        self.frequency = frequency
        self.basis = basis
        self.reference = reference
        self.carrier = carrier
        self.agreement = agreement
        meant = DocumentWords([id, title] + words + [carrier?.rawValue].compactMap(\.self))
        agreed = DocumentWords(agreement)
    }

    /// Whether people mean it by `text`: its title, its id, its carrier or one of the other words, white space and quotes
    /// aside.
    package func isMeant(by text: String) -> Bool { meant.contains(text) }

    /// Whether people mean the province's agreement to it by `text`.
    package func isAgreement(_ text: String) -> Bool { agreed.contains(text) }
}

extension [FilingKind] {
    /// The kind that people mean by `text`; nil where they mean none of these.
    package func named(_ text: String) -> FilingKind? { first { $0.isMeant(by: text) } }
}
