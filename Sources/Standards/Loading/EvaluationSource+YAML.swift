import Configuration
import FEEL

extension EvaluationSource {
    init(_ entry: YAMLEntry) {
        let fields = YAMLFields(entry, ["id", "title", "words", "weight", "basis", "reference"])
        let weight = fields.required("weight")
        if let weight, weight.number <= .zero {
            weight.report(expected: "weight 应大于 0", remedy: "请写成 20 的样子")
        }
        let reference = fields.required("reference").map { YAMLFields($0, ["document", "place"]) }
        self.init(
            id: fields.text("id"), title: fields.text("title"),
            words: fields.optional("words")?.items.map(\.text) ?? [], weight: weight?.number ?? .one,
            basis: fields.basis("basis"),
            reference: Duty.Reference(
                document: reference?.text("document") ?? "", place: reference?.text("place") ?? ""))
    }
}
