package import Collection
internal import Spreadsheet
package import Standards

/// What people are told of the files of a batch, in the order in which it was found: some hundred bytes each instead of
/// five hundred, since a nation's files come to hundreds of thousands. Each is made anew when it is asked for.
package struct ToldFindings: Sendable {
    /// A block for each file.
    private var blocks: [[UInt8]] = []
    private var kinds = Palette<FindingKind>()
    private var parts = Palette<SourcePart>()
    /// Codes, and the names of values.
    private var words = Palette<String>()
    private var counts: [FindingSeverity: Int] = [:]
    package private(set) var answeredCount = 0

    package init() {}

    /// Those that nobody has answered.
    package func count(of severity: FindingSeverity) -> Int { counts[severity] ?? 0 }

    package mutating func append(_ findings: [Finding]) {
        guard !findings.isEmpty else { return }
        var block: [UInt8] = []
        block.reserveCapacity(findings.count * 96)
        for finding in findings {
            if finding.answer == nil {
                counts[finding.kind.severity, default: 0] += 1
            } else {
                answeredCount += 1
            }
            write(finding, to: &block)
        }
        // Without the room that it grew into.
        blocks.append([UInt8](block[...]))
    }

    private mutating func write(_ finding: Finding, to block: inout [UInt8]) {
        let source = finding.source
        block.append(number: kinds.place(of: finding.kind))
        block.append(number: parts.place(of: source.part))
        block.append(number: source.row)
        block.append(number: source.column)
        block.append(number: finding.indicator.map { words.place(of: $0.text) + 1 } ?? 0)
        block.append(number: finding.year?.value ?? 0)
        block.append(text: finding.consortium)
        block.append(text: finding.answer)
        block.append(number: finding.values.count)
        for (name, value) in finding.values {
            block.append(number: words.place(of: name))
            block.append(text: value)
        }
    }

    /// What many have in common, each once.
    private struct Palette<Thing: Hashable & Sendable>: Sendable {
        private(set) var all: [Thing] = []
        private var places: [Thing: Int] = [:]

        mutating func place(of thing: Thing) -> Int {
            if let last = all.last, last == thing { return all.count - 1 }
            if let place = places[thing] { return place }
            places[thing] = all.count
            all.append(thing)
            return all.count - 1
        }
    }
}

extension ToldFindings: Sequence {
    package struct Iterator: IteratorProtocol {
        fileprivate let findings: ToldFindings
        private var block = 0
        private var position = 0

        fileprivate init(_ findings: ToldFindings) {
            self.findings = findings
        }

        package mutating func next() -> Finding? {
            while block < findings.blocks.count, position == findings.blocks[block].count {
                (block, position) = (block + 1, 0)
            }
            guard block < findings.blocks.count else { return nil }
            let (kind, part) = (findings.kinds.all[number()], findings.parts.all[number()])
            let source = CellSource(part: part, row: number(), column: number())
            let (indicator, year) = (number(), number())
            let (consortium, answer) = (text(), text())
            var values: [String: String] = [:]
            for _ in 0..<number() { values[findings.words.all[number()]] = text() }
            return Finding(
                kind, at: source, consortium: consortium,
                indicator: indicator == 0 ? nil : IndicatorCode(findings.words.all[indicator - 1]),
                year: year == 0 ? nil : ReportingYear(year), values, answer: answer)
        }

        private mutating func number() -> Int {
            var number = 0
            var shift = 0
            while true {
                let byte = findings.blocks[block][position]
                position += 1
                number |= Int(byte & 0x7F) << shift
                shift += 7
                if byte < 0x80 { return number }
            }
        }

        private mutating func text() -> String? {
            let count = number()
            guard count > 0 else { return nil }
            defer { position += count - 1 }
            return String(decoding: findings.blocks[block][position..<(position + count - 1)], as: UTF8.self)
        }
    }

    package func makeIterator() -> Iterator { Iterator(self) }
}

extension [UInt8] {
    /// Seven bits a byte, the lowest first.
    fileprivate mutating func append(number: Int) {
        var rest = UInt(bitPattern: number)
        while rest >= 0x80 {
            append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        append(UInt8(truncatingIfNeeded: rest))
    }

    /// Its length plus one, 0 for nil, and its bytes.
    fileprivate mutating func append(text: String?) {
        guard let text else { return append(number: 0) }
        append(number: text.utf8.count + 1)
        append(contentsOf: text.utf8)
    }
}
