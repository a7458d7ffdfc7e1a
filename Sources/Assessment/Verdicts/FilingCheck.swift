package import FEEL
package import Standards

/// How a document that the edition asks for stands: whether and when it was sent, and whether that was in time.
package struct FilingCheck: Sendable, Hashable {
    package let kind: FilingKind
    /// The year that it is for.
    package let year: ReportingYear
    /// The first and the last day on which it can be sent; nil where the calendar sets none.
    package let opensOn: CalendarDate?
    package let dueOn: CalendarDate?
    /// `met` where it was sent in time, or sent at all where it is due on no day; `notMet` where it was sent outside of
    /// its days; `undetermined` where nobody registered it, or not on which day it was sent; `notApplicable` where the
    /// consortium had no title on the last day.
    package let outcome: AcceptanceOutcome
    /// The earliest sending, by which the outcome was found; nil where there is none.
    package let filing: Filing?
    /// Later sendings of the same document, in the order of their days.
    package let later: [Filing]
    /// Whether the last day is over.
    package let isOverdue: Bool
    /// The province's agreement to it; nil where none is registered.
    package let agreement: Filing?

    package init(
        kind: FilingKind, year: ReportingYear, opensOn: CalendarDate? = nil, dueOn: CalendarDate? = nil,
        outcome: AcceptanceOutcome, filing: Filing? = nil, later: [Filing] = [], isOverdue: Bool = false,
        agreement: Filing? = nil
    ) {
        self.kind = kind
        self.year = year
        self.opensOn = opensOn
        self.dueOn = dueOn
        self.outcome = outcome
        self.filing = filing
        self.later = later
        self.isOverdue = isOverdue
        self.agreement = agreement
    }

    /// How many days after the last one it was sent; nil where it was not sent late.
    package var daysLate: Int? {
        guard outcome == .notMet, let day = filing?.sentOn, let dueOn, day > dueOn else { return nil }
        return day.epochDay - dueOn.epochDay
    }

    /// The outcome in a word.
    package var title: String {
        switch outcome {
        case .met: dueOn == nil ? "已报" : "按时"
        case .notMet: daysLate == nil ? "不在期限内" : "迟报"
        case .undetermined: filing == nil ? isOverdue ? "未报" : "待报" : "日期不明"
        case .notApplicable: "不适用"
        }
    }

    /// `2026年度行业发展分析报告`, `2026年度总结报告` or `共同体章程`.
    package var name: String {
        guard kind.frequency == .year else { return kind.title }
        return kind.title.hasPrefix("年度") ? "\(year)\(kind.title)" : "\(year)年度\(kind.title)"
    }

    /// Whether it was sent, and the province's agreement to it is not registered.
    package var lacksAgreement: Bool { !kind.agreement.isEmpty && filing != nil && agreement == nil }

    /// One sentence for people: when it was sent, what was asked, and whether the province agreed to it.
    package var text: String {
        guard !kind.agreement.isEmpty, let filing else { return sent }
        guard let agreement else { return sent + "；没有登记省级审核同意，请省级主管部门在材料登记表登记" }
        let late = agreement.day > filing.day ? "，晚于报送" : ""
        return sent + "；省级\(agreement.day.inChinese)审核同意\(late)"
    }

    private var sent: String {
        let limit = dueOn.map { "（截止\($0.inChinese)）" } ?? ""
        let again = later.isEmpty ? "" : "；此后又报送\(later.count)次，以首次为准"
        switch outcome {
        case .met:
            let day = filing.map { $0.sentOn == nil ? "，\($0.day.inChinese)已登记" : "，\($0.day.inChinese)报送" } ?? ""
            return "\(name)\(day)\(dueOn == nil ? "" : "，按时")\(limit)\(again)"
        case .notMet:
            let sent = filing.map { "，\($0.day.inChinese)报送" } ?? ""
            let fault =
                daysLate.map { "迟报\($0)天" }
                ?? opensOn.map { "早于开始日\($0.inChinese)" } ?? "不在期限内"
            return "\(name)\(sent)，\(fault)\(limit)\(again)"
        case .undetermined:
            if let filing {
                return "\(name)没有写明报送日期，\(filing.receivedOn.inChinese)收到登记，尚不能判断是否按时\(limit)。请补填报送日期"
            }
            if dueOn == nil { return "没有登记\(name)。请报送并登记；已报送的，请登记报送日期" }
            return isOverdue
                ? "没有登记\(name)\(limit)，尚不能判断是否按时。请报送并登记；已报送的，请登记报送日期"
                : "尚未登记\(name)\(limit)"
        case .notApplicable: return "截止日尚未认定或者已取消资格，\(name)不适用\(limit)"
        }
    }

    /// The entries that it rests on.
    package var because: [Evidence] {
        ([filing].compactMap(\.self) + later + [agreement].compactMap(\.self)).map(Self.evidence)
    }

    /// Why it is what it is, down to the entries.
    package var explanation: Explanation {
        Explanation(
            .outcome, "\(kind.id) \(kind.title)：\(title)", detail: text,
            children: [
                Explanation(.note, "依据：\(kind.basis.title)", detail: kind.reference.place)
            ] + because.map(\.leaf))
    }

    private static func evidence(_ filing: Filing) -> Evidence {
        let register: RegisterKind = FilingKind.Carrier(rawValue: filing.kind) == nil ? .documents : .workplans
        return Evidence(
            subject: .entry(register: register, id: filing.title, year: filing.period),
            value: filing.sentOn?.description, status: filing.sentOn == nil ? .missing : .reported,
            source: filing.source)
    }
}
