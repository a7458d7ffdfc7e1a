import Configuration
import FEEL

extension LocalTarget {
    /// Reads a target; where it has no `value`, what is registered is held against the limit as it is.
    init?(_ entry: YAMLEntry, documents: [String]) {
        let fields = YAMLFields(
            entry,
            [
                "id", "title", "region", "place", "every", "value", "unit", "atMost", "atLeast", "from", "due", "about",
                "advice", "duty", "remedy", "basis", "reference", "lines", "rationale",
            ])
        let id = fields.text("id")
        if id.wholeMatch(of: /[a-z][a-z0-9-]*/) == nil {
            entry.report(expected: "id 应为小写字母、数字和连字符", remedy: "请写成 ruian-skilled 的样子")
        }
        let region = fields.optional("region")?.text ?? ""
        if !region.isEmpty, !RegionCode.isCode(region) {
            entry.report(expected: "region 应为六位区划代码", found: "读到“\(region)”", remedy: "全国的请不写 region")
        }
        let most = fields.optional("atMost").map { ProgrammeCheck.Limit.atMost($0.number) }
        let least = fields.optional("atLeast").map { ProgrammeCheck.Limit.atLeast($0.number) }
        guard let limit = most ?? least, most == nil || least == nil, limit.number > .zero else {
            entry.report(expected: "应有 atMost 或 atLeast 之一，大于0", remedy: "请照此改正")
            return nil
        }
        let (basis, rationale) = fields.foundation()
        let lines = fields.required("lines")?.items.map(\.integer) ?? []
        guard let first = lines.first, let last = lines.last, first > 0, first <= last, lines.count <= 2 else {
            entry.report(expected: "lines 应为原文的行号，如 [43, 45]", remedy: "请对照原文填写")
            return nil
        }
        let formula =
            fields.optional("value")?.formula
            ?? Formula(text: "完成值", file: entry.document.name, line: entry.line, column: entry.column)
        self.init(
            region: region, regionName: fields.text("place"), rhythm: fields.required("every")?.word() ?? .total,
            from: fields.optional("from")?.date, lines: first...last,
            check: ProgrammeCheck(
                id: id, title: fields.text("title"), scope: .place,
                demand: .number(formula, limit, unit: fields.text("unit")),
                remedy: fields.optional("remedy")?.template, due: fields.optional("due")?.date,
                isApproximate: fields.optional("about")?.truth ?? false,
                isAdvice: fields.optional("advice")?.truth ?? false, isDuty: fields.optional("duty")?.truth ?? false,
                basis: basis, reference: Duty.Reference(fields, documents), quote: "", rationale: rationale))
    }
}
