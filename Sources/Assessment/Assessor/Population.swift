import FEEL
import History
import Standards

/// All consortia that the edition judges, in the order of the bytes of their ids, with their panels and what they share.
struct Population: Sendable {
    let consortia: [Consortium]
    let panels: [Panel]
    /// Every register entry of a consortium that has several, by id, in the order of the days they hold from.
    private let entries: [String: [Consortium]]
    private let national: NationalContext
    private let closings: [ReportingYear: Closing]
    private let assessor: Assessor

    /// What had been received at the close of a year's window.
    private struct Closing: Sendable {
        let panels: [String: Panel]
        let corrections: [String: CalendarDate]
        let national: NationalContext
    }

    /// Where no rule consults signals, `consultsSignals` saves the search for them.
    init(_ input: AssessmentInput, assessor: Assessor, consultsSignals: Bool = true) {
        let kind = assessor.rules.edition.kind
        let all = Dictionary(grouping: input.consortia.filter { $0.kind == kind }, by: \.id).mapValues { entries in
            entries.count == 1 ? entries : entries.sorted(by: Self.holdsEarlier)
        }
        let lastDay = assessor.year.lastDay
        let consortia = all.values.compactMap { entries in lastDay.flatMap { entries.entry(on: $0) } ?? entries.last }
            .sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
        let empty = assessor.emptyPanel
        let panels = consortia.map { input.panels[$0.id] ?? empty }
        self.consortia = consortia
        self.panels = panels
        self.assessor = assessor
        entries = all.filter { $0.value.count > 1 }
        let registers = NationalContext(
            registers: input.registers, signals: [:], parts: input.parts, ranks: input.ranks)
        national =
            consultsSignals
            ? NationalContext(
                registers: input.registers,
                signals: SignalSearch(
                    input: input, consortia: consortia, panels: panels, assessor: assessor, registers: registers
                ).signals, parts: input.parts, ranks: input.ranks)
            : registers
        closings = input.closings.mapValues { closing in
            Closing(
                panels: closing.panels, corrections: closing.corrections,
                national: NationalContext(
                    registers: closing.registers ?? input.registers, signals: [:], ranks: input.ranks))
        }
    }

    /// An entry without a day holds from the beginning.
    private static func holdsEarlier(_ left: Consortium, _ right: Consortium) -> Bool {
        guard let second = right.validFrom else { return false }
        return left.validFrom.map { $0 < second } ?? true
    }

    var count: Int { consortia.count }

    func subject(_ index: Int) -> Subject {
        let consortium = consortia[index]
        let entries = entries[consortium.id] ?? [consortium]
        var subject = Subject(
            consortium: consortium, entries: entries, panel: panels[index], national: national, assessor: assessor)
        for (year, closing) in closings {
            guard year <= assessor.year, let panel = closing.panels[consortium.id] else { continue }
            subject.corrections[year] = closing.corrections[consortium.id]
            subject.closings[year] = Subject(
                consortium: consortium, entries: entries, panel: panel, national: closing.national, assessor: assessor)
        }
        return subject
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
