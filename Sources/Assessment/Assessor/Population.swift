import History
import Standards

/// All consortia under assessment, in the order of the bytes of their ids, with their panels and what they share.
struct Population: Sendable {
    let consortia: [Consortium]
    let panels: [Panel]
    private let national: NationalContext
    private let assessor: Assessor

    /// Where no rule consults signals, `consultsSignals` saves the search for them.
    init(_ input: AssessmentInput, assessor: Assessor, consultsSignals: Bool = true) {
        let consortia = input.consortia.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
        let empty = assessor.emptyPanel
        let panels = consortia.map { input.panels[$0.id] ?? empty }
        self.consortia = consortia
        self.panels = panels
        self.assessor = assessor
        national =
            consultsSignals
            ? NationalContext(
                input: input, consortia: consortia, panels: panels, rules: assessor.rules, year: assessor.year)
            : NationalContext(registers: input.registers, signals: [:])
    }

    var count: Int { consortia.count }

    func subject(_ index: Int) -> Subject {
        Subject(consortium: consortia[index], panel: panels[index], national: national, assessor: assessor)
    }

    /// The consortium of an id; nil where there is none.
    func subject(of consortium: String) -> Subject? {
        consortia.firstIndex { $0.id == consortium }.map { subject($0) }
    }

    /// What `body` makes of each consortium, in their order, on all cores.
    func map<Result: Sendable>(_ body: @Sendable (Subject) -> Result) -> [Result] {
        concurrently(count) { body(subject($0)) }
    }
}
