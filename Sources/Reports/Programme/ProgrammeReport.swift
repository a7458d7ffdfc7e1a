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
        private let places: PlacesByConsortium

        package init(overlay: Overlay, results: [ProgrammeResult], consortia: [Consortium]) {
            self.overlay = overlay
            self.results = results
            self.consortia = consortia
            places = PlacesByConsortium(results)
        }

        /// Those of the results that are of a consortium, or of a park of it.
        func results(of consortium: String) -> [ProgrammeResult] { places[consortium].map { results[$0] } }
    }

    package let programme: Programme
    package let national: [ProgrammeResult]
    /// In the order of their codes.
    package let provinces: [Province]
    /// What authorities have registered.
    package let policies: [Policy]
    private let places: PlacesByConsortium

    package init(
        programme: Programme, national: [ProgrammeResult], provinces: [Province], policies: [Policy]
    ) {
        self.programme = programme
        self.national = national
        self.provinces = provinces
        self.policies = policies
        places = PlacesByConsortium(national)
    }

    /// What the edition asks of a consortium, or of a park of it.
    func national(of consortium: String) -> [ProgrammeResult] { places[consortium].map { national[$0] } }

    /// Where the results of each consortium are: a page looks at its own, however many there are.
    private struct PlacesByConsortium: Sendable {
        private var places: [String: [Int]] = [:]

        init(_ results: [ProgrammeResult]) {
            for (place, result) in results.enumerated() {
                switch result.check.scope {
                case .consortium: places[result.subject, default: []].append(place)
                case .park: for id in Set(result.consortia) { places[id, default: []].append(place) }
                default: if result.freshness != nil { places[result.subject, default: []].append(place) }
                }
            }
        }

        subscript(consortium: String) -> [Int] { places[consortium] ?? [] }
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
