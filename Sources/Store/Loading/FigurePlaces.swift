internal import Standards

/// What the places that the rows of one file name stand for in the store, each looked up once, when a row first names it.
struct FigurePlaces {
    private let figures: FigureRows
    /// By place of the indicator; nil for one that the edition does not know.
    private let ordinals: [Int?]
    private let isPlan: [Bool]
    private var consortia: [Int64?]
    private var indicators: [Int64?]
    private var parts: [Int64?]
    private var lastNote: (place: UInt32, documents: [String]) = (0, [])

    init(_ figures: FigureRows, _ edition: Edition) {
        self.figures = figures
        let known = figures.indicators.map { edition.indicator($0) }
        ordinals = known.map { $0?.ordinal }
        isPlan = known.map { $0?.revisionPolicy == .first }
        consortia = Array(repeating: nil, count: figures.consortia.count)
        indicators = Array(repeating: nil, count: figures.indicators.count)
        parts = Array(repeating: nil, count: figures.sheets.count)
    }

    func ordinal(_ row: FigureRow) -> Int? { ordinals[Int(row.indicator)] }

    func isPlan(_ row: FigureRow) -> Bool { isPlan[Int(row.indicator)] }

    mutating func consortium(_ row: FigureRow, _ id: (String) throws -> Int64) rethrows -> Int64 {
        if let known = consortia[Int(row.consortium)] { return known }
        let found = try id(figures.consortia[Int(row.consortium)])
        consortia[Int(row.consortium)] = found
        return found
    }

    mutating func indicator(_ row: FigureRow, _ id: (String) throws -> Int64) rethrows -> Int64 {
        if let known = indicators[Int(row.indicator)] { return known }
        let found = try id(figures.indicators[Int(row.indicator)].text)
        indicators[Int(row.indicator)] = found
        return found
    }

    mutating func part(_ row: FigureRow, _ id: (String?) throws -> Int64) rethrows -> Int64 {
        if let known = parts[Int(row.sheet)] { return known }
        let found = try id(figures.sheets[Int(row.sheet)])
        parts[Int(row.sheet)] = found
        return found
    }

    /// The SHA-256 of the documents that a row names as evidence.
    mutating func documents(_ row: FigureRow) -> [String] {
        guard row.evidence != 0 else { return [] }
        if lastNote.place != row.evidence {
            lastNote = (row.evidence, figures.note(row.evidence).map(DocumentHash.all) ?? [])
        }
        return lastNote.documents
    }
}
