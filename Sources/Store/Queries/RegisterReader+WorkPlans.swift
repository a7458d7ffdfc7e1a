internal import FEEL
internal import GRDB
internal import Standards

extension RegisterReader {
    /// Everything that was said of work plans and nobody took back, in the order of receipt. A later entry of an item does
    /// not take the place of an earlier one: what was promised first counts, and a blank leaves what was said before. Of
    /// one consortium where it is given.
    func workPlans(of consortium: String? = nil) throws -> [WorkPlanEntry] {
        try entries(.workplans, where: Self.ofConsortium, ["code": consortium]) { entry, row in
            row.date("received_on").flatMap {
                WorkPlanEntry(entry, receivedOn: $0, reportedBy: row.reportedBy(repeated))
            }
        }
    }
}
