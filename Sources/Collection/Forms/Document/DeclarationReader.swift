internal import FEEL
internal import Standards

/// Reads one declaration out of the lines between its title and the next, in whatever order and on whatever lines name,
/// seal and day stand.
struct DeclarationReader {
    let definition: FormCrosswalk.Declaration
    private let lines: [FormLine]
    /// All lines, their signs narrow, a line feed between.
    private var text: [Character] = []
    /// The same signs as they were written.
    private var written: [Character] = []
    /// The line that a sign stands in.
    private var places: [Int] = []

    init(_ definition: FormCrosswalk.Declaration, lines: [FormLine]) {
        self.definition = definition
        self.lines = lines
        for (number, line) in lines.enumerated() {
            let signs = Array(line.text.narrowed) + ["\n"]
            let own = Array(line.text.trimmed) + ["\n"]
            text += signs
            written += own.count == signs.count ? own : signs
            places += Array(repeating: number, count: signs.count)
        }
    }

    /// A piece of the declaration with the line that it stands in; nil for that line where the piece is not there.
    struct Piece {
        let text: String
        let line: FormLine?
    }

    struct Reading {
        let declaration: FormDeclaration
        let opinion: Piece?
        let signature: Piece
        let date: Piece
        let seal: Piece?
    }

    func read() -> Reading {
        let day = WrittenDay.last(in: text)
        let signatures = signatureLabels()
        let names = signatures.indices.map { name(after: $0, among: signatures, day) }.filter { !$0.isEmpty }
        let signature = names.joined(separator: "、")
        let signatureLines = signatures.flatMap { Array(places[$0.lowerBound]...places[$0.upperBound - 1]) }
        let pictures = lines.reduce(0) { $0 + $1.pictures }
        // Where a name is written a picture beside it is a seal.
        let isSignedByPicture = signature.isEmpty && signatureLines.contains { lines[$0].pictures > 0 }
        let seals = pictures - (isSignedByPicture ? 1 : 0)
        let opinion = definition.opinion.map { self.opinion(after: $0, before: signatures.first, day) }
        let isSealed: Bool? = definition.seal == nil ? nil : seals > 0
        let dateText = day.map { $0.reading == .blank ? "" : String(written[$0.range]).trimmed } ?? ""
        var date: CalendarDate?
        if case .day(let found)? = day?.reading { date = found }
        let declaration = FormDeclaration(
            id: definition.id, title: definition.title.text, opinion: opinion?.text, signature: signature,
            isSignedByPicture: isSignedByPicture, date: date, dateText: dateText, isSealed: isSealed,
            lacking: lacking(
                opinion: opinion?.text, isSigned: !signature.isEmpty || isSignedByPicture, day?.reading, dateText,
                isSealed))
        let place = signatures.first.map { lines[places[$0.lowerBound]] }
        return Reading(
            declaration: declaration, opinion: opinion, signature: Piece(text: declaration.signatory, line: place),
            date: Piece(text: dateText, line: day.map { lines[places[$0.range.upperBound - 1]] }),
            seal: isSealed.map { Piece(text: $0 ? "有图片" : "", line: lines.first { $0.pictures > 0 }) })
    }

    private func lacking(
        opinion: String?, isSigned: Bool, _ day: WrittenDay.Reading?, _ dateText: String, _ isSealed: Bool?
    ) -> [String] {
        let date: String? =
            switch day {
            case .day?: nil
            case .unreadable?: "完整的日期（读到“\(dateText)”）"
            case .blank?, nil: "日期"
            }
        return [
            opinion?.isEmpty == true ? definition.opinion?.text : nil,
            isSigned ? nil : definition.signatures.first?.text, date,
            isSealed == false ? definition.seal?.text : nil,
        ].compactMap(\.self)
    }

    // MARK: - Pieces

    /// Where the names are asked for: by the label of the form, or else by one that people write instead.
    private func signatureLabels() -> [Range<Int>] {
        for label in definition.signatures {
            var found: [Range<Int>] = []
            while let range = range(of: label, from: found.last?.upperBound ?? 0) { found.append(range) }
            if !found.isEmpty { return found }
        }
        return []
    }

    /// What follows a label up to the next, the seal or the day: `甲某、乙某` where several signed.
    private func name(after index: Int, among labels: [Range<Int>], _ day: WrittenDay?) -> String {
        let start = labels[index].upperBound
        var end = text.count
        if index + 1 < labels.count {
            // Before the next label stands whose it is.
            let next = labels[index + 1].lowerBound
            end = text[start..<next].lastIndex(of: "\n") ?? next
        }
        if let day, day.range.lowerBound >= start { end = min(end, day.range.lowerBound) }
        if let seal = sealMark(from: start) { end = min(end, seal.lowerBound) }
        guard start < end else { return "" }
        return text[start..<end].split { $0 == "\n" || "、,，;/".contains($0) }
            .map(Self.name).filter { !$0.isEmpty }.joined(separator: "、")
    }

    /// Names of two characters are often written apart.
    private static func name(_ text: ArraySlice<Character>) -> String {
        let words = text.filter { !":：()_".contains($0) }.split(whereSeparator: \.isWhitespace).map { String($0) }
        return words.allSatisfy { $0.count == 1 } ? words.joined() : words.joined(separator: "、")
    }

    /// The text between its label, or the start, and the line of the signature, or the seal or the day.
    private func opinion(after label: FormLabel, before signature: Range<Int>?, _ day: WrittenDay?) -> Piece {
        let start = range(of: label)?.upperBound ?? 0
        var end = text.count
        if let signature {
            end = text[..<signature.lowerBound].lastIndex(of: "\n") ?? signature.lowerBound
        } else if let seal = sealMark(from: start) {
            end = seal.lowerBound
        }
        if let day, day.range.lowerBound >= start { end = min(end, day.range.lowerBound) }
        guard start < end else { return Piece(text: "", line: nil) }
        let opinion = String(written[start..<end].drop { ":： \n".contains($0) })
        let first = text[start..<end].firstIndex { $0.isLetter || $0.isNumber }
        return Piece(text: FormText.filledIn(opinion), line: first.map { lines[places[$0]] })
    }

    /// Where the form marks the place of the seal, or people do: （盖章）.
    private func sealMark(from start: Int) -> Range<Int>? {
        [definition.seal, FormLabel("公章"), FormLabel("盖章")].compactMap(\.self)
            .compactMap { range(of: $0, from: start) }.min { $0.lowerBound < $1.lowerBound }
    }

    /// Where a label stands, whatever white space, brackets and line breaks are between its signs.
    private func range(of label: FormLabel, from start: Int = 0) -> Range<Int>? {
        let wanted = Array(label.key)
        guard !wanted.isEmpty else { return nil }
        for first in text.indices.dropFirst(start) where text[first] == wanted[0] {
            var (position, matched) = (first, 0)
            while position < text.count, matched < wanted.count {
                if text[position] == wanted[matched] {
                    matched += 1
                } else if text[position].isLetter || text[position].isNumber {
                    break
                }
                position += 1
            }
            if matched == wanted.count { return first..<position }
        }
        return nil
    }
}
