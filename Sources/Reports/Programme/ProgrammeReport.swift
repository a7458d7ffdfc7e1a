package import Assessment
import FEEL
package import Standards

/// What the pages tell of an edition's programme and of provinces that ask something beside it.
package struct ProgrammeReport: Sendable {
    package struct Province: Sendable {
        package let overlay: Overlay
        package let results: [ProgrammeResult]
        /// Every consortium of the province, by its id.
        package let consortia: [Consortium]

        package init(overlay: Overlay, results: [ProgrammeResult], consortia: [Consortium]) {
            self.overlay = overlay
            self.results = results
            self.consortia = consortia
        }
    }

    package let programme: Programme
    package let national: [ProgrammeResult]
    /// In the order of their codes.
    package let provinces: [Province]
    /// What authorities have registered.
    package let policies: [Policy]

    package init(
        programme: Programme, national: [ProgrammeResult], provinces: [Province], policies: [Policy]
    ) {
        self.programme = programme
        self.national = national
        self.provinces = provinces
        self.policies = policies
    }

    /// The province of a consortium where it asks for something.
    func province(of consortium: Consortium) -> Province? {
        provinces.first { RegionCode.contains($0.overlay.province, consortium.province) }
    }

    /// The policies for the regions of a consortium that are not known to have ended by `day`.
    func policies(for consortium: Consortium, on day: CalendarDate) -> [Policy] {
        policies.filter { policy in
            consortium.regions.contains(policy.region) && policy.isEffective != false
                && policy.issuedOn.map { $0 <= day } ?? true && policy.repealedOn.map { $0 > day } ?? true
                && policy.validUntil.map { $0 >= day } ?? true
        }
    }
}
