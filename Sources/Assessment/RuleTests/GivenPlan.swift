import Configuration
import FEEL
import Standards

/// The annual work plan of one year as a rule test gives it:
/// `{year: 2025, items: [{item: 甲, point: 9.1.5, target: ≥100, own: 完成, official: 未完成}]}`, or documents without
/// items: `{year: 2025, documents: [work-plan]}`.
///
/// Items are told in the January of the year, what the consortium says of them in its December, what an authority says in
/// the January after.
struct GivenPlan {
    let entries: [WorkPlanEntry]
    private let year: ReportingYear
    private let consortium: Consortium
    private let documents: [YAMLEntry]

    init(_ entry: YAMLEntry, _ consortium: Consortium) {
        let fields = YAMLFields(entry, ["year", "items", "documents"])
        let year = fields.year
        self.year = year
        self.consortium = consortium
        documents = fields.optional("documents")?.items ?? []
        entries = (fields.optional("items")?.items ?? []).flatMap { Self.entries($0, year, consortium) }
    }

    private static func entries(_ entry: YAMLEntry, _ year: ReportingYear, _ consortium: Consortium) -> [WorkPlanEntry]
    {
        let fields = YAMLFields(entry, ["item", "point", "target", "due", "own", "official"])
        let item = fields.text("item")
        let point = fields.optional("point").map { IndicatorCode($0.text) }
        let target = fields.optional("target")?.text ?? ""
        let due = fields.optional("due")?.date
        func said(_ day: CalendarDate?, _ completed: String, isOwn: Bool) -> WorkPlanEntry? {
            day.map { day in
                WorkPlanEntry(
                    consortium: consortium.id, year: year, key: item, item: item, indicator: point, target: target,
                    due: due, completed: completed, receivedOn: day, reportedBy: isOwn ? consortium.id : nil,
                    source: entry.source)
            }
        }
        let told = said(CalendarDate(year: year.value, month: 1, day: 15), "", isOwn: true)
        let own = fields.optional("own").flatMap {
            said(CalendarDate(year: year.value, month: 12, day: 20), $0.text, isOwn: true)
        }
        let official = fields.optional("official").flatMap {
            said(CalendarDate(year: year.value + 1, month: 1, day: 10), $0.text, isOwn: false)
        }
        return [told, own, official].compactMap(\.self)
    }

    /// The documents that were registered, on the first day of the year.
    func documents(_ edition: Edition) -> [Filing] {
        guard let day = CalendarDate(year: year.value, month: 1, day: 1) else { return [] }
        return documents.map { entry in
            Filing(
                consortium: consortium.id, kind: entry.word(among: edition.filings.map { ($0.id, $0.id) }) ?? "",
                period: year, title: entry.text, sentOn: day, receivedOn: day, source: entry.source)
        }
    }
}
