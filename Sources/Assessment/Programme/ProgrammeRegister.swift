package import FEEL
package import History
package import Standards

/// What checks of a programme look at: consortia with their entries, where they stand, and some of their figures.
package struct ProgrammeRegister: Sendable {
    /// A consortium with what else is known of it.
    package struct Member: Sendable {
        let consortium: Consortium
        let standing: Standing
        let provincialOn: CalendarDate?
        let nationalOn: CalendarDate?
        let incidents: [Incident]
        /// What it published, as the register of documents has it.
        let filings: [Filing]
        /// Nil where figures were not read.
        let panel: Panel?
    }

    package let year: ReportingYear
    package let today: CalendarDate
    package let regions: RegionNames
    /// By the ids of the targets.
    let targetFigures: [String: [TargetFigure]]
    /// In the order of their ids.
    package let members: [Member]

    /// - Parameter panels: those of the consortia whose figures are asked for.
    package init(
        _ input: AssessmentInput, edition: Edition, year: ReportingYear, today: CalendarDate, regions: RegionNames,
        panels: [String: Panel] = [:]
    ) {
        self.year = year
        self.today = today
        self.regions = regions
        targetFigures = Dictionary(grouping: input.registers.targetFigures) { figure in
            figure.target.filter { !$0.isWhitespace }.lowercased()
        }
        let filings = Grouped(input.registers.filings, by: \.consortium)
        let entries = Dictionary(grouping: input.entries, by: \.id)
        let transitions = Dictionary(grouping: input.registers.transitions, by: \.consortium)
        let incidents = Dictionary(grouping: input.registers.incidents, by: \.consortium)
        members = input.consortia.filter { $0.kind == edition.kind }.sorted { $0.id < $1.id }.map { consortium in
            let own = (entries[consortium.id] ?? [consortium]).inOrderOfValidity
            let tenure = Tenure(
                consortium, entries: own, transitions: transitions[consortium.id] ?? [], earliest: edition.baseYear,
                level: edition.countsFrom, today: today)
            let designation = own.designation(at: .national)
            return Member(
                consortium: consortium, standing: tenure.standing(in: year),
                provincialOn: own.designatedOn(exactly: .province),
                nationalOn: designation.isBelow ? nil : designation.day, incidents: incidents[consortium.id] ?? [],
                filings: filings[consortium.id], panel: panels[consortium.id])
        }
    }
}

extension ProgrammeRegister.Member {
    /// Whether it has a title, by which it has to publish.
    var hasTitle: Bool { [.cultivation, .accepted].contains(standing) }

    /// The names that formulas know of every consortium; figures of a programme come after them.
    static let entries: [(name: String, type: FEELType)] = [
        ("编号", .string), ("名称", .string), ("省份", .string), ("市州", .string), ("市州名称", .string), ("园区", .string),
        ("园区级别", .string), ("牵头学校", .string), ("牵头企业", .string), ("批次", .string), ("状态", .string),
        ("省级认定日期", .date), ("国家级认定日期", .date), ("事件", .list(.context(RuleVocabulary.incidentType))),
        ("承诺项", .number), ("兑现项", .number), ("未兑现项", .number), ("各园区", .list(.context(parkType))),
    ]

    private static let parkType = ContextType([("名称", .string), ("级别", .string), ("地区", .string)])

    /// The values of ``entries`` and then of `figures`.
    func values(
        _ figures: [Indicator], in year: ReportingYear, edition: Edition, regions: RegionNames
    ) -> [Value] {
        func text(_ text: String) -> Value {
            let told = text.trimmingWhitespace
            return told.isEmpty ? .null : .string(told)
        }
        let promises = promises(in: year, edition)
        let parks = consortium.parks(regions).map { park in
            Value.context(
                Context(shape: Self.parkType.shape, values: [text(park.name), text(park.level), text(park.region)]))
        }
        let register: [Value] = [
            .string(consortium.id), .string(consortium.name), text(consortium.province), text(consortium.prefecture),
            consortium.prefecture.isEmpty ? .null : .string(regions[consortium.prefecture]), text(consortium.park),
            text(consortium.parkLevel), text(consortium.leadSchool), text(consortium.leadEnterprise),
            text(consortium.cohort), .string(standing.title), RuleVocabulary.date(provincialOn),
            RuleVocabulary.date(nationalOn), .list(incidents.map(RuleVocabulary.value(of:))),
        ]
        return register
            + [promises.made, promises.kept, promises.broken].map { count in
                count.map { .number(Decimal128($0)) } ?? .null
            } + [.list(parks)] + figures.map { latest($0, upTo: year, from: edition.baseYear) }
    }

    /// The latest actual value.
    private func latest(_ indicator: Indicator, upTo year: ReportingYear, from first: ReportingYear) -> Value {
        guard let panel else { return .null }
        for year in (min(first, year)...year).reversed() {
            let value = panel.value(indicator.ordinal, year)
            if value.status == .reported { return RuleVocabulary.value(of: value) }
        }
        return .null
    }

    /// Of the numbers committed for `year`: how many there are, how many actual ones reach them, how many fall short. Nil
    /// where figures were not read.
    private func promises(in year: ReportingYear, _ edition: Edition) -> (made: Int?, kept: Int?, broken: Int?) {
        guard let panel else { return (nil, nil, nil) }
        var (made, kept, broken) = (0, 0, 0)
        for indicator in edition.indicators where indicator.kind.isNumeric {
            guard case .number(let promised) = panel.value(indicator.ordinal, year, .committed) else { continue }
            made += 1
            guard case .number(let actual) = panel.value(indicator.ordinal, year) else { continue }
            // A better rank is a lower one.
            let isKept = indicator.kind == .rank ? actual <= promised : actual >= promised
            if isKept { kept += 1 } else { broken += 1 }
        }
        return (made, kept, broken)
    }
}

extension String {
    var trimmingWhitespace: String {
        var text = self[...]
        while text.first?.isWhitespace ?? false { text.removeFirst() }
        while text.last?.isWhitespace ?? false { text.removeLast() }
        return String(text)
    }
}
