package import FEEL

/// What somebody said at one time of one item of a consortium's annual work plan (年度工作计划).
package struct WorkPlanEntry: Sendable, Hashable {
    /// How far an item is, as the column 完成情况 says.
    package enum Completion: String, Sendable, CaseIterable {
        case done, ongoing, undone

        package var title: String {
            switch self {
            case .done: "已完成"
            case .ongoing: "进行中"
            case .undone: "未完成"
            }
        }

        /// Other words that people use for it.
        private var otherWords: [String] {
            switch self {
            case .done: ["完成", "是", "√", "100%", "按期完成", "全部完成", "已完成100%"]
            case .ongoing: ["推进中", "正在推进", "正在进行", "在推进"]
            case .undone: ["否", "×", "没有完成", "部分完成", "基本完成", "未启动", "未开展", "取消", "推迟", "延期"]
            }
        }

        /// Nil where the text means none of them.
        package static func reading(_ text: String) -> Completion? {
            let word = text.filter { !$0.isWhitespace && $0 != "。" }
            return allCases.first {
                $0.title == word || $0.rawValue == word.lowercased() || $0.otherWords.contains(word)
            }
        }
    }

    package let consortium: String
    package let year: ReportingYear
    /// What the item is known by within its consortium and year.
    package let key: String
    /// The item as it is written: 共建产业学院2个.
    package let item: String
    /// The observation point whose figure of the year tells; nil where the item names none.
    package let indicator: IndicatorCode?
    /// As it is written; empty where this entry says nothing of it.
    package let target: String
    package let due: CalendarDate?
    /// As it is written; empty where this entry says nothing of it.
    package let completed: String
    package let evidence: String
    /// The day in China on which the entry was received.
    package let receivedOn: CalendarDate
    /// The consortium that says it itself; nil for an authority.
    package let reportedBy: String?
    package let source: CellSource

    package init(
        consortium: String, year: ReportingYear, key: String, item: String, indicator: IndicatorCode? = nil,
        target: String = "", due: CalendarDate? = nil, completed: String = "", evidence: String = "",
        receivedOn: CalendarDate, reportedBy: String? = nil, source: CellSource
    ) {
        self.consortium = consortium
        self.year = year
        self.key = key
        self.item = item
        self.indicator = indicator
        self.target = target
        self.due = due
        self.completed = completed
        self.evidence = evidence
        self.receivedOn = receivedOn
        self.reportedBy = reportedBy
        self.source = source
    }

    /// What an entry of the form `workplans` says, whose cells are kept as they were read; nil where it names no year.
    package init?(_ entry: RegisterEntry, receivedOn: CalendarDate, reportedBy: String?) {
        guard let year = entry.values["year"].flatMap({ ReportingYear(text: $0) }) else { return nil }
        let code = entry.values["indicator"].map { $0.filter { !$0.isWhitespace } } ?? ""
        self.init(
            consortium: entry.consortium, year: year, key: entry.key, item: entry.values["item"] ?? "",
            indicator: code.isEmpty ? nil : IndicatorCode(code), target: entry.values["target"] ?? "",
            due: entry.values["due"].flatMap { CalendarDate($0) }, completed: entry.values["completed"] ?? "",
            evidence: entry.values["evidence"] ?? "", receivedOn: receivedOn, reportedBy: reportedBy,
            source: entry.source)
    }

    package var completion: Completion? { Completion.reading(completed) }
}

extension [WorkPlanEntry] {
    /// The items that a consortium told of itself, in the order in which it first did, a row each: of every column what it
    /// said last, a blank leaving what was said before.
    package func rows(of consortium: String) -> [RegisterEntry] {
        var order: [String] = []
        var rows: [String: RegisterEntry] = [:]
        for entry in self where entry.consortium == consortium && entry.reportedBy != nil {
            if rows[entry.key] == nil { order.append(entry.key) }
            let said = [
                "year": entry.year.description, "item": entry.item, "indicator": entry.indicator?.text ?? "",
                "target": entry.target, "due": entry.due?.description ?? "", "completed": entry.completed,
                "evidence": entry.evidence,
            ].filter { !$0.value.isEmpty }
            rows[entry.key] = RegisterEntry(
                form: .workplans, consortium: consortium, key: entry.key,
                values: (rows[entry.key]?.values ?? [:]).merging(said) { $1 }, source: entry.source)
        }
        return order.compactMap { rows[$0] }
    }

    /// That plans and self-assessments were sent, which their entries show by themselves: a plan on the day of its first
    /// item, a self-assessment on the day by which every item known until then had a 完成情况. Entries are in the order
    /// of receipt.
    package var filings: [Filing] {
        var plans: [String: ToldPlan] = [:]
        var filings: [Filing] = []
        // What came on one day came together.
        var place = startIndex
        while place < endIndex {
            let day = self[place].receivedOn
            let next = self[place...].firstIndex { $0.receivedOn != day } ?? endIndex
            let together = Dictionary(grouping: self[place..<next]) { "\($0.consortium)\u{1F}\($0.year)" }
            for (id, entries) in together.sorted(by: { $0.key < $1.key }) {
                guard let first = entries.first else { continue }
                func sending(_ carrier: FilingKind.Carrier, _ title: String) -> Filing {
                    Filing(
                        consortium: first.consortium, kind: carrier.rawValue, period: first.year, title: title,
                        sentOn: day, receivedOn: day, evidence: first.evidence, reportedBy: first.consortium,
                        source: first.source)
                }
                var plan = plans[id] ?? ToldPlan()
                if plan.items.isEmpty { filings.append(sending(.workplans, "\(first.year)年度工作计划表")) }
                plan.items.formUnion(entries.map(\.key))
                plan.assessed.formUnion(entries.filter { !$0.completed.isEmpty }.map(\.key))
                if !plan.isAssessed, plan.assessed == plan.items {
                    plan.isAssessed = true
                    filings.append(sending(.completion, "\(first.year)年度工作计划完成情况"))
                }
                plans[id] = plan
            }
            place = next
        }
        return filings
    }
}

/// What had been said of a plan by the end of a day.
private struct ToldPlan {
    var items: Set<String> = []
    var assessed: Set<String> = []
    var isAssessed = false
}
