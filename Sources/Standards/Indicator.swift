/// What sort of value an indicator holds, and so how it is read, checked and aggregated.
package enum IndicatorKind: String, Sendable, CaseIterable {
    case boolean, count, amount, percent, rank, text, choice

    /// Whether observations of this kind are numbers, and so have trends.
    package var isNumeric: Bool {
        switch self {
        case .count, .amount, .percent, .rank: true
        case .boolean, .text, .choice: false
        }
    }
}

/// Which of the values reported over time for one cell counts.
package enum RevisionPolicy: String, Sendable, CaseIterable {
    /// The last one received: a correction supersedes what it corrects.
    case last
    /// The first one received: a plan is not lowered by reporting it again (DESIGN §5, 16.3).
    case first
}

/// One figure that consortia report: an observation point (观测点) of the standard, or one component of it.
///
/// A class, so that the evidence of every outcome can point to its indicator at the cost of one reference.
package final class Indicator: Sendable, Identifiable {
    /// Position in ``Edition/indicators``, from 0 in the order of the source; the row of a panel.
    package let ordinal: Int
    package let code: IndicatorCode
    /// The title as the source prints it; of a component, the part of it that asks for this figure.
    package let title: String
    package let kind: IndicatorKind
    /// The unit as the source prints it (万元, 人次, %, 小时/周), empty where there is none.
    package let unit: String
    /// Who reports the figure (园区, 牵头企业, 牵头学校, 秘书处, 市级政府 …).
    package let reporter: String
    /// Whether a document has to accompany the figure.
    package let evidenceDue: Bool
    /// The values allowed, for ``IndicatorKind/choice``.
    package let choices: [String]
    package let revisionPolicy: RevisionPolicy
    /// Whether the figure accumulates over the years, so that a fall is suspicious.
    package let isCumulative: Bool
    /// Whether the figure is a rate of growth, which may be negative and above 100 %.
    package let isGrowthRate: Bool
    /// The column of the register of consortia that says the same; nil where none does.
    package let registerColumn: RegisterColumn?
    /// When the point is due, as a condition on another boolean point: `6.1.2` is due when `6.1.1` is 是.
    package let dueWhen: IndicatorCode?
    /// The first year that the figure is asked for; nil for from the beginning. Before it, a figure that is not there
    /// is not missed.
    package let dueFrom: ReportingYear?

    package var id: IndicatorCode { code }

    /// A column of the register of consortia that figures are held against.
    package enum RegisterColumn: String, Sendable, CaseIterable {
        /// 园区级别
        case parkLevel
    }

    package init(
        ordinal: Int, code: IndicatorCode, title: String, kind: IndicatorKind, unit: String, reporter: String,
        evidenceDue: Bool, choices: [String] = [], revisionPolicy: RevisionPolicy = .last,
        isCumulative: Bool = false, isGrowthRate: Bool = false, registerColumn: RegisterColumn? = nil,
        dueWhen: IndicatorCode? = nil, dueFrom: ReportingYear? = nil
    ) {
        self.ordinal = ordinal
        self.code = code
        self.title = title
        self.kind = kind
        self.unit = unit
        self.reporter = reporter
        self.evidenceDue = evidenceDue
        self.choices = choices
        self.revisionPolicy = revisionPolicy
        self.isCumulative = isCumulative
        self.isGrowthRate = isGrowthRate
        self.registerColumn = registerColumn
        self.dueWhen = dueWhen
        self.dueFrom = dueFrom
    }
}

extension Indicator {
    /// Whether the figure is asked for in `year`.
    package func isDue(in year: ReportingYear) -> Bool { dueFrom.map { $0 <= year } ?? true }
}

extension Indicator: Hashable {
    package static func == (left: Indicator, right: Indicator) -> Bool {
        left === right
            || (left.ordinal == right.ordinal && left.code == right.code && left.title == right.title
                && left.kind == right.kind && left.unit == right.unit && left.reporter == right.reporter
                && left.evidenceDue == right.evidenceDue && left.choices == right.choices
                && left.revisionPolicy == right.revisionPolicy && left.isCumulative == right.isCumulative
                && left.isGrowthRate == right.isGrowthRate && left.registerColumn == right.registerColumn
                && left.dueWhen == right.dueWhen && left.dueFrom == right.dueFrom)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(code)
    }
}
