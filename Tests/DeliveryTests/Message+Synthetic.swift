import Alerts
import AlertsTestSupport
import Assessment
import FEEL
import Foundation
import Standards

extension Message {
    /// What one receiver is told first of so many consortia.
    static func synthetic(
        _ count: Int = 1, text: String = "2025年到位120万元，少于计划的200万元", names: String? = nil
    ) -> Message {
        let simulation = Simulation()
        let outcomes: [ClauseOutcome] = [.warning, .triggered, .suspected]
        let plan = simulation.plan(
            (1...count).map { number in
                let id = String("\(1000 + number)".dropFirst())
                let consortium = Consortium(
                    id: "C\(id)", name: names ?? "示例联合体\(id)", kind: .municipal, province: "430000", prefecture: "",
                    park: "", parkLevel: "", leadSchool: "", leadEnterprise: "", cohort: "", stage: "",
                    designatedOn: nil)
                return .synthetic([.synthetic(outcomes[number % 3], text: text)], of: consortium)
            }, at: day(0))
        return plan.messages[0]
    }
}
