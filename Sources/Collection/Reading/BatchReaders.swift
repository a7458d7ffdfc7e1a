internal import Spreadsheet
internal import Standards

// The readers of the forms that speak of other files: manifests, and lists of what is taken back.

struct ManifestReader: FormReader {
    let header: FormHeader

    func read(_ row: borrowing Spreadsheet.Row, into draft: inout Draft) {
        let row = FormRow(row, header)
        guard row.require("file", &draft) else { return }
        draft.manifest.append(
            ManifestLine(
                file: row.text("file"), receivedOn: row.date("receivedOn", &draft),
                sender: row.optionalText("sender"), consortium: row.optionalText("consortium")?.identifier,
                source: draft.source(row: row.number, column: row.column(of: "file"))))
    }
}

struct WithdrawalsReader: FormReader {
    let header: FormHeader

    /// Of the SHA-256; fewer are too few to tell two files apart.
    private static let leastDigits = 8

    func read(_ row: borrowing Spreadsheet.Row, into draft: inout Draft) {
        let row = FormRow(row, header)
        guard header.positions.keys.contains(where: { !row.text($0).isEmpty }) else { return }
        guard row.require("receipt", &draft), row.require("ground", &draft) else { return }
        let receipt = row.code("receipt").lowercased()
        guard receipt.count >= Self.leastDigits, receipt.allSatisfy({ $0.isASCII && $0.isHexDigit }) else {
            draft.report(
                .unknownReceipt, row: row.number, column: row.column(of: "receipt"), ["found": row.text("receipt")])
            return
        }
        let register = row.text("register")
        let form = FormKind.reading(register)
        if !register.isEmpty, form == nil {
            draft.report(
                .badWord, row: row.number, column: row.column(of: "register"),
                [
                    "column": row.title("register"), "found": register,
                    "choices": "“\(FormKind.policies.title)”“\(FormKind.incidents.title)”等表名",
                ])
            return
        }
        draft.withdrawals.append(
            WithdrawalLine(
                receipt: receipt, form: form, entry: row.optionalText("id")?.identifier, consortium: nil, region: nil,
                ground: row.text("ground"),
                source: draft.source(row: row.number, column: row.column(of: "receipt"))))
    }
}

extension FormRow {
    /// Whether the row takes its own entry back, which is noted then. A row that says neither yes nor no is an entry.
    func takesBack(
        _ form: FormKind, _ id: String, consortium: String?, region: String? = nil, _ draft: inout Draft
    ) -> Bool {
        guard truth("withdrawn", &draft) == true else { return false }
        draft.add(form)
        draft.withdrawals.append(
            WithdrawalLine(
                receipt: nil, form: form, entry: id, consortium: consortium, region: region, ground: "",
                source: draft.source(row: number, column: column(of: "withdrawn"))))
        return true
    }
}
