import Configuration
import FEEL

extension SourceDocument {
    init(_ entry: YAMLEntry) {
        let fields = YAMLFields(entry, ["id", "title", "number", "issuer", "date", "issuedWith", "note"])
        self.init(
            id: fields.text("id"), title: fields.text("title"), number: fields.optional("number")?.text,
            issuer: fields.optional("issuer")?.text, date: fields.optional("date")?.date?.description,
            issuedWith: fields.optional("issuedWith")?.text, note: fields.optional("note")?.text)
    }
}
