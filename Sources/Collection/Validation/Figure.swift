internal import Standards

/// An entry of a submission among its siblings: the other figures of the same consortium, in the submission or, where
/// it does not speak of them, as they were known before.
struct Figure {
    var entry: ObservationTable.Entry {
        didSet {
            if entry.consortium != oldValue.consortium { own = table.ranks(of: entry.consortium) }
        }
    }
    /// Where the figures of its consortium stand among all.
    private var own: Range<Int>
    let table: ObservationTable
    let prior: ((ObservationKey) -> ObservedValue?)?
    private let effect: (ObservationKey) -> RevisionEffect
    private let reportedYears: [Int16]

    /// The first figure of `table`; nil where it has none.
    init?(
        in table: ObservationTable, prior: ((ObservationKey) -> ObservedValue?)?,
        effect: @escaping (ObservationKey) -> RevisionEffect = { _ in .replaces }
    ) {
        guard let first = table.entries.first else { return nil }
        entry = first
        own = table.ranks(of: first.consortium)
        self.table = table
        self.prior = prior
        self.effect = effect
        reportedYears = table.reportedYears
    }

    var source: CellSource { table.source(of: entry) }
    var consortium: String { table.consortia[Int(entry.consortium)] }
    var indicator: Indicator { table.indicators[Int(entry.indicator)] }
    var year: ReportingYear { ReportingYear(Int(entry.year)) }

    /// Whether the figure is of a year before the one that the submission is about.
    var isOfPastYear: Bool { entry.year < reportedYears[Int(entry.consortium)] }

    /// What the figure does to the one that stood before.
    var revisionEffect: RevisionEffect { effect(table.key(of: entry)) }

    /// What the submission says of another indicator of the same year, or of the same one of another year.
    func sibling(_ ordinal: Int, yearsAgo: Int = 0) -> ObservedValue? {
        table.entry(entry.consortium, ordinal, Int(entry.year) - yearsAgo, entry.basis, among: own)?.value
    }

    /// The same, falling back to what was known before.
    func value(of ordinal: Int, yearsAgo: Int = 0) -> ObservedValue? {
        sibling(ordinal, yearsAgo: yearsAgo) ?? known(ordinal, yearsAgo: yearsAgo)
    }

    /// What was known before the submission.
    func known(_ ordinal: Int, yearsAgo: Int = 0) -> ObservedValue? {
        guard let prior else { return nil }
        return prior(
            ObservationKey(
                consortium: consortium, indicator: table.indicators[ordinal].code,
                year: ReportingYear(Int(entry.year) - yearsAgo), basis: entry.basis))
    }

    /// The plan of a year, on either basis: as the submission gives it, else as it was first known.
    func plan(_ ordinal: Int, yearsAgo: Int = 0) -> ObservedValue? {
        for basis in Basis.allCases {
            let planned = table.entry(
                entry.consortium, ordinal, Int(entry.year) - yearsAgo, basis, among: own)?.value
            if let planned, planned.status == .reported { return planned }
        }
        return known(ordinal, yearsAgo: yearsAgo)
    }

    func finding(_ kind: FindingKind, _ values: [String: String]) -> Finding {
        Finding(kind, at: source, consortium: consortium, indicator: indicator.code, year: year, values)
    }
}
