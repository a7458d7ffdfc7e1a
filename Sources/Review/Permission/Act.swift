package import Standards

/// Something that a person puts on record in an authority's name.
package indirect enum Act: Sendable, Hashable {
    /// Whose alert is acknowledged or kept quiet.
    package enum AlertMatter: Sendable, Hashable {
        /// A consortium's, or that of a region.
        case duties
        /// The installation's own.
        case operations
    }

    /// What a 不成立 is about.
    package enum Matter: Sendable, Hashable {
        /// A clause and year, an incident, or a strong signal.
        case suspicion
        case weakSignal
    }

    /// 成立
    case confirm
    /// 不成立
    case dismiss(Matter)
    /// 豁免
    case waive
    /// 同意调整
    case acceptPlanChange
    /// 申诉
    case appeal
    /// 执行
    case execute
    /// 撤销认定, of an earlier act
    case withdraw(Act)
    /// 评定, in the first round or as the third who adjudicates
    case rate(RatingRound)
    /// 状态变更
    case transition(Standing)
    /// To acknowledge alerts, to keep them quiet, or to end that.
    case quiet(AlertMatter)

    /// What a decision on a case is an act of; a withdrawal, of a suspicion that was found true.
    package init(decision: DeterminationDecision, on matter: Matter = .suspicion) {
        self =
            switch decision {
            case .confirm: .confirm
            case .dismiss: .dismiss(matter)
            case .waive: .waive
            case .acceptPlanChange: .acceptPlanChange
            case .appeal: .appeal
            case .execute: .execute
            case .withdraw: .withdraw(.confirm)
            }
    }

    /// As messages name it.
    package var title: String {
        switch self {
        case .confirm: "成立"
        case .dismiss(.suspicion): "不成立"
        case .dismiss(.weakSignal): "一般数据疑点不成立"
        case .waive: "豁免"
        case .acceptPlanChange: "同意调整"
        case .appeal: "申诉"
        case .execute: "执行"
        case .withdraw(let act): "撤销认定（\(act.title)）"
        case .rate(.first): "评定"
        case .rate(.adjudication): "裁定"
        case .transition(let standing): "转为\(standing.title)"
        case .quiet(.duties): "确认或静默告警"
        case .quiet(.operations): "确认或静默运维告警"
        }
    }

    /// How many people have to stand behind it (DESIGN §9).
    package var peopleNeeded: Int {
        switch self {
        case .waive, .transition(.revoked): 2
        case .withdraw(let act): act.peopleNeeded
        default: 1
        }
    }

    /// The roles that may record it, the highest first.
    package var roles: [Role] { Role.allCases.filter { $0.mayRecord(self) }.reversed() }
}
