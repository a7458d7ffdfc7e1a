import Configuration
import FEEL

extension Duty {
    /// What the entries of a calendar are held against, where a check asks.
    package struct Known: Sendable {
        /// Ids of the edition's documents.
        package let documents: [String]
        /// GB/T 2260 codes of the provinces; empty where they are not at hand.
        package let provinces: Set<String>
        /// Ids of the kinds of document that the edition asks for.
        package let filings: [String]

        package init(documents: [String], provinces: Set<String>, filings: [String] = []) {
            self.documents = documents
            self.provinces = provinces
            self.filings = filings
        }
    }

    /// Reads an entry of `duties`; nil where its day cannot be told.
    ///
    /// - Parameter days: the named days of the calendar, all of the year after the one reported on: `due: closes`.
    init?(
        _ entry: YAMLEntry, days: [(name: String, day: ReportingCalendar.MonthDay)], reminders: Reminders,
        dayYear windowYear: DayYear = .next, known: Known?
    ) {
        let fields = YAMLFields(
            entry,
            [
                "id", "title", "who", "through", "to", "opens", "due", "in", "province", "from", "until", "basis",
                "reference", "reminders", "filing",
            ])
        let id = fields.text("id")
        if let entry = fields.optional("id"), id.wholeMatch(of: /[a-z][a-z0-9-]*/) == nil {
            entry.report(expected: "应为小写字母、数字和连字符", remedy: "请写成 work-plan 的样子")
        }
        let basis = fields.basis("basis")
        let reference = fields.optional("reference").map { Reference($0, known: known) }
        if basis == .clause, reference == nil {
            entry.report(
                expected: "原文规定的事项应有 reference", found: "没有写", remedy: "请写明文件和位置，如 {document: moe-2023-23, place: 正文}")
        }
        let due = fields.required("due").flatMap { Self.day($0, days) }
        let opens = fields.optional("opens").flatMap { Self.day($0, days) }
        let isNamed = [due, opens].compactMap(\.self).contains(where: \.isNamed)
        var dayYear = windowYear
        if let stated = fields.optional("in") {
            dayYear = stated.word() ?? windowYear
            if isNamed, dayYear != windowYear {
                stated.report(
                    expected: "\(days.map(\.name).joined(separator: "、")) 都在\(windowYear == .next ? "次年" : "当年")",
                    remedy: "请改为 \(windowYear.rawValue) 或删去")
            }
        } else if !isNamed {
            _ = fields.required("in")
        }
        if let opens, let due, due.day < opens.day {
            (fields.optional("opens") ?? entry).report(
                expected: "opens 应不晚于 due", found: "开始日晚于截止日", remedy: "请检查两个日期")
        }
        let filing = fields.optional("filing")
        if let known, let filing, filing.rawText.map({ !known.filings.contains($0) }) ?? false {
            _ = filing.word(among: known.filings.map { ($0, $0) })
        }
        let who: DutyParty = fields.required("who")?.word() ?? .secretariat
        let years = Self.years(fields)
        guard let due else { return nil }
        self.init(
            id: id, title: fields.text("title"), who: who, through: fields.optional("through")?.word(),
            to: Self.parties(fields.optional("to")), opens: opens?.day, due: due.day, dayYear: dayYear,
            province: fields.optional("province").flatMap { Self.province($0, known: known) }, years: years,
            basis: basis, reference: reference,
            reminders: fields.optional("reminders").map { Reminders($0, fallback: reminders) } ?? reminders,
            filing: filing?.text)
    }

    /// `ministry`, or `[province, ministry]`.
    private static func parties(_ entry: YAMLEntry?) -> [DutyParty] {
        guard let entry else { return [] }
        return (entry.rawText == nil ? entry.items : [entry]).compactMap { $0.word() }
    }

    /// `01-31`, or the name of a day of the calendar.
    private static func day(
        _ entry: YAMLEntry, _ days: [(name: String, day: ReportingCalendar.MonthDay)]
    ) -> (day: ReportingCalendar.MonthDay, isNamed: Bool)? {
        if let named = days.first(where: { $0.name == entry.rawText }) { return (named.day, true) }
        if let day = entry.rawText.flatMap(ReportingCalendar.MonthDay.init) { return (day, false) }
        let names = days.map(\.name)
        entry.report(
            expected: "应为月-日或 \(names.joined(separator: "、"))", remedy: "请写成 01-31 的样子",
            suggestion: entry.rawText.flatMap { NameSuggestion.nearest(to: $0, among: names) })
        return nil
    }

    private static func years(_ fields: YAMLFields) -> ClosedRange<ReportingYear>? {
        let (from, until) = (fields.optional("from"), fields.optional("until"))
        guard from != nil || until != nil else { return nil }
        let first = from?.year ?? ReportingYear(2000)
        let last = until?.year ?? ReportingYear(2099)
        guard first <= last else {
            until?.report(expected: "until 应不早于 from", remedy: "请检查两个年份")
            return nil
        }
        return first...last
    }

    private static func province(_ entry: YAMLEntry, known: Known?) -> String? {
        let code = entry.text
        guard RegionCode.isCode(code), code.hasSuffix("0000") else {
            entry.report(expected: "应为 GB/T 2260 省级六位代码", remedy: "请写成 \"430000\" 的样子")
            return nil
        }
        if let known, !known.provinces.isEmpty, !known.provinces.contains(code) {
            entry.report(expected: "应为区划表中的省级代码", remedy: "请查 data/reference/regions.csv")
        }
        return code
    }
}

extension Duty.Reference {
    /// `{document: moe-2023-23, place: 正文}`
    fileprivate init(_ entry: YAMLEntry, known: Duty.Known?) {
        let fields = YAMLFields(entry, ["document", "place"])
        let document = fields.required("document")
        if let known, let document, document.rawText.map({ !known.documents.contains($0) }) ?? false {
            _ = document.word(among: known.documents.map { ($0, $0) })
        }
        self.init(document: document?.text ?? "", place: fields.text("place"))
    }
}
