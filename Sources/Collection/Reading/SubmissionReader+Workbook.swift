internal import Spreadsheet
internal import Standards

extension SubmissionReader {
    /// Workbooks above this many bytes are read without a look at what they merge, for which each sheet is read twice.
    package static let layoutLimit = 4 << 20
    /// In bytes of UTF-8, of all cells together. A workbook stores a text once, however many cells show it.
    private static let textLimit = 64 << 20

    /// Reads every sheet that has the header of a form; returns what makes the file unreadable, if anything does.
    func fill(_ draft: inout Draft, fromWorkbook file: SourceFile) -> Finding? {
        do {
            let workbook = try Workbook(file.bytes, sheetLimits: limits)
            draft.sheetOrder = workbook.sheets.map(\.title)
            for sheet in workbook.sheets where draft.cover == nil { draft.cover = try TemplateCover(sheet) }
            let prefill = try workbook.sheets.lazy.enumerated()
                .compactMap { number, sheet in try TemplatePrefill(sheet).map { (number, $0) } }.first
            draft.prefill = prefill?.1
            draft.cover?.report(against: edition, in: &draft)
            if let cover = draft.cover, let fault = cover.fault(in: draft) { return fault }
            var faults: [Finding] = []
            // What a workbook was sent out with is nobody's report.
            for (number, sheet) in workbook.sheets.enumerated() where number != prefill?.0 {
                if let fault = try fill(&draft, from: sheet.held(), looksAtLayout: file.bytes.count < Self.layoutLimit)
                {
                    faults.append(fault)
                }
            }
            draft.sheet = nil
            guard !draft.forms.isEmpty else { return faults.first { $0.kind == .missingColumn } ?? faults.first }
            // A sheet that is nearly a form is a mistake; one that is none is somebody's notes.
            for fault in faults where fault.kind == .missingColumn { draft.add(fault) }
            draft.joinSheets(edition)
            return nil
        } catch let error as OfficeFileError {
            if error.isWordDocument, !crosswalks.isEmpty { return fill(&draft, fromDocument: file) }
            // A sheet that cannot be read is named by what it is called.
            return Finding(error, at: draft.source())
        } catch let error as SheetReader.TooLarge {
            return error.finding(at: draft.source())
        } catch {
            return Finding(
                .unreadableWorkbook, at: draft.source(), ["reason": "工作簿无法读取。", "detail": "（技术信息：\(error)）"])
        }
    }

    /// Reads a sheet; returns why it is no form, where it is none.
    private func fill(
        _ draft: inout Draft, from sheet: WorkbookSheet, looksAtLayout: Bool
    ) throws -> Finding? {
        draft.sheet = sheet.title
        let merged = looksAtLayout ? try sheet.mergedRanges() : []
        var reader = SheetReader(edition: edition, regions: regions, today: today, mergedRanges: merged)
        do {
            try sheet.forEachRow { row in
                draft.size += row.size
                guard draft.size <= Self.textLimit else {
                    throw SheetReader.TooLarge(what: "各单元格的文字合计", limit: "\(Self.textLimit >> 20) MB")
                }
                try reader.read(row, into: &draft)
            }
        } catch is SheetReader.NoHeader {
            // The reader knows why.
        }
        if let fault = reader.fault(draft) { return fault }
        if sheet.visibility != .visible { draft.report(.hiddenSheet) }
        reader.reportLayout(in: &draft)
        return nil
    }
}

extension OfficeFileError {
    /// Whether a workbook was expected and the file is a document of Word or WPS.
    fileprivate var isWordDocument: Bool {
        problem == .otherFormat(.document)
    }
}

extension Finding {
    init(_ error: OfficeFileError, at source: CellSource) {
        if case .otherFormat(let format) = error.problem {
            self.init(format, at: source, detail: error.detail)
        } else {
            self.init(
                .unreadableWorkbook, at: source,
                ["reason": error.problemText, "remedy": error.remedy, "detail": error.detail])
        }
    }
}
