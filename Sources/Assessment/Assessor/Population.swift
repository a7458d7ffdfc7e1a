import FEEL
import History
import Standards

/// All consortia that the edition judges, in the order of the bytes of their ids, with their panels and what they share.
struct Population: Sendable {
    let consortia: [Consortium]
    let panels: [Panel]
    /// Every register entry of a consortium that has several, by id, in the order of the days they hold from.
    private let entries: [String: [Consortium]]
    private(set) var national: NationalContext
    private var closings: [ReportingYear: [Closing]] = [:]
    private let places: [String: Int]
    let assessor: Assessor

    /// What had been received at the close of a year's window, or by the end of a later day.
    private struct Closing: Sendable {
        let panels: [String: Panel]
        let day: CalendarDate?
        let corrections: [String: CalendarDate]
        let national: NationalContext
        /// As of ``Population/entries``, of those whose entries then are at hand.
        let entries: [String: [Consortium]]
    }

    /// Where no rule consults signals, `consultsSignals` saves the search for them.
    init(_ input: AssessmentInput, assessor: Assessor, consultsSignals: Bool = true) {
        let kind = assessor.rules.edition.kind
        self.init(
            input.consortia, several: input.entries, panels: input.panels,
            national: NationalContext(
                registers: input.registers, signals: [:], parts: input.parts, ranks: input.ranks),
            assessor: assessor)
        if consultsSignals { national = national.with(signals: SignalSearch(input: input, in: self).signals) }
        closings = Dictionary(
            uniqueKeysWithValues: Set(input.closings.keys).union(input.laterDays.keys).map { year in
                let closings = [input.closings[year]].compactMap(\.self) + input.laterDays[year, default: []]
                return (
                    year,
                    closings.map { closing in
                        Closing(
                            panels: closing.panels, day: closing.day, corrections: closing.corrections,
                            national: Self.context(of: closing, now: input, assessor),
                            entries: Self.entries(closing.consortia, [], kind))
                    }
                )
            })
    }

    /// What is known now, with nothing remembered. `several` are the entries of consortia that have several, as in
    /// ``AssessmentInput/entries``; one without a panel has reported nothing.
    init(
        _ consortia: [Consortium], several: [Consortium], panels: [String: Panel], national: NationalContext,
        assessor: Assessor
    ) {
        let all = Self.entries(consortia, several, assessor.rules.edition.kind)
        let lastDay = assessor.year.lastDay
        let consortia = all.values.compactMap { entries in lastDay.flatMap { entries.entry(on: $0) } ?? entries.last }
            .sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
        let empty = assessor.emptyPanel
        self.consortia = consortia
        self.panels = consortia.map { panels[$0.id] ?? empty }
        self.national = national
        self.assessor = assessor
        entries = all.filter { $0.value.count > 1 }
        places = Dictionary(uniqueKeysWithValues: consortia.indices.map { (consortia[$0].id, $0) })
    }

    /// The same figures and registers as `assessor` sees them, with nothing remembered.
    init(_ other: Population, national: NationalContext, assessor: Assessor) {
        let lastDay = assessor.year.lastDay
        consortia = other.consortia.map { consortium in
            guard let entries = other.entries[consortium.id] else { return consortium }
            return lastDay.flatMap { entries.entry(on: $0) } ?? entries.last ?? consortium
        }
        (panels, entries, places) = (other.panels, other.entries, other.places)
        self.national = national
        self.assessor = assessor
    }

    /// The entries of each consortium in the order of the days they hold from.
    private static func entries(
        _ consortia: [Consortium], _ several: [Consortium], _ kind: ConsortiumKind
    ) -> [String: [Consortium]] {
        let dated = Dictionary(grouping: several.filter { $0.kind == kind }, by: \.id)
        let own = Dictionary(grouping: consortia.filter { $0.kind == kind }, by: \.id)
        return own.merging(dated) { _, dated in dated }.mapValues(\.inOrderOfValidity)
    }

    /// What all shared then, with the signals where a decision may have rested on one.
    private static func context(
        of closing: AssessmentInput.Closing, now: AssessmentInput, _ assessor: Assessor
    ) -> NationalContext {
        let registers = closing.registers ?? now.registers
        let signals = closing.whole.first.map { Population($0, assessor: assessor).national.signals } ?? [:]
        return NationalContext(registers: registers, signals: signals, ranks: now.ranks)
    }

    var count: Int { consortia.count }

    func subject(_ index: Int) -> Subject {
        let ancestors = Ancestor.all(of: consortia[index].id, entries(of:))
        var subject = subject(index, ancestors)
        subject.predecessors = ancestors.compactMap { ancestor in
            places[ancestor.id].map { place in
                (self.subject(place, Ancestor.all(of: ancestor.id, entries(of:))), ancestor)
            }
        }
        return subject
    }

    private func entries(of consortium: String) -> [Consortium] {
        entries[consortium] ?? places[consortium].map { [consortia[$0]] } ?? []
    }

    private func subject(_ index: Int, _ ancestors: [Ancestor]) -> Subject {
        let consortium = consortia[index]
        let entries = entries[consortium.id] ?? [consortium]
        var subject = Subject(
            consortium: consortium, entries: entries, ancestors: ancestors, panel: panels[index], national: national,
            assessor: assessor)
        for (year, closings) in closings where year <= assessor.year {
            for closing in closings {
                guard let panel = closing.panels[consortium.id] else { continue }
                let then = closing.entries[consortium.id] ?? entries
                let past = Subject(
                    consortium: assessor.year.lastDay.flatMap { then.entry(on: $0) } ?? consortium, entries: then,
                    ancestors: ancestors, panel: panel, national: closing.national, assessor: assessor,
                    today: closing.day)
                subject.closings[year, default: []].append(
                    Moment(subject: past, correctedOn: closing.corrections[consortium.id]))
            }
        }
        return subject
    }

    /// The consortium of an id; nil where there is none.
    func subject(of consortium: String) -> Subject? {
        places[consortium].map { subject($0) }
    }

    /// What `body` makes of each consortium, in their order, on all cores.
    func map<Result: Sendable>(_ body: @Sendable (Subject) -> Result) -> [Result] {
        concurrently(count) { body(subject($0)) }
    }
}
