/// The forms that submissions come in, known by the names of their columns.
package enum FormKind: String, Sendable, CaseIterable {
    case consortia, transitions, observations, policies, incidents, determinations
    /// Which file of the batch was received when, from whom, and whose it is.
    case manifest
    /// Which submissions, or entries of registers, are taken back.
    case withdrawals
    case workplans, documents, tasks, ratings, evaluations
    /// What has become of the targets of places.
    case targets
    /// The sheets of the yearly workbook: a row an indicator with a column a year; sums by fund and source; a list of
    /// what backs which figure; the units that belong to the consortium.
    case figures, funds, evidence, members

    package var title: String {
        switch self {
        case .consortia: "联合体登记表"
        case .transitions: "状态变更表"
        case .observations: "观测数据表"
        case .policies: "政策文件表"
        case .incidents: "事件登记表"
        case .determinations: "认定表"
        case .manifest: "报送清单"
        case .withdrawals: "撤回表"
        case .workplans: "年度工作计划表"
        case .documents: "材料登记表"
        case .tasks: "任务表"
        case .ratings: "评定表"
        case .evaluations: "评价表"
        case .targets: "目标完成表"
        case .figures: "观测点填报表"
        case .funds: "经费表"
        case .evidence: "佐证材料表"
        case .members: "成员单位表"
        }
    }

    /// Whether an empty sheet of a yearly workbook says anything: the figures' does, all being missing. That a clerk
    /// listed no incidents does not show that there were none, and the registers are of many consortia.
    var countsWhenEmpty: Bool { collectedAs == .observations }

    /// The form of DESIGN §7 that the entries of this one are.
    package var collectedAs: FormKind {
        switch self {
        case .figures, .funds, .evidence: .observations
        default: self
        }
    }

    /// The form that people mean by its title or its English name; nil where they mean none.
    static func reading(_ text: String) -> FormKind? {
        let word = text.narrowed
        return allCases.first { $0.title == word || $0.rawValue == word.lowercased() }
    }
}
