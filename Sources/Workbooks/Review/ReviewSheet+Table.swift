internal import Collection
internal import FEEL
internal import Spreadsheet
internal import Standards

extension ReviewSheet {
    /// The cases, a row each, with cells to fill in.
    func writeTable(_ sheet: SheetWriter) {
        for (index, column) in ReviewColumn.all.enumerated() {
            let number = index + 1
            let format = column.kind == .input ? TemplateStyle.inputHeader : TemplateStyle.header
            sheet.write(column.title, at: .at(number, 1), column.kind == .reference ? Self.referenceHeader : format)
            sheet.setWidth(column.width, ofColumns: number...number)
        }
        for (id, note) in notes {
            sheet.comment(note, at: .at(ReviewColumn.number(id), 1), author: TemplateLayout.author)
        }
        sheet.setHeight(26, ofRow: 1)
        for (group, entry) in consortia.enumerated() {
            for index in entry.rows { write(rows[index], line(of: index), isShaded: group % 2 == 1, sheet) }
        }
        if !rows.isEmpty {
            restrictChoices(sheet)
            highlight(sheet)
            sheet.filter(
                CellRange(first: .at(1, 1), last: .at(ReviewColumn.all.count, line(of: rows.count - 1))))
        }
        sheet.freeze(at: .at(2, 2))
        sheet.protect(allowingFilters: true)
        sheet.setTabColour(0xC55A11)
        sheet.setPrint(isLandscape: true, title: title, headerRow: 1)
        sheet.setPrintArea(
            CellRange(first: .at(1, 1), last: .at(ReviewColumn.printed, line(of: max(rows.count, 1) - 1))))
    }

    private static let referenceHeader = TemplateStyle.header.with {
        $0.fill = 0x8D959E
        $0.fontSize = 9
    }

    private var notes: [(id: String, text: String)] {
        [
            ("decision", "请从列表中选择；暂不认定的整行留空。"), ("by", "两人共同作出的写成“甲、乙”。"),
            ("on", "如\(head.day)，不晚于填写当天。"), ("ground", "必填。写明认定所依据的事实和理由。"),
            ("evidence", "材料的文件名，几件之间用顿号隔开；可以留空。"),
            ("caseDigest", "认定所依据的数据的校验值。数据在认定表生成以后有变动的，认定暂停，须重新认定。"),
        ]
    }

    private func write(_ row: ReviewRow, _ line: Int, isShaded: Bool, _ sheet: SheetWriter) {
        let clause = row.subject == nil ? "\(row.clause.code) \(row.clause.title)" : "其中一项：\(row.subject ?? "")"
        let shown = [
            "case": row.name, "caseConsortium": row.consortium.name, "caseClause": clause,
            "caseOutcome": row.outcome, "caseState": row.state, "caseFacts": row.told.joined(separator: "\n"),
            "by": head.reviewer, "consortium": row.consortium.id, "clause": row.clause.code,
            "year": row.year.description, "subject": row.subject ?? "", "id": row.id,
            "caseDigest": row.caseDigest ?? "",
        ]
        for (index, column) in ReviewColumn.all.enumerated() {
            let address = CellAddress.at(index + 1, line)
            let format = format(of: column, isShaded: isShaded)
            if column.id == "caseProgress" {
                sheet.write(formula: progressFormula(line), text: Self.blank, at: address, format)
            } else if column.id == "caseDue", let due = row.due {
                sheet.write(year: due.year, month: due.month, day: due.day, at: address, format)
            } else {
                sheet.write(shown[column.id] ?? "", at: address, format)
            }
        }
        let heights = ReviewColumn.all.filter { $0.kind == .shown && $0.id != "caseProgress" }.map { column in
            SheetWriter.height(of: shown[column.id] ?? "", width: column.width, fontSize: Self.fontSize)
        }
        // Excel has no higher row.
        sheet.setHeight(min(400, max(34, heights.max() ?? 0)), ofRow: line)
    }

    private static let fontSize = 9

