extension NormCoverage {
    /// The page `docs/sources.md`: each source with its sentences, and what carries each or why nothing does.
    ///
    /// Of a source whose text belongs to others it shows the places only.
    package var markdown: String {
        var lines = [
            "# The official texts, sentence by sentence", "",
            "Made from `data/norms` by the tests (`RECORD_SNAPSHOTS=1` writes it anew); do not edit it by hand.",
            "A sentence is *carried* where an observation point, a clause, a parameter or a day of the calendar says",
            "what it says; what stands in italics beside the carriers is the part that they leave out. A sentence that",
            "nothing carries has the reason. *Shown by* is what shows it on the sample data (`data/norms/shown/sample.yml`): a",
            "command, or a page of the report in `var/reports/2025`; of several alike the first three.", "",
            "| source | sentences | carried | of these in part | with a reason | missing |",
            "| --- | ---: | ---: | ---: | ---: | ---: |",
        ]
        lines += parts.map { part in
            let counts = [
                part.sentences.count, part.sentences.count(where: \.state.isCarried),
                part.sentences.count(where: \.isPartial), part.count(.reasoned), part.count(.missing),
            ]
            let link = "[\(part.source.title)](#\(part.source.id))"
            return "| \(link) | \(counts.map(String.init).joined(separator: " | ")) |"
        }
        for part in parts { lines += Self.section(part) }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func section(_ part: Part) -> [String] {
        let source = part.source
        var lines = ["", "<a id=\"\(source.id)\"></a>", "## \(source.title)", ""]
        let facts = [
            ("Number", source.number ?? "none"), ("Issuer", source.issuer ?? "not said"),
            ("Date", source.date ?? "none in the text"),
            ("Carriers", "of edition `\(source.edition)` where no other is named"),
        ]
        lines += facts.map { "- \($0): \($1)" }
        if let note = source.note { lines.append("- Note: \(note)") }
        var isInTable = false
        for passage in part.passages {
            switch passage {
            case .heading(let text):
                if isInTable { lines.append("") }
                lines += isInTable || lines.last?.hasPrefix("- ") != true ? [] : [""]
                // Headings that follow each other are paragraphs, not one line.
                lines += ["**\(escaped(text))**", ""]
                isInTable = false
            case .sentence(let sentence):
                if !isInTable { lines += tableHead(source, after: lines.last) }
                lines.append(row(sentence, of: source))
                isInTable = true
            }
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }

    private static func tableHead(_ source: NormSource, after last: String?) -> [String] {
        let gap = last?.isEmpty == false ? [""] : []
        return gap
            + (source.wording == .placed
                ? ["| place | carried by, or why not | shown by |", "| --- | --- | --- |"]
                : [
                    "| id | \(source.wording == .verbatim ? "sentence" : "in our words") | carried by, or why not | shown by |",
                    "| --- | --- | --- | --- |",
                ])
    }

    private static func row(_ sentence: Sentence, of source: NormSource) -> String {
        let norm = sentence.norm
        var cells = source.wording == .placed ? [norm.place] : [norm.id, norm.text]
        cells = cells.map(escaped)
        let reason = norm.reason.map(escaped)
        switch sentence.state {
        case .tested, .carried:
            cells.append(carriers(sentence, of: source) + (reason.map { " *\($0)*" } ?? ""))
        case .reasoned: cells.append(reason ?? "")
        case .missing: cells.append("**missing**")
        }
        cells.append(shown(sentence))
        return "| " + cells.joined(separator: " | ") + " |"
    }

    /// `explain C001 6.1.1 --year 2025`, several one below the other.
    private static func shown(_ sentence: Sentence) -> String {
        let most = 3
        let told = sentence.shown.prefix(most).map { text in
            text.hasPrefix("page ") ? escaped(String(text.dropFirst(5))) : "`\(text)`"
        }
        let rest = sentence.shown.count > most ? ["and \(sentence.shown.count - most) alike"] : []
        return (told + rest).joined(separator: "<br>")
    }

    /// `point 6.1.1, 6.1.2; rule 16.3`
    private static func carriers(_ sentence: Sentence, of source: NormSource) -> String {
        sentence.targetsByKind.map { kind, targets in
            "\(kind.rawValue) \(targets.map { $0.name(beside: source.edition) }.joined(separator: ", "))"
        }.joined(separator: "; ")
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("|", with: "\\|").replacing("*", with: "\\*").replacing("_", with: "\\_")
            .replacing("<", with: "&lt;").replacing("\n", with: " ")
    }
}
