import Alerts
import AlertsTestSupport
import Assessment
import Standards
import Testing

/// A signal between a thousand is no message of a thousand lines.
@Suite("Facts listed in an alert")
struct FactsListedTests {
    @Test(arguments: [(1, 1, nil), (6, 6, nil), (7, 6, "另有2项，见档案"), (1000, 6, "另有995项，见档案")])
    func `of many facts the first five, and how many more there are`(count: Int, listed: Int, last: String?) throws {
        let facts = (0..<count).map { number in
            Evidence(
                subject: .entry(register: .incidents, id: "E\(number)", year: assessedYear), value: "查实",
                status: .reported, source: nil)
        }
        let situation = try #require(
            AlertsConfiguration.all.rules.situations(
                of: .synthetic([.synthetic(.suspected, because: facts, wouldDecide: facts)]), edition: trialEdition,
                provinceName: "湖南省", page: ""
            ).first)
        let why = try #require(situation.alert?.annotations.why)
        #expect(why.count == listed && why[0].contains("E0"))
        #expect(last.map { why.last == $0 && situation.missing.last == $0 } ?? !why.joined().contains("另有"))
        #expect(situation.missing.count == listed)
    }
}
