/// What somebody has to do, or the installation itself, and how it stands: what alerts beside the outcomes of clauses.
package struct DutyStanding: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        /// The figures of the year.
        case report
        /// A file that could not be read, to be sent anew.
        case file
        /// A recommendation to disqualify, to be decided on.
        case decision = "case"
        /// A document of a year.
        case filing = "document"
        /// What else the calendar asks for.
        case task
        /// What a document asks of a programme: of a province, its parks and prefectures.
        case programme
        /// The tasks that a consortium broke down to its members.
        case ledger
        /// What is to be published again and again.
        case publication
        /// What was told by quarter.
        case quarter
        /// The nightly run, the copies of the store, the space that it needs.
        case run, backup, disk

        /// Whether it is the operator's: of no consortium.
        package var isSystem: Bool { [.run, .backup, .disk].contains(self) }

        package var list: String { isSystem ? DutyStanding.systemList : DutyStanding.dutyList }

        var title: String {
            switch self {
            case .report: "观测点数据报送"
            case .file: "报送的文件"
            case .decision: "案件认定"
            case .filing: "年度材料报送"
            case .task: "年度事项"
            case .programme: "项目要求"
            case .ledger: "任务台账"
            case .publication: "定期发布"
            case .quarter: "季度数"
            case .run: "定时运行"
            case .backup: "数据备份"
            case .disk: "磁盘空间"
            }
        }
    }

    /// How it stands, as `alerts.yml` names it.
    package enum Outcome: String, Sendable, CaseIterable {
        case due, missing, partial, late, unreadable, overdue, unmet, lapsed
        /// What was published is no longer fresh, or what was reached is not known past the last day.
        case outdated
        /// Behind the year's plan.
        case lagging
        case failed, missed, stale, full

        package var title: String {
            switch self {
            case .due: "待报"
            case .missing: "未报"
            case .partial: "部分报送"
            case .late: "迟报"
            case .unreadable: "文件无法读取，未收"
            case .overdue: "案件逾期"
            case .unmet: "不符合要求"
            case .lapsed: "任务逾期"
            case .outdated: "未按期更新"
            case .lagging: "低于计划进度"
            case .failed: "运行失败"
            case .missed: "漏跑"
            case .stale: "备份过期"
            case .full: "空间不足"
            }
        }
    }

    /// The lists that these alerts are on, as labels name them.
    package static let dutyList = "duty"
    package static let systemList = "system"

    package let kind: Kind
    /// Tells duties of one kind apart: the code of the clause of a case, a task and its year.
    package let part: String
    /// Nil where it is done, or not yet due.
    package let outcome: Outcome?
    /// One sentence for people: what is to be done until when, or why there is nothing to do.
    package let text: String
    /// What it is about in particular, a line each.
    package let details: [String]
    package let schedule: Alert.Schedule?
    /// The command that shows more, without the name of the program.
    package let command: String

    package init(
        _ kind: Kind, part: String = "", outcome: Outcome?, text: String, details: [String] = [],
        schedule: Alert.Schedule? = nil, command: String = "status"
    ) {
        self.kind = kind
        self.part = part
        self.outcome = outcome
        self.text = text
        self.details = details
        self.schedule = schedule
        self.command = command
    }

    /// The label `clause` of the alert: `report`, `case:16.3`.
    package var clause: String { part.isEmpty ? kind.rawValue : "\(kind.rawValue):\(part)" }
}

extension AlertState {
    /// Whether it is of a duty whose day is yet to come.
    var isAhead: Bool { isDuty && alert.labels[.outcome] == DutyStanding.Outcome.due.rawValue }

    /// Whether it is of a duty, and not of the outcome of a clause.
    package var isDuty: Bool {
        [DutyStanding.dutyList, DutyStanding.systemList].contains(alert.labels[.list])
    }
}
