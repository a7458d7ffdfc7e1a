internal import Spreadsheet
internal import Standards

/// Reads the list of the units that belong to a consortium. The list is no observation and no rule asks for it: its
/// cells are kept as they were written, as fields of the form `members`, and the next workbook shows them.
struct MembersReader: FormReader {
    let header: FormHeader

    func read(_ row: borrowing Spreadsheet.Row, into draft: inout Draft) {
        let row = FormRow(row, header)
        guard let consortium = row.consortium(draft) else { return _ = row.require("consortium", &draft) }
        let columns = FormKind.members.columns.filter { $0.id != "consortium" && !row.text($0.id).isEmpty }
        guard !columns.isEmpty, row.require("member", &draft) else { return }
        draft.add(.members)
        check("memberKind", of: row, among: TemplateLayout.memberKinds, &draft)
        check("role", of: row, among: TemplateLayout.memberRoles, &draft)
        let joined = row.text("joinedIn")
        if !joined.isEmpty, ReportingYear(text: joined) == nil {
            draft.report(.badJoiningYear, row: row.number, column: row.column(of: "joinedIn"), ["found": joined])
        }
        let fields = columns.map { column in
            FormField(
                form: FormKind.members.rawValue, consortium: consortium, id: column.id, label: column.title, unit: "",
                year: draft.cover?.year, value: row.text(column.id), indicator: nil,
                source: draft.source(row: row.number, column: row.column(of: column.id)))
        }
        let earlier = draft.members.add(
            fields, key: "\(consortium)\u{1F}\(row.code("member"))", row: row.number,
            text: fields.map(\.value).joined(separator: "\u{1F}"))
        draft.reportRepetition(of: earlier, in: row)
    }

    private func check(_ column: String, of row: FormRow, among choices: [String], _ draft: inout Draft) {
        let word = row.code(column)
        guard !word.isEmpty, !choices.contains(where: { $0.narrowed == word }) else { return }
        draft.report(
            .badWord, row: row.number, column: row.column(of: column),
            [
                "column": row.title(column), "choices": choices.map { "“\($0)”" }.joined(), "found": row.text(column),
            ])
    }
}
