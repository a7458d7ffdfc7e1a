package import FEEL
package import Standards

/// How one item of an annual work plan stands: what was promised, what came of it, and who says so.
package struct PlanItemCheck: Sendable, Hashable {
    package let item: String
    /// The observation point whose figure of the year tells; nil where the item names none that there is.
    package let indicator: Indicator?
    /// As it was told first; empty where nobody told it.
    package let target: String
    /// What a later entry of the consortium made of the target; nil where it did not.
    package let changedTarget: String?
    /// The last day, that of the year where the plan says none.
    package let due: CalendarDate
    /// The year's figure, where the item names an observation point and a target that it can be held against.
    package let figure: Evidence?
    /// The last word of the consortium, as it is written; empty where it said nothing.
    package let own: String
    /// The last word of an authority, as it is written; empty where it said nothing.
    package let official: String
    /// `met` where it was done, `notMet` where it was not though its day is over, `undetermined` where nobody knows yet.
    package let outcome: AcceptanceOutcome
    package let isOverdue: Bool
    package let source: CellSource

    package init(
        item: String, indicator: Indicator? = nil, target: String, changedTarget: String? = nil, due: CalendarDate,
        figure: Evidence? = nil, own: String = "", official: String = "", outcome: AcceptanceOutcome,
        isOverdue: Bool = false, source: CellSource
    ) {
        self.item = item
        self.indicator = indicator
        self.target = target
        self.changedTarget = changedTarget
        self.due = due
        self.figure = figure
        self.own = own
        self.official = official
        self.outcome = outcome
        self.isOverdue = isOverdue
        self.source = source
    }

    /// The outcome in a word.
    package var title: String {
        switch outcome {
        case .met: "已完成"
        case .notMet: "未完成"
        case .undetermined: isOverdue ? "到期待确认" : "未到期"
        case .notApplicable: "不适用"
        }
    }

    /// One sentence for people: by whose word it is what it is, and what else is said of it.
    package var text: String {
        let words = [
            official.isEmpty ? nil : "主管部门核定“\(official)”",
            figure.map { "年报数\($0.valueText)，目标\(target)" },
            own.isEmpty ? (outcome == .undetermined && isOverdue ? "尚未填报完成情况" : nil) : "自评“\(own)”",
            changedTarget.map { "目标后改为“\($0)”，以首次上报为准" },
        ]
        let told = words.compactMap(\.self).joined(separator: "；")
        return told.isEmpty ? title : "\(title)：\(told)"
    }

    /// The entry as evidence.
    package func evidence(_ year: ReportingYear) -> Evidence {
        Evidence(
            subject: .entry(register: .workplans, id: "\(year)年度 \(item)", year: year), value: text,
            status: outcome == .undetermined ? .missing : .reported, source: source)
    }
}
