package import Standards

/// The observations of a submission in the order of its rows: a collection of ``Standards/Observation`` values that
/// are made as they are asked for, out of 48 bytes each, since a file may hold millions.
package struct ObservationTable: Sendable {
    /// The consortia that rows speak of, in the order in which they come.
    package private(set) var consortia: [String] = []
    private var numbers: [String: UInt32] = [:]

    let indicators: [Indicator]
    /// By ordinal, whether an indicator is of a plan, which may be for years to come.
    let isPlan: [Bool]
    /// The sheets that entries stand in.
    var parts: [SourcePart] = []
    var notes: [String] = []
    var entries: [Entry] = []
    /// Cells of the reported year that a yearly workbook was sent out with and that say nothing: not among the entries.
    var silent: [Entry] = []
    /// Positions of the entries in the order of their keys; empty where that is the order they are in.
    var order: [UInt32] = []

    /// A row, its texts by their places: of consortia in the table's own order, of indicators by ordinal.
    typealias Entry = FigureRow

    init(indicators: [Indicator]) {
        self.indicators = indicators
        isPlan = indicators.map { $0.revisionPolicy == .first }
    }
}

extension ObservationTable: RandomAccessCollection {
    package var startIndex: Int { 0 }
    package var endIndex: Int { entries.count }

    package subscript(position: Int) -> Observation {
        let entry = entries[position]
        return Observation(
            consortium: consortia[Int(entry.consortium)], indicator: indicators[Int(entry.indicator)].code,
            year: ReportingYear(Int(entry.year)), basis: entry.basis, value: entry.value,
            evidence: note(entry.evidence), reason: note(entry.reason), explanation: note(entry.explanation),
            source: source(of: entry))
    }

    /// The latest year that is reported on, by consortium; 0 where there are only promises and plans.
    var reportedYears: [Int16] {
        var years = [Int16](repeating: 0, count: consortia.count)
        // By places: to copy a row costs more than to look at it.
        func look(at entries: [Entry]) {
            for place in entries.indices
            where entries[place].basis == .actual && !isPlan[Int(entries[place].indicator)] {
                let consortium = Int(entries[place].consortium)
                years[consortium] = Swift.max(years[consortium], entries[place].year)
            }
        }
        look(at: entries)
        look(at: silent)
        return years
    }

    /// How many cells were read, those among them that say nothing.
    var cellCount: Int { entries.count + silent.count }

    /// The number of a consortium, a new one where it has none.
    mutating func number(of consortium: String) -> UInt32 {
        if let known = numbers[consortium] { return known }
        let number = UInt32(consortia.count)
        numbers[consortium] = number
        consortia.append(consortium)
        return number
    }

    func note(_ position: UInt32) -> String? {
        position == 0 ? nil : notes[Int(position) - 1]
    }

    /// The cell of the cube that an entry is about.
    func key(of entry: Entry) -> ObservationKey {
        ObservationKey(
            consortium: consortia[Int(entry.consortium)], indicator: indicators[Int(entry.indicator)].code,
            year: ReportingYear(Int(entry.year)), basis: entry.basis)
    }

    func place(of entry: Entry) -> RowPlace {
        RowPlace(
            sheet: parts[Int(entry.sheet)].sheet, row: Int(entry.line), column: Int(entry.column),
            isHidden: entry.isHidden)
    }

    func source(of entry: Entry) -> CellSource {
        CellSource(part: parts[Int(entry.sheet)], row: Int(entry.line), column: Int(entry.column))
    }
}

extension ObservationTable {
    /// Two entries about the same cell of the cube.
    struct Collision {
        let kept: Entry
        let dropped: Entry
        let isSame: Bool
    }

    /// Leaves one entry for each cell of the cube: the last that is not blank, and the first that gives a figure where the
    /// indicator keeps its first figure (a plan); of those that people see, where any of them is not blank. Must be called once the entries are complete, before ``entry(_:_:_:_:)``.
    mutating func removeDuplicates() -> [Collision] {
        var collisions = removeHidden()
        guard zip(entries, entries.dropFirst()).contains(where: { $0.key >= $1.key }) else { return collisions }
        order = sortedPositions()
        var dropped: Set<UInt32> = []
        var run = 0
        while run < order.count {
            let key = entries[Int(order[run])].key
            let end = order[run...].firstIndex { entries[Int($0)].key != key } ?? order.count
            if end - run > 1 {
                let kept = kept(among: order[run..<end])
                for position in order[run..<end] where position != kept {
                    let (entry, other) = (entries[Int(position)], entries[Int(kept)])
                    collisions.append(Collision(kept: other, dropped: entry, isSame: entry.value == other.value))
                    dropped.insert(position)
                }
            }
            run = end
        }
        guard !dropped.isEmpty else { return collisions }
        entries = entries.indices.filter { !dropped.contains(UInt32($0)) }.map { entries[$0] }
        order = sortedPositions()
        return collisions
    }

    /// Takes out what hidden cells say of figures that a yearly workbook shows as it was sent out.
    private mutating func removeHidden() -> [Collision] {
        guard entries.contains(where: \.isHidden), !silent.isEmpty else { return [] }
        let shown = Dictionary(silent.lazy.filter { !$0.isHidden && $0.value != .missing }.map { ($0.key, $0) }) { $1 }
        let hidden = entries.filter { $0.isHidden && shown[$0.key] != nil }
        entries.removeAll { $0.isHidden && shown[$0.key] != nil }
        return hidden.compactMap { entry in
            shown[entry.key].map { Collision(kept: $0, dropped: entry, isSame: $0.value == entry.value) }
        }
    }

