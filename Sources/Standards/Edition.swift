package import FEEL

/// A dated edition of an indicator system, with the rules that judge it: law as data.
///
/// Loaded from `data/standards/<id>/` by ``Edition/load(from:)``. An edition is added, never overwritten.
package struct Edition: Sendable {
    package let id: String
    package let title: String
    package let version: String
    /// The kind of body that the standard is for.
    package let kind: ConsortiumKind
    /// The first year that is reported, and the earliest that progress is measured from (基年).
    package let baseYear: ReportingYear
    /// 施行年: years that end before it warn and never trigger; nil where the source bears no date.
    package let inForceFrom: ReportingYear?
    /// The level of designation that years are counted from; nil where any is.
    package let countsFrom: DesignationLevel?
    /// The documents that clauses and parameters refer to.
    package let documents: [SourceDocument]
    /// The hierarchy down to observation points, in the order of the source.
    package let categories: [Category]
    /// Every figure that is reported: a leaf an observation point, or one a component of a point that has several.
    package let indicators: [Indicator]
    /// Named numbers that formulas may use, each with its basis.
    package private(set) var parameters: [Parameter]
    /// Figures computed a year at a time; they alone may name indicators.
    package let measures: [Measure]
    /// The clauses of the negative list, of revocation and of work plans, with their rules.
    package let clauses: [Clause]
    /// How an observation point is accepted; nil where the edition accepts nothing.
    package let acceptance: AcceptanceRules?
    /// How outcomes become a verdict; empty where the edition gives none.
    package let verdicts: VerdictRules
    /// What makes figures doubtful (`credibility.yml`); nil where nothing is looked for.
    package let credibility: CredibilityRules?
    /// The documents that are asked for (`filings.yml`); empty where none are.
    package let filings: [FilingKind]
    /// What people rate in words (`ratings.yml`); nil where they rate nothing.
    package let ratings: RatingScheme?
    /// By standing, the id of the edition by whose ratings a consortium is judged instead of by this one's tables.
    package let ratedUnder: [Standing: String]
    /// The ways by which consortia are evaluated beside their figures (`evaluations.yml`); empty where there are none.
    package let evaluationSources: [EvaluationSource]
    /// What may be told by quarter, too (`quarters.yml`); empty where nothing may.
    package let quarterRules: [QuarterRule]
    /// SHA-256 over the files of the standard, in the order of their names: what a run record cites.
    package let digest: String

    package init(
        id: String, title: String, version: String, kind: ConsortiumKind, baseYear: ReportingYear,
        inForceFrom: ReportingYear? = nil, countsFrom: DesignationLevel? = nil, documents: [SourceDocument],
        categories: [Category], indicators: [Indicator], parameters: [Parameter],
        measures: [Measure], clauses: [Clause], acceptance: AcceptanceRules?, verdicts: VerdictRules,
        credibility: CredibilityRules?, filings: [FilingKind] = [], ratings: RatingScheme? = nil,
        ratedUnder: [Standing: String] = [:], evaluationSources: [EvaluationSource] = [],
        quarterRules: [QuarterRule] = [], digest: String
    ) {
        self.id = id
        self.title = title
        self.version = version
        self.kind = kind
        self.baseYear = baseYear
        self.inForceFrom = inForceFrom
        self.countsFrom = countsFrom
        self.documents = documents
        self.categories = categories
        self.indicators = indicators
        self.parameters = parameters
        self.measures = measures
        self.clauses = clauses
        self.acceptance = acceptance
        self.verdicts = verdicts
        self.credibility = credibility
        self.filings = filings
        self.ratings = ratings
        self.ratedUnder = ratedUnder
        self.evaluationSources = evaluationSources
        self.quarterRules = quarterRules
        self.digest = digest
        self.ordinals = Dictionary(uniqueKeysWithValues: indicators.map { ($0.code, $0.ordinal) })
    }

    private let ordinals: [IndicatorCode: Int]

    /// The edition with other values of some parameters, in all years: for a trial, never to judge by.
    package func setting(_ values: [String: Decimal128]) -> Edition {
        guard !values.isEmpty else { return self }
        var edition = self
        edition.parameters = parameters.map { parameter in
            guard let value = values[parameter.name] else { return parameter }
            return Parameter(
                name: parameter.name, title: parameter.title, unit: parameter.unit,
                settings: [.init(validFrom: baseYear, value: value, basis: .convention, reference: "试用")])
        }
        return edition
    }

    /// The indicator of `code`, nil where the standard has none.
    package func indicator(_ code: IndicatorCode) -> Indicator? {
        ordinals[code].map { indicators[$0] }
    }

    /// The clause of `code` (`16.3`), nil where the standard has none.
    package func clause(_ code: String) -> Clause? {
        clauses.first { $0.code == code }
    }

    /// Whether the edition judges: it has clauses, or tables that give a verdict. One that does neither is monitored
    /// only.
    package var judges: Bool { !clauses.isEmpty || !verdicts.tables.isEmpty }

    package func document(_ id: String) -> SourceDocument? {
        documents.first { $0.id == id }
    }

    /// Every observation point, in the order of the source.
    package var points: [ObservationPoint] {
        categories.flatMap(\.goals).flatMap(\.criteria).flatMap(\.points)
    }
}

/// A document of the ministry or a province that a standard, a clause or a parameter comes from.
package struct SourceDocument: Sendable, Hashable, Identifiable {
    package let id: String
    package let title: String
    /// The document's number (教职成厅函〔2023〕15号), where it has one.
    package let number: String?
    package let issuer: String?
    /// The date as the document gives it; nil where its text bears none.
    package let date: String?
    /// Id of the document that it was issued with; nil where there is none.
    package let issuedWith: String?
    /// What is to be known of it: that it is cited from a reprint, that its text bears no date.
    package let note: String?

    package init(
        id: String, title: String, number: String?, issuer: String?, date: String?, issuedWith: String? = nil,
        note: String? = nil
    ) {
        self.id = id
        self.title = title
        self.number = number
        self.issuer = issuer
        self.date = date
        self.issuedWith = issuedWith
        self.note = note
    }
}
