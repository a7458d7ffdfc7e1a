package import Standards

/// The outcome of one observation point's acceptance, with what it rests on.
package struct AcceptanceCheck: Sendable {
    package let point: ObservationPoint
    package let outcome: AcceptanceOutcome
    package let basis: RuleBasis
    /// Whether the point is an honour (加分), which sets no floor.
    package let isHonour: Bool
    /// One sentence for people: what is asked, what was reported.
    package let text: String
    package let because: [Evidence]
    package let wouldDecide: [Evidence]
    /// Why the outcome is what it is, from the evaluation that decided; nil where nobody asked.
    package let explanation: Explanation?

    package init(
        point: ObservationPoint, outcome: AcceptanceOutcome, basis: RuleBasis, isHonour: Bool = false, text: String,
        because: [Evidence] = [], wouldDecide: [Evidence] = [], explanation: Explanation? = nil
    ) {
        self.point = point
        self.outcome = outcome
        self.basis = basis
        self.isHonour = isHonour
        self.text = text
        self.because = because
        self.wouldDecide = wouldDecide
        self.explanation = explanation
    }
}
