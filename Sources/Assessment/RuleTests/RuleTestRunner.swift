import FEEL
import History
import Standards

/// Runs rule tests: what is given to a clause, a figure or the verdict table, against what people should then read.
package struct RuleTestRunner: Sendable {
    private let rules: RuleBook

    package init(_ rules: RuleBook) {
        self.rules = rules
    }

    /// What one case came to.
    package struct Result: Sendable {
        package let test: RuleTestCase
        /// What differs, in words; empty where the case holds.
        package let differences: [String]

        package var holds: Bool { differences.isEmpty }
    }

    package func run(_ test: RuleTestCase) -> Result {
        let differences =
            switch test.subject {
            case .clause(let clause): run(clause)
            case .acceptance(let acceptance): run(acceptance)
            case .verdict(let verdict): run(verdict)
            case .rating(let rating): run(rating)
            }
        return Result(test: test, differences: differences)
    }

    // MARK: - Clauses

    private func run(_ test: ClauseTest) -> [String] {
        guard let program = rules.clauses.first(where: { $0.clause.code == test.clause }) else {
            return ["标准里没有条款“\(test.clause)”"]
        }
        let check = subject(
            test.consortium, test.year, test.observations, registers: test.registers, signals: test.signals,
            today: test.today
        ).checked(program)
        let (remedy, protection) = (check.remedy, check.protection)
        return [
            Self.difference("结果", expected: test.outcome.rawValue, found: check.outcome.rawValue),
            Self.difference("待定", expected: test.pending?.rawValue ?? "无", found: check.pending?.rawValue ?? "无"),
            Self.difference("文字", expected: test.text, found: check.text),
            Self.difference("豁免", expected: test.isWaived ? "是" : "否", found: check.waivedBy == nil ? "否" : "是"),
            Self.difference("差额", expected: test.remedy?.amount ?? "无", found: remedy?.amount.description ?? "无"),
            Self.difference("单位", expected: test.remedy?.unit ?? "无", found: remedy?.unit ?? "无"),
            Self.difference("整改", expected: test.remedy?.text ?? "无", found: remedy?.text ?? "无"),
            Self.difference("防止", expected: test.protection?.text ?? "无", found: protection?.text ?? "无"),
            Self.difference(
                "期限", expected: test.protection?.by ?? "无", found: protection?.by.description ?? "无"),
            Self.difference(
                "未决年度", expected: test.openYears.map(\.description).joined(separator: "、"),
                found: check.openCases.map(\.year.description).joined(separator: "、")),
        ].compactMap(\.self)
    }

    /// The consortium of a test, with what is given of it.
    private func subject(
        _ consortium: Consortium, _ year: ReportingYear, _ observations: [Observation],
        registers: Registers = Registers(), signals: [ClauseTest.Signal] = [], today: CalendarDate? = nil
    ) -> Subject {
        let edition = rules.edition
        let layout = PanelLayout(
            firstYear: edition.baseYear, yearCount: max(1, year.value - edition.baseYear.value + 2),
            indicatorCount: edition.indicators.count)
        let accepted = registers.determinations.filter { $0.decision == .acceptPlanChange }.map(\.year)
        var builder = PanelBuilder(
            layout: layout, indicators: edition.indicators, acceptedPlanYears: Set(accepted))
        for observation in observations {
            guard let indicator = edition.indicator(observation.indicator) else { continue }
            builder.observe(
                indicator: indicator.ordinal, year: observation.year, basis: observation.basis,
                value: observation.value, locator: .none)
        }
        let signals = signals.map { given in
            let kinds = CredibilitySignal.Kind.allCases
            let kind = kinds.first { $0.title == given.kind } ?? .evidenceReuse
            return CredibilitySignal(
                id: given.id, kind: kind, grade: given.grade == CredibilitySignal.Grade.strong.title ? .strong : .weak,
                consortium: consortium.id, parties: [consortium.id], year: given.year, text: given.text, because: [])
        }
        return Subject(
            consortium: consortium, panel: builder.build(),
            national: NationalContext(registers: registers, signals: [consortium.id: signals]),
            assessor: Assessor(rules: rules, year: year, dates: AssessmentDates(today: today)))
    }

    // MARK: - Acceptance and verdict

    private func run(_ test: AcceptanceTest) -> [String] {
        guard let point = rules.edition.points.first(where: { $0.code == test.point }) else {
            return ["标准里没有观测点“\(test.point)”"]
        }
        let check = subject(test.consortium, test.year, test.observations).check(point)
        return [
            Self.difference("结果", expected: test.outcome.rawValue, found: check.outcome.rawValue)
        ].compactMap(\.self)
    }

    private func run(_ test: VerdictTest) -> [String] {
        let row = rules.verdicts.row(
            forValues: rules.verdicts.names.map { name in
                test.summary[name].map(RuleVocabulary.value(of:)) ?? .number(.zero)
            }, standing: test.standing, parameters: rules.edition.parameters.values(in: test.year))
        return [
            Self.difference("结论", expected: test.verdict, found: row?.row.verdict ?? "无"),
            Self.difference("行", expected: "\(test.row)", found: row.map { "\($0.index + 1)" } ?? "无"),
        ].compactMap(\.self)
    }

    /// Judged with a register of incidents that covers the year and is empty.
    private func run(_ test: RatingTest) -> [String] {
        var registers = Registers()
        registers.ratings = test.ratings
        let covered = CalendarDate(year: test.year.value + 1, month: 1, day: 1).map { ["": $0] } ?? [:]
        registers.incidentCoverage = Registers.Coverage(covered)
        let subject = subject(test.consortium, test.year, [], registers: registers)
        guard let rating = subject.rated() else { return ["标准里没有评定的观测点"] }
        let row = rules.verdicts.row(
            for: rating.summary, standing: subject.tenure.standing(in: test.year), parameters: subject.parameters)
        let points = Dictionary(uniqueKeysWithValues: rating.book.points.map { ($0.point.code, $0.grade) })
        let agreement = rating.book.agreement
        return [
            Self.difference("结论", expected: test.verdict, found: row?.row.verdict ?? "无"),
            Self.difference("行", expected: "\(test.row)", found: row.map { "\($0.index + 1)" } ?? "无"),
            test.agreed.flatMap {
                Self.difference("一致数", expected: "\($0)", found: agreement.map { "\($0.agreed)" } ?? "无")
            },
            test.kappa.flatMap {
                Self.difference("加权κ", expected: $0, found: agreement?.kappa.map(Self.thousandths) ?? "无")
            },
        ].compactMap(\.self)
            + test.grades.sorted { $0.key < $1.key }.compactMap { code, grade in
                Self.difference(
                    "\(code) 的评定", expected: grade?.title ?? "无", found: (points[code] ?? nil)?.title ?? "无")
            }
    }

    /// To three places.
    private static func thousandths(_ number: Double) -> String { "\((number * 1000).rounded() / 1000)" }

    private static func difference(_ what: String, expected: String, found: String) -> String? {
        expected == found ? nil : "\(what)应为“\(expected)”，得到“\(found)”"
    }
}

extension Subject {
    fileprivate func checked(_ program: ClauseProgram) -> ClauseCheck {
        check(program, inputs(for: year), explaining: false)
    }
}
