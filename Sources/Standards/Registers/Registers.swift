package import FEEL

/// The registers that rules consult beside the observations.
package struct Registers: Sendable {
    /// What an authority's register covers, also where it is empty: its region, up to the day on which it was received.
    package struct Coverage: Sendable, Hashable {
        /// The last day covered, by the region that the register speaks for; the empty code is the whole country.
        package private(set) var days: [String: CalendarDate]

        package init(_ days: [String: CalendarDate] = [:]) {
            self.days = days
        }

        /// Takes in that a register of `region` was received on `day`.
        package mutating func add(_ region: String, until day: CalendarDate) {
            days[region] = max(days[region] ?? day, day)
        }

        /// The last day that is covered for a consortium, in each of its regions where it lies in several; nil where no
        /// register ever was collected for one of them.
        package func until(_ consortium: Consortium) -> CalendarDate? {
            let days = consortium.homes.map { home in
                self.days.filter { RegionCode.contains($0.key, home) || isProvince($0.key, of: home, consortium) }
                    .values.max()
            }
            return days.contains { $0 == nil } ? nil : days.compactMap(\.self).min()
        }

        /// Whether `region` contains the province, which the code of a prefecture need not begin with (a fleet of
        /// counties under the province), of a consortium that lies in no other.
        private func isProvince(_ region: String, of home: String, _ consortium: Consortium) -> Bool {
            !consortium.otherRegions.contains(home) && RegionCode.contains(region, consortium.province)
        }
    }

    /// An authority's entries, and those that consortia list themselves (``Policy/reportedBy``).
    package var policies: [Policy]
    package var incidents: [Incident]
    package var determinations: [Determination]
    package var transitions: [Transition]
    package var policyCoverage: Coverage
    package var incidentCoverage: Coverage
    /// An authority's policies whose region, and incidents whose consortium, nobody knows.
    package var unplacedPolicies: [Unplaced<Policy>] = []
    package var unassignedIncidents: [Unplaced<Incident>] = []

    /// What documents were sent, one entry a sending, in the order of receipt.
    package var filings: [Filing] = []

    /// What people rated, every entry in the order of receipt.
    package var ratings: [Rating] = []

    /// What was said of work plans, one entry a saying, in the order of receipt.
    package var workPlans: [WorkPlanEntry] = []

    /// The tasks of the members of each consortium, and what it was given by evaluations, each as it was told last.
    package var tasks: [MemberTask] = []
    package var evaluations: [Evaluation] = []

    /// What authorities registered of the targets of places, each as it was told last.
    package var targetFigures: [TargetFigure] = []

    /// What was told by quarter, by consortium.
    package var quarters: [QuarterFigure] = []

    package init(
        policies: [Policy] = [], incidents: [Incident] = [], determinations: [Determination] = [],
        transitions: [Transition] = [], policyCoverage: Coverage = Coverage(), incidentCoverage: Coverage = Coverage()
    ) {
        self.policies = policies
        self.incidents = incidents
        self.determinations = determinations
        self.transitions = transitions
        self.policyCoverage = policyCoverage
        self.incidentCoverage = incidentCoverage
    }
}
