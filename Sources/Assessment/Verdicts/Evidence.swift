package import Standards

/// One fact that an outcome rests on, or that would decide it: a cell of a submission or an entry of a register.
package struct Evidence: Sendable, Hashable {
    package enum Subject: Sendable, Hashable {
        case cell(indicator: Indicator, year: ReportingYear, basis: Basis)
        /// An entry of a register (政策、事件、认定) by what it is called there.
        case entry(register: RegisterKind, id: String, year: ReportingYear?)
        /// A register that was never collected.
        case register(RegisterKind)
    }

    package let subject: Subject
    /// The value as people write it: `120`, `是`, `国家级`; nil where nothing was reported.
    package let value: String?
    package let status: ObservationStatus
    package let source: CellSource?

    package init(subject: Subject, value: String?, status: ObservationStatus, source: CellSource?) {
        self.subject = subject
        self.value = value
        self.status = status
        self.source = source
    }
}

/// The registers that rules consult.
package enum RegisterKind: String, Sendable, CaseIterable {
    case policies, incidents, determinations

    package var title: String {
        switch self {
        case .policies: "政策文件登记"
        case .incidents: "事件登记"
        case .determinations: "认定登记"
        }
    }
}
