/// That figures of an indicator may be told by quarter, too (`quarters.yml`): to warn early, and for nothing else.
package struct QuarterRule: Sendable, Hashable {
    package enum Method: String, Sendable, CaseIterable {
        /// Each quarter's figure is of it alone: the year's is their sum.
        case sum
        /// Each figure is of the year up to the quarter's end: the year's is the last.
        case last
    }

    package let indicator: IndicatorCode
    package let method: Method
    /// The indicator with the year's plan; nil where what was committed of the same indicator is the plan.
    package let plan: IndicatorCode?
    package let basis: RuleBasis
    package let rationale: String
}