    /// Lets cells that a workbook was sent out with speak after all where evidence or an explanation was added to a
    /// figure that still stands: that reverts nothing.
    mutating func reportAgain(_ standing: (ObservationKey) -> ObservedValue?) {
        let spoken = silent.filter {
            ($0.evidence != 0 || $0.explanation != 0) && $0.value.status == .reported
                && standing(key(of: $0)) == $0.value
        }
        guard !spoken.isEmpty else { return }
        let keys = Set(spoken.map(\.key))
        silent.removeAll { keys.contains($0.key) }
        entries += spoken
        order = sortedPositions()
    }

    /// The table with everything that the file gives, also what it only repeats.
    package var everything: ObservationTable {
        guard !silent.isEmpty else { return self }
        var table = self
        table.entries += table.silent
        table.silent = []
        table.order = table.sortedPositions()
        return table
    }

    /// Lets entries say nothing.
    mutating func silence(where saysNothing: (Entry) -> Bool) {
        let silenced = entries.filter(saysNothing)
        guard !silenced.isEmpty else { return }
        removeAll(where: saysNothing)
        silent += silenced
    }

    /// Leaves the entries that could not be read, in the room that they need.
    mutating func keepRejected() {
        entries = entries.indices.filter { entries[$0].value.status == .rejected }.map { entries[$0] }
        silent = []
        order = order.isEmpty ? [] : sortedPositions()
    }

    /// Takes entries out. Those that are left keep their order.
    mutating func removeAll(where isUnwanted: (Entry) -> Bool) {
        let isOrdered = order.isEmpty
        entries.removeAll(where: isUnwanted)
        if !isOrdered { order = sortedPositions() }
    }

    /// The table without what it says of consortia for which `isKept` is false.
    func keeping(_ isKept: (String) -> Bool) -> ObservationTable {
        let kept = consortia.map(isKept)
        guard kept.contains(false) else { return self }
        var table = ObservationTable(indicators: indicators)
        table.parts = parts
        table.notes = notes
        for (consortium, isKept) in zip(consortia, kept) where isKept { _ = table.number(of: consortium) }
        func renumbered(_ entries: [Entry]) -> [Entry] {
            entries.compactMap { entry in
                guard kept[Int(entry.consortium)] else { return nil }
                return Entry(
                    value: entry.value, basis: entry.basis, year: entry.year,
                    consortium: table.number(of: consortia[Int(entry.consortium)]), indicator: entry.indicator,
                    column: entry.column, line: entry.line, evidence: entry.evidence, reason: entry.reason,
                    sheet: entry.sheet, isHidden: entry.isHidden, explanation: entry.explanation)
            }
        }
        table.entries = renumbered(entries)
        table.silent = renumbered(silent)
        if !order.isEmpty { table.order = table.sortedPositions() }
        return table
    }

    /// The entry about a cell of the cube, if there is one.
    /// - Parameter ranks: where to look for it; nil for everywhere.
    func entry(
        _ consortium: UInt32, _ indicator: Int, _ year: Int, _ basis: Basis, among ranks: Range<Int>? = nil
    ) -> Entry? {
        let key = Entry.key(consortium, UInt16(indicator), Int16(year), basis)
        let rank = rank(of: key, among: ranks ?? 0..<entries.count)
        guard rank < entries.count else { return nil }
        let entry = entries[position(rank)]
        return entry.key == key ? entry : nil
    }

    /// Where the entries of a consortium stand in the order of their keys.
    func ranks(of consortium: UInt32) -> Range<Int> {
        let all = 0..<entries.count
        return rank(of: UInt64(consortium) << 32, among: all)..<rank(of: UInt64(consortium + 1) << 32, among: all)
    }

    /// The first place in the order of keys whose key is not below `key`.
    private func rank(of key: UInt64, among ranks: Range<Int>) -> Int {
        var (low, high) = (ranks.lowerBound, ranks.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if entries[position(middle)].key < key { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The figures as they are stored: in the order of their keys, so that what the table says of one consortium comes
    /// together; as they are where it has several sheets, which are few.
    package var figures: FigureRows {
        FigureRows(
            consortia: consortia, indicators: indicators.map(\.code), sheets: parts.map(\.sheet), notes: notes,
            rows: order.isEmpty || parts.count != 1 ? entries : order.map { entries[Int($0)] })
    }

    private func position(_ rank: Int) -> Int {
        order.isEmpty ? rank : Int(order[rank])
    }

    private func sortedPositions() -> [UInt32] {
        entries.indices.map { (key: entries[$0].key, position: UInt32($0)) }
            .sorted { ($0.key, $0.position) < ($1.key, $1.position) }
            .map(\.position)
    }

    private func kept(among positions: ArraySlice<UInt32>) -> UInt32 {
        let shown = positions.filter { !entries[Int($0)].isHidden }
        if shown.count < positions.count, shown.contains(where: { entries[Int($0)].value != .missing }) {
            return kept(among: shown[...])
        }
        let first = positions[positions.startIndex]
        let last = positions[positions.endIndex - 1]
        guard indicators[Int(entries[Int(first)].indicator)].revisionPolicy == .first else {
            return positions.last { entries[Int($0)].value != .missing } ?? last
        }
        return positions.first { entries[Int($0)].value.status == .reported } ?? last
    }
}
