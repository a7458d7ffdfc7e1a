internal import Spreadsheet
internal import Standards

// The parts of a form that somebody signs.

extension FormLineReader {
    mutating func readDeclarations(_ draft: inout Draft) {
        var missing: Set<FormLabel> = []
        for definition in crosswalk.declarations {
            if !lines.contains(where: { $0.isHeading(definition.heading) }), missing.insert(definition.heading).inserted
            {
                draft.sheet = nil
                draft.report(.missingLabel, ["table": crosswalk.title, "label": definition.heading.text])
            }
            guard let title = titleLine(of: definition) else {
                // Where the whole part is not there it has been said.
                guard !missing.contains(definition.heading) else { continue }
                draft.sheet = nil
                draft.report(.missingLabel, ["table": definition.heading.text, "label": definition.title.text])
                continue
            }
            let reading = DeclarationReader(definition, lines: body(below: title, of: definition)).read()
            keep(reading, of: definition, title: lines[title])
            guard !reading.declaration.lacking.isEmpty else { continue }
            report(
                .unsigned, at: reading.signature.line ?? lines[title],
                ["heading": definition.title.text, "what": reading.declaration.lacking.chineseList], &draft)
        }
    }

    private mutating func keep(
        _ reading: DeclarationReader.Reading, of definition: FormCrosswalk.Declaration, title: FormLine
    ) {
        func keep(_ part: String, _ label: String, _ piece: DeclarationReader.Piece?) {
            guard let piece else { return }
            add("\(definition.id)-\(part)", "\(definition.title.text) › \(label)", piece.text, piece.line ?? title)
        }
        keep("opinion", definition.opinion?.text ?? "", reading.opinion)
        keep("signature", definition.signatures.first?.text ?? "", reading.signature)
        keep("date", "日期", reading.date)
        keep("seal", definition.seal?.text ?? "", reading.seal)
        declarations.append(reading.declaration)
    }

    private func isTitle(_ line: FormLine, of definition: FormCrosswalk.Declaration) -> Bool {
        line.cell?.label == definition.title || line.isHeading(definition.title)
            || line.text(after: definition.title) != nil
    }

    private func titleLine(of definition: FormCrosswalk.Declaration) -> Int? {
        let start = lines.firstIndex { $0.isHeading(definition.heading) } ?? coverCount
        return lines.indices.dropFirst(start).first { isTitle(lines[$0], of: definition) }
    }

    /// The lines of a declaration: in a table those to the right of its title or, where titles stand side by side, below
    /// it; else those down to the next title or heading.
    private func body(below title: Int, of definition: FormCrosswalk.Declaration) -> [FormLine] {
        let line = lines[title]
        let others = crosswalk.declarations.filter { $0.id != definition.id }.compactMap(titleLine)
        var own: [FormLine] = []
        if let text = line.text(after: definition.title), !text.isEmpty {
            own.append(
                FormLine(
                    text: text, sheet: line.sheet, address: line.address, pictures: line.pictures, cell: line.cell))
        }
        guard let cell = line.cell else {
            let rest = lines[(title + 1)...]
            return own
                + rest.prefix { line in
                    !headings.contains { line.isHeading($0) }
                        && !crosswalk.declarations.contains { isTitle(line, of: $0) }
                }
        }
        let beside = others.compactMap { lines[$0].cell }.first {
            $0.table == cell.table && $0 != cell && $0.rows.overlaps(cell.rows)
        }
        let end = others.filter { $0 > title && lines[$0].cell?.table == cell.table }.min() ?? lines.count
        let rest = beside == nil ? lines[(title + 1)..<end] : lines[(title + 1)...]
        return own
            + rest.filter { other in
                guard let place = other.cell, place.table == cell.table else { return false }
                // A title may stand above the rest of its own cell.
                if place == cell { return cell.label != definition.title }
                return beside == nil
                    || place.rows.lowerBound > cell.rows.upperBound && place.columns.overlaps(cell.columns)
            }
    }

    mutating func readStatements(_ draft: inout Draft) {
        let content = Array(lines.dropFirst(coverCount))
        let texts = content.map(\.text)
        for statement in crosswalk.statements {
            let declaration = declarations.first { $0.id == statement.declaration }
            switch statement.find(in: texts) {
            case .unchanged(let line):
                add(statement.id, statement.title, statement.text, content[line])
                statements.append(
                    FoundStatement(
                        statement: statement, text: statement.text, isChanged: false, declaration: declaration,
                        line: content[line]))
            case .changed(let line, let text):
                add(statement.id, statement.title, text, content[line])
                statements.append(
                    FoundStatement(
                        statement: statement, text: text, isChanged: true, declaration: declaration,
                        line: content[line]))
                report(
                    .changedStatement, at: content[line],
                    ["statement": statement.title, "found": text, "expected": statement.text], &draft)
            case .missing:
                draft.sheet = nil
                draft.report(.missingStatement, ["statement": statement.title, "expected": statement.text])
            }
        }
    }
}

extension [String] {
    /// `签字、日期和公章`
    var chineseList: String {
        count < 2 ? first ?? "" : dropLast().joined(separator: "、") + "和" + (last ?? "")
    }
}
