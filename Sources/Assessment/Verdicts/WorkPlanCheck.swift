package import Standards

/// How the annual work plan of one year stands.
package struct WorkPlanCheck: Sendable, Hashable {
    package let year: ReportingYear
    /// Whether the plan was sent, as items or as a document.
    package let isSent: Bool
    /// Whether the self-assessment of it was sent.
    package let isAssessed: Bool
    /// In the order in which they were told first.
    package let items: [PlanItemCheck]

    package init(year: ReportingYear, isSent: Bool, isAssessed: Bool, items: [PlanItemCheck]) {
        self.year = year
        self.isSent = isSent
        self.isAssessed = isAssessed
        self.items = items
    }

    package func count(of outcome: AcceptanceOutcome) -> Int { items.count { $0.outcome == outcome } }

    /// Whether the plan was completed: not where one item was not, for certain only where plan and self-assessment were
    /// sent and every item is known; nil where nobody knows.
    package var isCompleted: Bool? {
        if count(of: .notMet) > 0 { return false }
        return isSent && isAssessed && !items.isEmpty && count(of: .undetermined) == 0 ? true : nil
    }

    /// `2025年度工作计划8项，完成6项，未完成1项（…），待确认1项，自评没有报送`
    package var text: String {
        guard !items.isEmpty else {
            return isSent ? "\(year)年度工作计划已报送，没有填报计划表，各项完成情况不明" : "\(year)年度工作计划没有报送"
        }
        let undone = items.filter { $0.outcome == .notMet }.map(\.item)
        let named = undone.prefix(3).joined(separator: "、") + (undone.count > 3 ? "等" : "")
        let counts = [
            "\(year)年度工作计划\(items.count)项", "完成\(count(of: .met))项",
            undone.isEmpty ? nil : "未完成\(undone.count)项（\(named)）",
            count(of: .undetermined) == 0 ? nil : "待确认\(count(of: .undetermined))项",
            isAssessed ? nil : "自评没有报送",
        ]
        return counts.compactMap(\.self).joined(separator: "，")
    }

    /// Its items as evidence; where there are none, that it was not sent.
    package var evidence: [Evidence] { items.map { $0.evidence(year) } }
}
