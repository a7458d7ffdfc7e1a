package import Standards

/// One fact that an outcome rests on, or that would decide it: a cell of a submission or an entry of a register.
package struct Evidence: Sendable, Hashable {
    package enum Subject: Sendable, Hashable {
        case cell(indicator: Indicator, year: ReportingYear, basis: Basis)
        /// An entry of a register (政策、事件、认定) by what it is called there.
        case entry(register: RegisterKind, id: String, year: ReportingYear?)
        /// A register that no authority has sent for the year.
        case register(RegisterKind)
    }

    package let subject: Subject
    /// The value as people write it: `120`, `是`, `国家级`; nil where nothing was reported.
    package let value: String?
    package let status: ObservationStatus
    package let source: CellSource?
    /// Whose fact it is where that is not the consortium under assessment: the other party of a signal.
    package let party: String?
    /// Whether `value` is the SHA-256 of what was attached to the cell, not what the cell says.
    package let isAttachment: Bool
    /// Whether it is a clue (线索) that nobody has found out the truth of.
    package let isUnverified: Bool

    package init(
        subject: Subject, value: String?, status: ObservationStatus, source: CellSource?, party: String? = nil,
        isAttachment: Bool = false, isUnverified: Bool = false
    ) {
        self.subject = subject
        self.value = value
        self.status = status
        self.source = source
        self.party = party
        self.isAttachment = isAttachment
        self.isUnverified = isUnverified
    }
}

/// The registers that rules consult.
package enum RegisterKind: String, Sendable, CaseIterable {
    case policies, incidents, determinations, transitions
    /// What consortia stated in documents that they signed.
    case statements
    /// What documents were sent.
    case documents
    /// The items of annual work plans.
    case workplans
    /// The tasks of members, and what consortia were given by evaluations.
    case tasks, evaluations

    package var title: String {
        switch self {
        case .policies: "政策文件登记"
        case .incidents: "事件登记"
        case .determinations: "认定登记"
        case .transitions: "状态变更登记"
        case .statements: "申报材料"
        case .documents: "材料登记"
        case .workplans: "年度工作计划"
        case .tasks: "任务台账"
        case .evaluations: "多方评价"
        }
    }
}
