internal import FEEL

/// Everything that can carry a sentence, by kind and edition.
package struct NormCatalogue: Sendable {
    private struct Shelf: Hashable {
        let kind: NormCarrier.Kind
        let edition: String
    }

    /// Ids of the editions, in their order.
    package private(set) var editions: [String] = []
    private var codes: [Shelf: [String]] = [:]

    /// Points, clauses and parameters of `editions`, the days of their calendars, and what they define: their
    /// second-level indicators and the documents they come from.
    package init(_ editions: [Edition]) {
        for edition in editions {
            self.editions.append(edition.id)
            add(.point, of: edition.id, edition.points.map(\.code))
            add(.rule, of: edition.id, edition.clauses.map(\.code))
            add(.parameter, of: edition.id, edition.parameters.map(\.name))
            add(.deadline, of: edition.id, Self.days)
            add(.definition, of: edition.id, edition.categories.flatMap(\.goals).map(\.code))
            add(.definition, of: edition.id, edition.documents.map(\.id))
            add(.report, of: edition.id, edition.filings.map(\.id))
            if let ratings = edition.ratings {
                add(.point, of: edition.id, ratings.points.map(\.code))
                add(.definition, of: edition.id, ratings.groups.map(\.code) + ratings.leads.map(\.id))
            }
        }
    }

    /// The keys of `pipelines/calendar.yml`; an edition that is not named there has the usual days.
    private static let days = ["opens", "closes", "supplementsUntil", "rectifiesUntil"]

    /// Adds what other files define for an edition: quotas, reports, procedures.
    package mutating func add(_ kind: NormCarrier.Kind, of edition: String, _ codes: [String]) {
        self.codes[Shelf(kind: kind, edition: edition), default: []] += codes
    }

    package func contains(_ target: NormCarrier.Target) -> Bool {
        names(beside: target).contains(target.code)
    }

    /// What is wrong with a carrier that does not exist, told at its place; nil where it exists.
    func issue(of carrier: NormCarrier) -> NormIssue? {
        let target = carrier.target
        guard !contains(target) else { return nil }
        guard editions.contains(target.edition) else {
            return NormIssue(
                expected: "应为已有的标准", found: "读到“\(target.edition)”", remedy: "请查 data/standards",
                suggestion: NameSuggestion.nearest(to: target.edition, among: editions))
        }
        let names = names(beside: target)
        return NormIssue(
            expected: "应为 \(target.edition) 已有的\(target.kind.title)", found: "读到“\(target.code)”",
            remedy: names.isEmpty ? "还没有建的，请改写 reason" : "请改正；还没有建的，请改写 reason",
            suggestion: NameSuggestion.nearest(to: target.code, among: names))
    }

    private func names(beside target: NormCarrier.Target) -> [String] {
        codes[Shelf(kind: target.kind, edition: target.edition)] ?? []
    }
}

/// What is wrong with an entry, without its place.
struct NormIssue {
    let expected: String
    let found: String
    let remedy: String
    var suggestion: String?
}
