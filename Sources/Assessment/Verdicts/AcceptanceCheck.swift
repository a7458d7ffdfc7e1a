package import Standards

/// The outcome of one observation point's acceptance, with what it rests on.
package struct AcceptanceCheck: Sendable {
    package let point: ObservationPoint
    package let outcome: AcceptanceOutcome
    package let basis: RuleBasis
    /// One sentence for people: what is asked, what was reported.
    package let text: String
    package let because: [Evidence]
    package let wouldDecide: [Evidence]

    package init(
        point: ObservationPoint, outcome: AcceptanceOutcome, basis: RuleBasis, text: String, because: [Evidence],
        wouldDecide: [Evidence]
    ) {
        self.point = point
        self.outcome = outcome
        self.basis = basis
        self.text = text
        self.because = because
        self.wouldDecide = wouldDecide
    }
}
