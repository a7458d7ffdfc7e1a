import Configuration
import Foundation

extension ReferenceTable {
    /// Reads `{name, title, file, reference}`, and of a table printed across `keys`, `across`, `cell`, `values` and
    /// `margins`, whose counts must agree with the marks.
    init?(_ entry: YAMLEntry, folder: URL, documents: [String]) {
        let fields = YAMLFields(
            entry, ["name", "title", "file", "reference", "keys", "across", "cell", "values", "margins"])
        let (name, title) = (fields.text("name"), fields.text("title"))
        let reference = Duty.Reference(fields, documents)
        let keys = fields.optional("keys")?.items.map(\.text) ?? []
        let across = fields.optional("across")?.text
        let cell = fields.optional("cell")?.text ?? "内容"
        var marks: [String: String] = [:]
        for (mark, meaning) in fields.optional("values")?.pairs ?? [] { marks[mark.text] = meaning.text }
        let margins = fields.optional("margins").map { YAMLFields($0, ["column", "row"]) }
        guard let file = fields.required("file") else { return nil }
        guard let lines = Self.lines(of: file, in: folder), let head = lines.first else { return nil }
        guard let across else {
            self.init(
                name: name, title: title, reference: reference, columns: head, rows: Array(lines.dropFirst()),
                grid: nil, marks: marks)
            return
        }
        let reader = GridReader(
            file: file, keys: keys, marks: marks, marginColumn: margins?.text("column"), marginRow: margins?.text("row")
        )
        guard let grid = reader.grid(lines) else { return nil }
        let rows = grid.rows.flatMap { row in
            zip(grid.heads, row.marks).filter { !$0.1.isEmpty }.map { row.keys + [$0, marks[$1] ?? $1] }
        }
        self.init(
            name: name, title: title, reference: reference, columns: keys + [across, cell], rows: rows, grid: grid,
            marks: marks)
    }

    /// The fields of each line; no field needs quotes. Nil, which is reported, where the file cannot be read.
    private static func lines(of file: YAMLEntry, in folder: URL) -> [[String]]? {
        guard let data = try? Data(contentsOf: folder.appending(path: file.text)),
            let text = String(data: data, encoding: .utf8)
        else {
            file.report(expected: "应为 data/reference 里的 UTF-8 文件", remedy: "请检查文件名和编码")
            return nil
        }
        let lines = text.split(whereSeparator: \.isNewline).map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map { field in
                String(field.drop { $0 == "\u{FEFF}" })
            }
        }
        let width = lines.first?.count ?? 0
        if let uneven = lines.firstIndex(where: { $0.count != width }) {
            file.report(
                expected: "每行应有 \(width) 列", found: "\(file.text) 第\(uneven + 1)行有 \(lines[uneven].count) 列",
                remedy: "请照表头填写")
            return nil
        }
        return lines
    }
}

/// Reads a table that is printed across, and adds up its margins.
private struct GridReader {
    let file: YAMLEntry
    let keys: [String]
    let marks: [String: String]
    /// The head of the column that counts the marks of each row; nil where there is none.
    let marginColumn: String?
    /// The first field of the row that counts the marks of each column.
    let marginRow: String?

    func grid(_ lines: [[String]]) -> ReferenceTable.Grid? {
        let head = lines[0]
        let end = marginColumn == nil ? head.count : head.count - 1
        let isWhole = head.count > keys.count + 1 && Array(head.prefix(keys.count)) == keys
        guard isWhole, marginColumn == nil || head.last == marginColumn else {
            file.report(
                expected: "\(file.text) 的表头应以 \(keys.joined(separator: "、")) 开头"
                    + (marginColumn.map { "，以 \($0) 结尾" } ?? ""),
                found: "读到“\(head.joined(separator: ",").prefix(60))”", remedy: "请照此改正")
            return nil
        }
        var rows: [ReferenceTable.Grid.Row] = []
        var total: [String]?
        for (number, line) in lines.enumerated().dropFirst() {
            if let marginRow, line[0] == marginRow {
                total = line
                continue
            }
            let own = Array(line[keys.count..<end])
            if let strange = own.first(where: { !$0.isEmpty && marks[$0] == nil }) {
                report(number, "应为 \(marks.keys.sorted().joined(separator: "、")) 或空白", "读到“\(strange)”")
            }
            let count = own.count { !$0.isEmpty }
            if marginColumn != nil, line[end] != "\(count)" { report(number, "合计应为 \(count)", "读到“\(line[end])”") }
            rows.append(ReferenceTable.Grid.Row(keys: Array(line.prefix(keys.count)), marks: own))
        }
        if marginRow != nil {
            let counts = (keys.count..<end).map { column in
                "\(rows.count { !$0.marks[column - keys.count].isEmpty })"
            }
            let told = total.map { Array($0[keys.count..<end]) } ?? []
            if told != counts {
                report(lines.count - 1, "各列合计应为 \(counts.joined(separator: "、"))", "读到“\(told.joined(separator: "、"))”")
            }
        }
        return ReferenceTable.Grid(keys: keys, heads: Array(head[keys.count..<end]), rows: rows)
    }

    private func report(_ line: Int, _ expected: String, _ found: String) {
        file.report(expected: expected, found: "\(file.text) 第\(line + 1)行\(found)", remedy: "请与来文核对")
    }
}
