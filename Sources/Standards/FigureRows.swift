/// The figures of one file, and the texts that their rows name by places.
package struct FigureRows: Sendable {
    package let consortia: [String]
    package let indicators: [IndicatorCode]
    /// The sheets; nil for a file that has none.
    package let sheets: [String?]
    package let notes: [String]
    package let rows: [FigureRow]

    package init(
        consortia: [String], indicators: [IndicatorCode], sheets: [String?], notes: [String], rows: [FigureRow]
    ) {
        self.consortia = consortia
        self.indicators = indicators
        self.sheets = sheets
        self.notes = notes
        self.rows = rows
    }

    /// The note at a place plus one; nil for 0.
    package func note(_ place: UInt32) -> String? { place == 0 ? nil : notes[Int(place) - 1] }
}

extension FigureRows {
    /// The same of observations that each have their texts.
    package init(_ observations: some Sequence<Observation>) {
        var consortia = Places<String>()
        var indicators = Places<IndicatorCode>()
        var sheets = Places<String?>()
        var notes = Places<String>()
        func place(of note: String?) -> UInt32 { note.map { UInt32(notes.place(of: $0) + 1) } ?? 0 }
        let rows = observations.map { row in
            FigureRow(
                value: row.value, basis: row.basis, year: Int16(clamping: row.year.value),
                consortium: UInt32(consortia.place(of: row.consortium)),
                indicator: UInt16(indicators.place(of: row.indicator)), column: UInt16(clamping: row.source.column),
                line: UInt32(clamping: row.source.row), evidence: place(of: row.evidence),
                reason: place(of: row.reason), sheet: UInt16(sheets.place(of: row.source.sheet)),
                explanation: place(of: row.explanation), period: row.period)
        }
        self.init(
            consortia: consortia.all, indicators: indicators.all, sheets: sheets.all, notes: notes.all, rows: rows)
    }

    /// Things in the order in which they come, each once.
    private struct Places<Thing: Hashable> {
        private(set) var all: [Thing] = []
        private var known: [Thing: Int] = [:]

        mutating func place(of thing: Thing) -> Int {
            if let place = known[thing] { return place }
            known[thing] = all.count
            all.append(thing)
            return all.count - 1
        }
    }
}