    private func format(of column: ReviewColumn, isShaded: Bool) -> CellFormat {
        switch column.kind {
        case .input:
            return (column.id == "on" ? TemplateStyle.date : TemplateStyle.input).with {
                if column.id == "decision" { $0.alignment = .center }
            }
        case .reference:
            // An id or a digest of digits and one E is no number.
            return TemplateStyle.small.with {
                $0.numberFormat = "@"
                $0.wraps = false
                $0.fontColour = 0x8D959E
                $0.isLocked = column.id != "signature"
            }
        case .shown:
            return TemplateStyle.small.with {
                $0.isAtTop = true
                if isShaded { $0.fill = 0xF2F6FA }
                if column.id == "caseDue" { $0.numberFormat = "yyyy-mm-dd" }
            }
        }
    }

    // MARK: - What is filled in

    static let blank = "未填"
    static let complete = "已填"

    /// Whether the row is filled in, and what it lacks.
    private func progressFormula(_ line: Int) -> String {
        func cell(_ id: String) -> String { "\(CellAddress.letters(of: ReviewColumn.number(id)))\(line)" }
        let rest = ["on", "ground"].map { "\(cell($0))=\"\"" }.joined(separator: ",")
        return "=IF(\(cell("decision"))=\"\",IF(AND(\(rest)),\"\(Self.blank)\",\"缺认定\"),"
            + "IF(\(cell("by"))=\"\",\"缺认定人\",IF(\(cell("on"))=\"\",\"缺日期\","
            + "IF(\(cell("ground"))=\"\",\"缺理由\",\"\(Self.complete)\"))))"
    }

    /// Rows that may be decided alike, one after the other, share a list.
    private func restrictChoices(_ sheet: SheetWriter) {
        let (decision, day) = (ReviewColumn.number("decision"), ReviewColumn.number("on"))
        for run in runs(\.decisions) {
            let range = CellRange.column(decision, rows: line(of: run.lowerBound)...line(of: run.upperBound - 1))
            let choices = rows[run.lowerBound].decisions
            sheet.restrict(range, to: choices, message: "请从列表中选择：\(choices.joined(separator: "、"))。暂不认定的留空。")
        }
        for run in runs(\.earliest) {
            let range = CellRange.column(day, rows: line(of: run.lowerBound)...line(of: run.upperBound - 1))
            let first = rows[run.lowerBound].earliest ?? CalendarDate(year: 2000, month: 1, day: 1)
            let serial = (first?.epochDay ?? 0) + 25_569
            sheet.restrict(
                range, where: "=AND(ISNUMBER(\(range.first)),\(range.first)>=\(serial),\(range.first)<=TODAY())",
                message: "应为不晚于今天的日期，如\(head.day)\(rows[run.lowerBound].earliest.map { "；不早于\($0)" } ?? "")。")
        }
    }

    private func runs<Value: Equatable>(_ value: (ReviewRow) -> Value) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        for index in rows.indices {
            if let last = runs.last, value(rows[last.lowerBound]) == value(rows[index]) {
                runs[runs.count - 1] = last.lowerBound..<(index + 1)
            } else {
                runs.append(index..<(index + 1))
            }
        }
        return runs
    }

    private func highlight(_ sheet: SheetWriter) {
        let lines = line(of: 0)...line(of: rows.count - 1)
        let (due, progress) = (ReviewColumn.number("caseDue"), ReviewColumn.number("caseProgress"))
        let (dueLetters, letters) = (CellAddress.letters(of: due), CellAddress.letters(of: progress))
        sheet.highlight(
            .column(due, rows: lines),
            where: "=AND(ISNUMBER($\(dueLetters)\(lines.lowerBound)),$\(dueLetters)\(lines.lowerBound)<TODAY())",
            fill: 0xFFC7CE, fontColour: 0x9C0006)
        sheet.highlight(
            .column(progress, rows: lines), where: "=$\(letters)\(lines.lowerBound)=\"\(Self.complete)\"",
            fill: 0xC6EFCE, fontColour: 0x006100)
        sheet.highlight(
            .column(progress, rows: lines), where: "=LEFT($\(letters)\(lines.lowerBound),1)=\"缺\"", fill: 0xFFC7CE,
            fontColour: 0x9C0006)
    }
}
