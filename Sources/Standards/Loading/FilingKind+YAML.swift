import Configuration

extension FilingKind {
    init(_ entry: YAMLEntry) {
        let fields = YAMLFields(
            entry, ["id", "title", "words", "every", "basis", "reference", "carriedBy", "agreement"])
        let id = fields.text("id")
        if let entry = fields.optional("id"), id.wholeMatch(of: /[a-z][a-z0-9-]*/) == nil {
            entry.report(expected: "应为小写字母、数字和连字符", remedy: "请写成 annual-summary 的样子")
        }
        let reference = fields.required("reference").map { YAMLFields($0, ["document", "place"]) }
        self.init(
            id: id, title: fields.text("title"), words: fields.optional("words")?.items.map(\.text) ?? [],
            frequency: fields.required("every")?.word() ?? .year, basis: fields.basis("basis"),
            reference: Duty.Reference(
                document: reference?.text("document") ?? "", place: reference?.text("place") ?? ""),
            carrier: fields.optional("carriedBy")?.word(),
            agreement: fields.optional("agreement")?.items.map(\.text) ?? [])
    }
}
