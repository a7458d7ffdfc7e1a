import FEEL
import History
import Standards

/// All consortia that the edition judges, in the order of the bytes of their ids, with what they share; their panels are
/// handed over where they are judged.
struct Population: Sendable {
    let consortia: [Consortium]
    /// Every register entry of a consortium that has several, by id, in the order of the days they hold from.
    private let entries: [String: [Consortium]]
    /// With the signals that were given; those that are looked for belong to each who is looked at.
    private let national: NationalContext
    /// Nil where no signals are looked for.
    private var search: SignalSearch?
    private var percentiles: PeerPercentiles?
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

    /// Where no rule consults signals, `consultsSignals` saves the search for them; the figures of the nation are then not
    /// asked for.
    init(_ input: AssessmentInput, assessor: Assessor, consultsSignals: Bool = true) {
        let edition = assessor.rules.edition
        self.init(
            input.consortia, several: input.entries,
            national: NationalContext(
                registers: input.registers, signals: [:], parts: input.parts, ranks: input.ranks),
            assessor: assessor)
        if consultsSignals {
            let figures = input.figures ?? NationalFigures(input, edition: edition, year: assessor.year)
            percentiles = figures.percentiles
            search = SignalSearch(input: input, in: self, figures: figures)
        }
        closings = Dictionary(
            uniqueKeysWithValues: Set(input.closings.keys).union(input.laterDays.keys).map { year in
                let closings = [input.closings[year]].compactMap(\.self) + input.laterDays[year, default: []]
                return (
                    year,
                    closings.map { closing in
                        Closing(
                            panels: closing.panels, day: closing.day, corrections: closing.corrections,
                            national: Self.context(of: closing, now: input, assessor),
                            entries: AssessmentInput.entries(closing.consortia, [], edition.kind))
                    }
                )
            })
    }

    /// What is known now, with nothing remembered and nothing looked for. `several` are the entries of consortia that have
    /// several, as in ``AssessmentInput/entries``.
    init(_ consortia: [Consortium], several: [Consortium], national: NationalContext, assessor: Assessor) {
        let all = AssessmentInput.entries(consortia, several, assessor.rules.edition.kind)
        let consortia = AssessmentInput.judged(all, in: assessor.year)
        self.consortia = consortia
        self.national = national
        self.assessor = assessor
        entries = all.filter { $0.value.count > 1 }
        places = Dictionary(uniqueKeysWithValues: consortia.indices.map { (consortia[$0].id, $0) })
    }

    /// The same registers as `assessor` sees them, with nothing remembered and nothing looked for.
    init(_ other: Population, assessor: Assessor) {
        let lastDay = assessor.year.lastDay
        consortia = other.consortia.map { consortium in
            guard let entries = other.entries[consortium.id] else { return consortium }
            return lastDay.flatMap { entries.entry(on: $0) } ?? entries.last ?? consortium
        }
        (national, entries, places) = (other.national, other.entries, other.places)
        self.assessor = assessor
    }

    /// What all shared then, with the signals where a decision may have rested on one.
    private static func context(
        of closing: AssessmentInput.Closing, now: AssessmentInput, _ assessor: Assessor
    ) -> NationalContext {
        let national = NationalContext(registers: closing.registers ?? now.registers, signals: [:], ranks: now.ranks)
        guard let whole = closing.whole.first, let search = Population(whole, assessor: assessor).search else {
            return national
        }
        return national.with(signals: search.signals(of: Array(whole.panels.keys), whole.panels))
    }

    var count: Int { consortia.count }

    /// Those whose panels a consortium is judged by: itself and those it came of.
    func panelsNeeded(by index: Int) -> [String] { panelsNeeded(by: consortia[index].id) }

    func panelsNeeded(by consortium: String) -> [String] { [consortium] + ancestors(of: consortium).map(\.id) }

    /// - Parameters:
    ///   - panels: those of ``panelsNeeded(by:)``; one without has reported nothing.
    ///   - signals: those of the same, where they are at hand.
    func subject(
        _ index: Int, _ panels: [String: Panel], signals: [String: [CredibilitySignal]]? = nil
    ) -> Subject {
        let found = signals ?? search?.signals(of: panelsNeeded(by: index), panels)
        let national = found.map(national.with) ?? national
        let ancestors = ancestors(of: consortia[index].id)
        var subject = subject(index, ancestors, panels, national)
        subject.predecessors = ancestors.compactMap { ancestor in
            places[ancestor.id].map { place in
                (self.subject(place, self.ancestors(of: ancestor.id), panels, national), ancestor)
            }
        }
        return subject
    }

    /// What a consortium came of; empty for one that is not here.
    func ancestors(of consortium: String) -> [Ancestor] { Ancestor.all(of: consortium, entries(of:)) }

    /// The trends of a consortium, with its percentiles where the figures of the nation are at hand.
    func trends(_ index: Int, _ panels: [String: Panel]) -> [Trend] {
        guard let panel = panels[consortia[index].id] else { return [] }
        return assessor.trendCalculator.trends(of: panel, percentiles.map { ($0, index) })
    }

    private func entries(of consortium: String) -> [Consortium] {
        entries[consortium] ?? places[consortium].map { [consortia[$0]] } ?? []
    }

    private func subject(
        _ index: Int, _ ancestors: [Ancestor], _ panels: [String: Panel], _ national: NationalContext
    ) -> Subject {
        let consortium = consortia[index]
        let entries = entries[consortium.id] ?? [consortium]
        var subject = Subject(
            consortium: consortium, entries: entries, ancestors: ancestors,
            panel: panels[consortium.id] ?? assessor.emptyPanel, national: national, assessor: assessor)
        for (year, closings) in closings where year <= assessor.year {
            for closing in closings {
                guard let panel = closing.panels[consortium.id] else { continue }
                let then = closing.entries[consortium.id] ?? entries
                // What it was held to have come of then, it answered for then.
                let ancestorsThen = Ancestor.all(of: consortium.id) { closing.entries[$0] ?? self.entries(of: $0) }
                let past = Subject(
                    consortium: assessor.year.lastDay.flatMap { then.entry(on: $0) } ?? consortium, entries: then,
                    ancestors: ancestorsThen, panel: panel, national: closing.national, assessor: assessor,
                    today: closing.day)
                subject.closings[year, default: []].append(
                    Moment(subject: past, correctedOn: closing.corrections[consortium.id]))
            }
        }
        return subject
    }

    /// The consortium of an id; nil where there is none. `panels` and `signals` as of ``subject(_:_:signals:)``.
    func subject(
        of consortium: String, _ panels: [String: Panel], signals: [String: [CredibilitySignal]]? = nil
    ) -> Subject? {
        places[consortium].map { subject($0, panels, signals: signals) }
    }

    /// The same with panels that are read.
    func subject<Failure: Error>(
        of consortium: String, reading source: PanelSource<Failure>
    ) throws(Failure) -> Subject? {
        guard let place = places[consortium] else { return nil }
        return subject(place, try source.panels(panelsNeeded(by: place)))
    }

    /// What `body` makes of each consortium, in their order, on all cores, where their panels stand in memory.
    func map<Result: Sendable>(
        _ panels: [String: Panel], _ body: @Sendable (Subject) -> Result
    ) -> [Result] {
        concurrently(count) { body(subject($0, panels)) }
    }
}
