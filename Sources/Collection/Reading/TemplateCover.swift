internal import Spreadsheet
internal import Standards

/// What the cover of a yearly workbook says: labels with their values beside them, known by the labels, wherever the
/// sheet stands and whatever it is called.
package struct TemplateCover: Sendable {
    /// A value and where it stands; the cell beside the label where it is blank.
    struct Entry: Sendable, Hashable {
        var text = ""
        var sheet = ""
        var row = 0
        var column = 0
    }

    package enum Label: String, CaseIterable {
        case consortium = "联合体编号"
        case name = "联合体名称"
        case year = "报告年度"
        case edition = "标准编号"
        case title = "标准名称"
        case version = "标准版本"
        case template = "模板版本"
        /// The head of the log that the workbook was sent out with, since heads are kept.
        case logHead = "日志头"
    }

    private var entries: [Label: Entry] = [:]

    subscript(label: Label) -> Entry { entries[label] ?? Entry() }

    var consortium: Entry { self[.consortium] }
    var year: ReportingYear? { ReportingYear(text: self[.year].text) }

    /// Whether the workbook was made with the reported year filled in as far as that was known: since its second version.
    var showsReportedYear: Bool { self[.template].text != "1" }

    /// The columns that the sheets of the workbook can do without.
    package static let columns: Set<String> = ["consortium"]

    /// The rows in which labels are looked for.
    private static let height = 60
    /// In bytes; what is longer is neither a label nor a value but somebody's remarks.
    private static let longestEntry = 1_000

    /// Nil where `sheet` is not the cover of a yearly workbook.
    init?(_ sheet: WorkbookSheet) throws {
        try sheet.forEachRow(limit: Self.height) { row in
            var label: Label?
            for position in 0..<row.count where row.size(at: position) <= Self.longestEntry {
                let cell = row.cell(at: position)
                let text = cell.text.narrowed
                if let known = Label(rawValue: FormColumn.key(of: text).filter { $0 != ":" }) {
                    label = known
                    entries[known] = Entry(
                        sheet: sheet.title, row: cell.address.row, column: cell.address.column + 1)
                } else if let waiting = label, !text.isEmpty {
                    entries[waiting] = Entry(
                        text: text, sheet: sheet.title, row: cell.address.row, column: cell.address.column)
                    label = nil
                }
            }
        }
        guard [Label.consortium, .year, .edition, .template].allSatisfy({ entries[$0] != nil }) else { return nil }
    }

    /// Why nothing can be made of the workbook: neither it nor its folder says whose it is.
    func fault(in draft: Draft) -> Finding? {
        guard draft.ownConsortium == nil else { return nil }
        let source = CellSource(
            file: draft.file, sha256: draft.sha256, sheet: consortium.sheet, row: consortium.row,
            column: consortium.column)
        return Finding(.unknownSender, at: source, ["column": Label.consortium.rawValue])
    }

    /// Says where the cover does not fit the standard.
    func report(against edition: Edition, in draft: inout Draft) {
        func report(_ kind: FindingKind, _ label: Label, _ values: [String: String]) {
            draft.sheet = self[label].sheet
            draft.report(kind, row: self[label].row, column: self[label].column, values)
        }
        if year == nil { report(.badCoverYear, .year, ["found": self[.year].text]) }
        if self[.edition].text != edition.id {
            report(.otherEdition, .edition, ["found": self[.edition].text, "expected": edition.id])
        } else if self[.version].text != edition.version.narrowed {
            report(.otherEdition, .version, ["found": self[.version].text, "expected": edition.version])
        }
        if self[.template].text != TemplateLayout.version {
            report(.otherTemplate, .template, ["found": self[.template].text, "expected": TemplateLayout.version])
        }
    }
}
