internal import FEEL
internal import Spreadsheet
internal import Standards

/// Reads the register of determinations. One that lacks what makes it a determination (DESIGN §5) decides nothing: it is
/// told and not taken in.
struct DeterminationsReader: FormReader {
    let header: FormHeader
    let edition: Edition
    let today: CalendarDate

    func read(_ row: borrowing Spreadsheet.Row, into draft: inout Draft) {
        let row = FormRow(row, header)
        guard !isLeftBlank(row) else { return }
        guard let consortium = row.consortium(draft) else { return _ = row.require("consortium", &draft) }
        guard row.require("clause", &draft), row.require("decision", &draft),
            let decision: DeterminationDecision = row.word("decision", &draft)
        else { return }
        guard let year = ReportingYear(text: row.code("year")) else {
            draft.report(.badYear, row: row.number, column: row.column(of: "year"), ["found": row.text("year")])
            return
        }
        let code = row.code("clause")
        guard let clause = edition.clause(code) else {
            draft.report(.unknownClause, row: row.number, column: row.column(of: "clause"), ["found": code])
            return
        }
        guard isAboutItsCase(row, [consortium, code, year.description], &draft) else { return }
        let day = row.date("on", &draft)
        guard isComplete(row, day, consortium, &draft),
            let day, isTimely(day, clause, year, decision, row, consortium, &draft)
        else { return }
        draft.determinations.append(
            Determination(
                consortium: consortium, clause: code, year: year, decision: decision, by: row.text("by"), on: day,
                ground: row.text("ground"), evidence: row.optionalText("evidence"),
                subject: row.optionalText("subject")?.identifier, id: row.optionalText("id")?.identifier,
                withdraws: row.optionalText("withdraws")?.identifier, fund: fund(row, &draft),
                amount: amount(row, &draft), caseDigest: row.optionalText("caseDigest")?.identifier.lowercased(),
                signature: row.optionalText("signature"),
                source: draft.source(row: row.number, column: row.column(of: "decision"))))
    }

    /// Whether the row is one of a reviewer's workbook in which nothing was filled in: it lists a case and says nothing.
    /// The name of the reviewer stands in it from the beginning.
    private func isLeftBlank(_ row: FormRow) -> Bool {
        header.position("case") != nil
            && ["decision", "on", "ground", "evidence", "signature"].allSatisfy { row.text($0).isEmpty }
    }

    /// Whether the case that a reviewer's workbook names in the row is the one that the row decides on: columns that
    /// were moved against each other would decide on another.
    private func isAboutItsCase(_ row: FormRow, _ parts: [String], _ draft: inout Draft) -> Bool {
        let name = row.code("case")
        let named = name.split(separator: "/", omittingEmptySubsequences: false).suffix(parts.count).map(String.init)
        guard !name.isEmpty, named != parts else { return true }
        draft.report(
            .otherCase, row: row.number, column: row.column(of: "case"), consortium: parts[0],
            ["found": name, "row": parts.joined(separator: "/")])
        return false
    }

    private func isComplete(
        _ row: FormRow, _ day: CalendarDate?, _ consortium: String, _ draft: inout Draft
    ) -> Bool {
        let lacking = ["by", "on", "ground"].filter { row.text($0).isEmpty || $0 == "on" && day == nil }
        guard !lacking.isEmpty else { return true }
        draft.report(
            .determinationIncomplete, row: row.number, column: row.column(of: lacking[0]), consortium: consortium,
            ["columns": lacking.map { "“\(row.title($0))”" }.joined()])
        return false
    }

    private func isTimely(
        _ day: CalendarDate, _ clause: Clause, _ year: ReportingYear, _ decision: DeterminationDecision,
        _ row: FormRow, _ consortium: String, _ draft: inout Draft
    ) -> Bool {
        let column = row.column(of: "on")
        if day > today {
            draft.report(
                .determinationInFuture, row: row.number, column: column, consortium: consortium,
                ["found": day.inChinese, "today": today.inChinese])
            return false
        }
        // What a year came to is not known before it is over; an error can be withdrawn on any day.
        guard clause.trigger == .determination, decision != .withdraw, !decision.isProceeding, day.year <= year.value
        else { return true }
        draft.report(
            .determinationTooEarly, row: row.number, column: column, consortium: consortium, year: year,
            ["clause": clause.code, "year": year.description, "found": day.description])
        return false
    }

    /// 专项 or 日常, as they are called in short.
    private func fund(_ row: FormRow, _ draft: inout Draft) -> String? {
        guard let text = row.optionalText("fund") else { return nil }
        let names = Fund.allCases.map { String($0.rawValue.prefix(2)) }
        if let name = names.first(where: { text.narrowed.hasPrefix($0) }) { return name }
        draft.report(
            .badWord, row: row.number, column: row.column(of: "fund"),
            ["column": row.title("fund"), "choices": names.map { "“\($0)”" }.joined(), "found": text])
        return nil
    }

    private func amount(_ row: FormRow, _ draft: inout Draft) -> Decimal128? {
        guard let text = row.optionalText("amount") else { return nil }
        if let quantity = Quantity(text.narrowed), !quantity.number.isNegative {
            let unit = quantity.unit.isEmpty ? header.units.heading(at: header.position("amount")) : quantity.unit
            if unit.isEmpty { return quantity.number }
            if let conversion = UnitConversion(from: unit, to: "万元") { return conversion(quantity.number) }
        }
        draft.report(.notANumber, row: row.number, column: row.column(of: "amount"), ["found": text])
        return nil
    }
}
