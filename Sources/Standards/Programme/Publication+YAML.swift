import Configuration
import FEEL

extension Publication {
    /// Reads an entry that has either `months` or `renewBy`.
    init?(_ entry: YAMLEntry, documents: [String]) {
        let fields = YAMLFields(
            entry,
            [
                "id", "title", "words", "months", "renewBy", "applies", "advice", "duty", "basis", "reference", "quote",
                "rationale",
            ])
        let months = fields.optional("months").map { Renewal.months($0.integer) }
        let day = fields.optional("renewBy").flatMap { ReportingCalendar.MonthDay($0.text) }.map { Renewal.day($0) }
        guard let renewal = months ?? day, months == nil || day == nil, renewal != .months(0) else {
            entry.report(expected: "应有 months（几个月更新一次）或 renewBy（次年月-日前）之一", remedy: "请照此改正")
            return nil
        }
        let (basis, rationale) = fields.foundation()
        let id = fields.text("id")
        self.init(
            words: fields.optional("words")?.items.map(\.text) ?? [], renewal: renewal,
            check: ProgrammeCheck(
                id: id, title: fields.text("title"), scope: .consortium,
                demand: .condition(
                    Formula(
                        text: "今日 <= 有效至", file: entry.document.name, line: entry.line, column: entry.column)),
                applies: fields.optional("applies")?.formula, isAdvice: fields.optional("advice")?.truth ?? false,
                isDuty: fields.optional("duty")?.truth ?? true, basis: basis,
                reference: Duty.Reference(fields, documents), quote: fields.optionalText("quote"),
                rationale: rationale))
    }
}
