package import Standards

/// A plan while its values come in, in the order of receipt (DESIGN §5, 16.3).
///
/// The first plan reported counts, on whichever basis and by whomever, for a plan is not lowered by telling it again. A
/// determination that accepts the change puts the last plan, or an amount of its own, in its place. 撤回 takes back what
/// the same voice reported on the same basis, and the next plan counts anew; a blank takes back nothing.
package struct PlanCell<Content> {
    /// In the order of receipt, without those taken back or superseded by an acceptance.
    private var reports: [(content: Content, basis: Basis, voice: Voice)] = []
    private var acceptedAmount: Content?
    /// What stands where there is no plan: a blank, 不适用, or what was no number.
    private var rest: (content: Content, isBlank: Bool)?

    package init() {}

    package mutating func observe(_ content: Content, of value: ObservedValue, _ basis: Basis, _ voice: Voice) {
        if value.status == .reported {
            reports.append((content, basis, voice))
            return
        }
        if value == .withdrawn { reports.removeAll { $0.basis == basis && $0.voice == voice } }
        guard basis == .actual, value != .missing || rest?.isBlank ?? true else { return }
        rest = (content, value.status == .missing)
    }

    /// Takes that `amount` was accepted, or where it is nil the plan that was reported last.
    package mutating func accept(_ amount: Content?) {
        if let amount {
            acceptedAmount = amount
            reports = []
        } else if let last = reports.last {
            acceptedAmount = nil
            reports = [last]
        }
    }

    /// What counts; nil where nothing came in.
    /// - Parameter lastCounts: whether the last plan counts, whenever it was reported.
    package func standing(lastCounts: Bool = false) -> Content? {
        if lastCounts, let last = reports.last { return last.content }
        return acceptedAmount ?? reports.first?.content ?? rest?.content
    }
}
