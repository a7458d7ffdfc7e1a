package import Standards

/// Why an outcome is what it is, as a tree: the verdict's clause at the root, the cells at the leaves.
package struct Explanation: Sendable {
    package enum Role: String, Sendable {
        /// The outcome itself.
        case outcome
        /// The clause's text, its document and the basis of its words and numbers.
        case clause
        /// One condition of the rule, in words and in FEEL, with its result.
        case condition
        /// One year of an iteration.
        case year
        /// A measure with its value.
        case measure
        /// A cell or a register entry, with where it was read.
        case cell
        /// What is missing and would decide the outcome.
        case missing
        /// What would change the outcome.
        case remedy
        /// A person's decision.
        case determination
        case note
    }

    package let role: Role
    /// What a person reads.
    package let text: String
    /// The FEEL or the value, where there is one.
    package let detail: String?
    package let source: CellSource?
    package let children: [Explanation]

    package init(
        _ role: Role, _ text: String, detail: String? = nil, source: CellSource? = nil, children: [Explanation] = []
    ) {
        self.role = role
        self.text = text
        self.detail = detail
        self.source = source
        self.children = children
    }
}

extension Explanation {
    /// With what little would make the outcome another, as the last thing.
    func adding(_ fragility: Fragility?) -> Explanation {
        guard let fragility else { return self }
        return Explanation(
            role, text, detail: detail, source: source,
            children: children + [Explanation(.remedy, "最小变动：\(fragility.text)")])
    }
}
