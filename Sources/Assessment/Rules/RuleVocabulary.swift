import FEEL
import Standards

/// The names that formulae may use beside parameters and measures, and the types of what they stand for.
enum RuleVocabulary {
    static let assessedYear = "年度"
    static let contextYear = "年份"
    static let firstYear = "起算年"
    static let standing = "年末状态"
    static let acceptedOn = "验收日期"
    static let transitions = "状态"
    /// Whether both the assessed year and the one before it count.
    static let bothYearsCount = "两年均计入"
    static let policies = "政策"
    /// False where the register covers the year, null where it may have entries that nobody has seen.
    static let unregisteredPolicies = "未登记政策"
    static let incidents = "事件"
    static let unregisteredIncidents = "未登记事件"
    static let determinations = "认定"
    static let signals = "信号"
    static let designatedOn = "获批日期"
    /// The annual work plans, an entry a year.
    static let workPlans = "工作计划"
    /// In the entry of an incident or a signal: what determinations call it by.
    static let id = "编号"
    /// In the entry of an incident: when it happened.
    static let day = "日期"
    /// In the entry of an incident: whether nobody knows whose it is.
    static let isUnassigned = "待指定"
    /// In the sentence around a remedy: its amount.
    static let shortfall = "差额"
    /// The measure that it is of.
    static let raised = "方面"
    /// In an acceptance condition: the reported and the committed value, and that of the base year.
    static let actual = "实际"
    static let committed = "承诺"
    static let baseValue = "基年值"
    static let baseYear = "基年年份"
    /// The unit of the figure that is judged, for the sentence about it.
    static let unit = "单位"
    /// In the title of a verdict that open cases bring about: their years.
    static let openYears = "未决年度"

    static let registers: [String: RegisterKind] = [
        policies: .policies, unregisteredPolicies: .policies, incidents: .incidents,
        unregisteredIncidents: .incidents, determinations: .determinations, transitions: .transitions,
        standing: .transitions, acceptedOn: .transitions, workPlans: .workplans,
    ]

    static let policyType = ContextType([
        ("编号", .string), ("层级", .string), ("标题", .string), ("文号", .string), ("发文单位", .string),
        ("日期", .date), ("发文年份", .number(unit: "年")), ("是否有效", .boolean), ("自报", .boolean),
        ("有效期至", .date), ("废止日期", .date), ("期限不明", .boolean), ("废止不明", .boolean),
    ])

    static let incidentType = ContextType([
        (id, .string), (day, .date), ("年份", .number(unit: "年")), ("领域", .string), ("程度", .string),
        ("不良影响", .boolean), ("核查状态", .string), (isUnassigned, .boolean),
    ])

    static let determinationType = ContextType([
        ("条款", .string), ("年度", .number(unit: "年")), ("认定", .string), ("认定人", .string), ("日期", .date),
        ("理由", .string),
    ])

    static let signalType = ContextType([
        (id, .string), ("类型", .string), ("等级", .string), ("年份", .number(unit: "年")), ("说明", .string),
    ])

    static let transitionType = ContextType([
        ("原状态", .string), ("新状态", .string), ("日期", .date), ("年份", .number(unit: "年")), ("文号", .string),
    ])

    static let workPlanType = ContextType([
        (contextYear, .number(unit: "年")), ("已报", .boolean), ("已自评", .boolean), ("项数", .number(unit: nil)),
        ("完成数", .number(unit: nil)), ("未完成数", .number(unit: nil)), ("不明数", .number(unit: nil)),
        ("完成", .boolean), ("说明", .string),
    ])

    static func value(of plan: WorkPlanCheck) -> Value {
        func number(_ count: Int) -> Value { .number(Decimal128(count)) }
        return entry(
            workPlanType,
            [
                number(plan.year.value), .boolean(plan.isSent), .boolean(plan.isAssessed), number(plan.items.count),
                number(plan.count(of: .met)), number(plan.count(of: .notMet)), number(plan.count(of: .undetermined)),
                truth(plan.isCompleted), .string(plan.text),
            ])
    }

    static func value(of policy: Policy) -> Value {
        entry(
            policyType,
            [
                .string(policy.id), text(policy.level?.title), .string(policy.title), .string(policy.number),
                .string(policy.issuer), date(policy.issuedOn), year(policy.issuedOn), truth(policy.isEffective),
                .boolean(policy.reportedBy != nil), date(policy.validUntil), date(policy.repealedOn),
                .boolean(policy.hasUnknownTerm), .boolean(policy.hasUnknownRepeal),
            ])
    }

    static func value(of incident: Incident) -> Value {
        entry(
            incidentType,
            [
                .string(incident.id), date(incident.occurredOn), year(incident.occurredOn),
                text(incident.domain?.title), text(incident.severity?.title), truth(incident.hasAdverseImpact),
                text(incident.status?.title), .boolean(incident.isUnassigned),
            ])
    }

    /// The entries of a list of incidents that are known to be the consortium's.
    static func assigned(_ incidents: Value) -> Value {
        guard case .list(let entries) = incidents else { return incidents }
        return .list(
            entries.filter { entry in
                guard case .context(let context) = entry else { return true }
                return context[isUnassigned] != .boolean(true)
            })
    }

    static func value(of determination: Determination) -> Value {
        entry(
            determinationType,
            [
                .string(determination.clause), .number(Decimal128(determination.year.value)),
                .string(determination.decision.title), .string(determination.by), date(determination.on),
                .string(determination.ground),
            ])
    }

    static func value(of signal: CredibilitySignal) -> Value {
        entry(
            signalType,
            [
                .string(signal.id), .string(signal.kind.title), .string(signal.grade.title),
                .number(Decimal128(signal.year.value)), .string(signal.text),
            ])
    }

    static func value(of transition: Transition) -> Value {
        entry(
            transitionType,
            [
                text(transition.from?.title), .string(transition.to.title), date(transition.on), year(transition.on),
                .string(transition.document),
            ])
    }

    static func value(of observed: ObservedValue) -> Value {
        switch observed {
        case .number(let number): .number(number)
        case .truth(let truth): .boolean(truth)
        case .text(let text): .string(text)
        case .missing, .notApplicable, .rejected, .withdrawn: .null
        }
    }

    static func date(_ date: CalendarDate?) -> Value { date.map(Value.date) ?? .null }

    private static func entry(_ type: ContextType, _ values: [Value]) -> Value {
        .context(Context(shape: type.shape, values: values))
    }

    private static func text(_ text: String?) -> Value { text.map(Value.string) ?? .null }
    private static func truth(_ truth: Bool?) -> Value { truth.map(Value.boolean) ?? .null }

    private static func year(_ date: CalendarDate?) -> Value {
        date.map { .number(Decimal128($0.year)) } ?? .null
    }
}
