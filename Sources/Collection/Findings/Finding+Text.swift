internal import Safekeeping
internal import Spreadsheet
internal import Standards

// The sentences of a finding: the only place where they are made.

extension Finding {
    /// What was expected and what was found: `应为数字，读到“约120”。`
    package var problem: String { Self.filled(kind.problem, values) }

    /// What is to be done: `请只填数字；没有采集请留空。` Empty where nothing is. Of what was answered, the answer.
    package var remedy: String { answer.map { "已说明：\($0)" } ?? Self.filled(kind.remedy, values) }

    /// `警告`, or `已说明` of one that was answered.
    package var severityTitle: String { answer == nil ? kind.severity.title : "已说明" }

    /// Both, without the place.
    package var text: String { problem + remedy }

    /// `填报表-2025.xlsx › 观测点!F31`, `填报表-2025.csv › 第31行第5列`; the file alone where it is meant as a whole.
    package var place: String {
        let place =
            switch (source.row, source.column) {
            case (0, _): source.sheet.map { " › \($0)" } ?? ""
            case (let row, 0): " › \(source.sheet.map { "\($0)!" } ?? "")第\(row)行"
            default: " › \(source.address)"
            }
        return source.file + place.printable
    }

    /// `填报表-2025.csv › 第31行第5列：应为数字，读到“约120”。请只填数字；没有采集请留空。`
    package var message: String { "\(place)：\(text)" }

    /// The template with its values filled in. What was found is not taken for a place in the template.
    private static func filled(_ template: String, _ values: [String: String]) -> String {
        var text = ""
        var rest = template.utf8[...]
        // By bytes: braces are ASCII, and a template has no other letters on them.
        while let open = rest.firstIndex(of: UInt8(ascii: "{")),
            let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
        {
            text += Substring(rest[..<open])
            text += values[String(Substring(rest[rest.index(after: open)..<close]))] ?? ""
            rest = rest[rest.index(after: close)...]
        }
        return text + Substring(rest)
    }
}
