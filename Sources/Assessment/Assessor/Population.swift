import FEEL
import History
import Standards

/// All consortia that the edition judges, in the order of the bytes of their ids, with what they share; their panels are
/// handed over where they are judged.
struct Population: Sendable {
    let consortia: [Consortium]
    /// Every register entry of a consortium that has several, by id, in the order of the days they hold from.
    private let entries: [String: [Consortium]]
    private let national: NationalContext
    /// Nil where no signals are looked for.
    private let search: SignalSearch?
    private let percentiles: PeerPercentiles?
    private let closings: [ReportingYear: [Closing]]
    private let places: [String: Int]
    private let assessor: Assessor

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
        let all = AssessmentInput.entries(input.consortia, input.entries, edition.kind)
        let consortia = input.judged(by: edition, in: assessor.year)
        self.consortia = consortia
        self.assessor = assessor
        entries = all.filter { $0.value.count > 1 }
        let national = NationalContext(
            registers: input.registers, signals: [:], parts: input.parts, ranks: input.ranks)
        self.national = national
        let figures =
            consultsSignals ? input.figures ?? NationalFigures(input, edition: edition, year: assessor.year) : nil
        percentiles = figures?.percentiles
        search = figures.flatMap { figures in
            SignalSearch(
                input: input, consortia: consortia, groups: figures.groups, assessor: assessor, registers: national)
        }
        places = Dictionary(uniqueKeysWithValues: consortia.indices.map { (consortia[$0].id, $0) })
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

    /// What all shared then, with the signals where a decision may have rested on one.
    private static func context(
        of closing: AssessmentInput.Closing, now: AssessmentInput, _ assessor: Assessor
    ) -> NationalContext {
        var national = NationalContext(
            registers: closing.registers ?? now.registers, signals: [:], ranks: now.ranks)
        if let whole = closing.whole.first {
            let then = Population(whole, assessor: assessor)
            for id in whole.panels.keys {
                guard let place = then.places[id] else { continue }
                national.signals.merge(then.signals(of: place, whole.panels)) { known, _ in known }
            }
        }
        return national
    }

    var count: Int { consortia.count }

    /// Those whose panels a consortium is judged by: itself and those it came of.
    func panelsNeeded(by index: Int) -> [String] {
        [consortia[index].id] + Ancestor.all(of: consortia[index].id, entries(of:)).map(\.id)
    }

    /// - Parameter panels: those of ``panelsNeeded(by:)``, where they reported anything.
    func subject(_ index: Int, _ panels: [String: Panel]) -> Subject {
        let ancestors = Ancestor.all(of: consortia[index].id, entries(of:))
        var subject = subject(index, ancestors, panels)
        subject.predecessors = ancestors.compactMap { ancestor in
            places[ancestor.id].map { place in
                (
                    self.subject(place, Ancestor.all(of: ancestor.id, entries(of:)), panels),
                    ancestor.lastYear
                )
            }
        }
        return subject
    }

    /// The trends of a consortium, with its percentiles where the figures of the nation are at hand.
    func trends(_ index: Int, _ panels: [String: Panel]) -> [Trend] {
        guard let panel = panels[consortia[index].id] else { return [] }
        return assessor.trendCalculator.trends(of: panel, percentiles.map { ($0, index) })
    }

    private func entries(of consortium: String) -> [Consortium] {
        entries[consortium] ?? places[consortium].map { [consortia[$0]] } ?? []
    }

    /// The signals of a consortium and of those it came of, by their ids.
    private func signals(of index: Int, _ panels: [String: Panel]) -> [String: [CredibilitySignal]] {
        guard let search else { return [:] }
        let places = panelsNeeded(by: index).compactMap { self.places[$0] }
        return Dictionary(
            places.map { place in
                let consortium = consortia[place]
                let panel = panels[consortium.id] ?? assessor.emptyPanel
                return (consortium.id, search.signals(of: consortium, panel: panel))
            }, uniquingKeysWith: { first, _ in first })
    }

    private func subject(_ index: Int, _ ancestors: [Ancestor], _ panels: [String: Panel]) -> Subject {
        let consortium = consortia[index]
        let entries = entries[consortium.id] ?? [consortium]
        var national = national
        national.signals = signals(of: index, panels)
        var subject = Subject(
            consortium: consortium, entries: entries, ancestors: ancestors,
            panel: panels[consortium.id] ?? assessor.emptyPanel, national: national, assessor: assessor)
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
