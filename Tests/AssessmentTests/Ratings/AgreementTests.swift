import Standards
import Testing

@testable import Assessment

/// Percent and linearly weighted kappa, against fractions computed by hand.
@Suite("Agreement of two people")
struct RatingAgreementTests {
    /// One letter a point and person: M 符合, P 基本符合, N 不符合.
    private static func pairs(_ text: String) -> [(RatingGrade, RatingGrade)] {
        let grades: [Character: RatingGrade] = ["M": .met, "P": .partlyMet, "N": .notMet]
        return text.split(separator: " ").compactMap { pair in
            guard let first = pair.first.flatMap({ grades[$0] }), let second = pair.last.flatMap({ grades[$0] }) else {
                return nil
            }
            return (first, second)
        }
    }

    @Test(arguments: [
        ("MM PP NN MP", 3, 5.0 / 7), ("MM NN", 2, 1.0), ("MN NM", 0, -1.0),
        // κ is not 1 − p where one alone uses a second grade: by chance they agree as well.
        ("MM MM MM MN", 3, 0.0), ("PP MM PN MP NP PM MM MM MM MM", 6, 13.0 / 33),
        // Each one grade throughout, and not the same.
        ("MN MN MN", 0, 0.0), ("MP MP", 0, 0.0),
    ])
    func `kappa weighs how far apart the two are`(text: String, agreed: Int, kappa: Double) throws {
        let pairs = Self.pairs(text)
        let agreement = Agreement(pairs)
        #expect(agreement.points == pairs.count && agreement.agreed == agreed)
        let found = try #require(agreement.kappa)
        #expect(abs(found - kappa) < 1e-12, "\(found)")
        // It is the same whoever is named first.
        #expect(Agreement(pairs.map { ($0.1, $0.0) }).kappa == agreement.kappa)
    }

    @Test(arguments: ["", "MM MM MM", "PP", "NN NN"])
    func `one and the same grade throughout leaves kappa undefined`(text: String) {
        let agreement = Agreement(Self.pairs(text))
        #expect(agreement.kappa == nil && agreement.agreed == agreement.points)
        #expect(agreement.share == (text.isEmpty ? nil : 1))
    }
}
