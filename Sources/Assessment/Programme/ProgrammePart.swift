import FEEL
import Standards

/// A programme compiled: that of an edition, or what an overlay adds in its province.
struct ProgrammePart: Sendable {
    struct Entry: Sendable {
        let asked: Shared<ProgrammeCheck>
        let demand: Program?
        let applies: Program?
        let shows: Program?
        let remedy: TextTemplate?

        var check: ProgrammeCheck { asked.value }
    }

    /// The overlay's province; empty for the edition.
    let province: String
    private let entries: [Entry]
    private let targets: [(target: LocalTarget, entry: Entry)]
    private let publications: [(publication: Publication, entry: Entry)]
    private let figures: [Indicator]
    private let memberType: ContextType
    let tables: [Value]

    /// What formulas may name beside tables.
    private static func inputs(_ member: ContextType) -> [(name: String, type: FEELType)] {
        [
            ("对象", .string), ("年度", .number(unit: "年")), ("今日", .date), ("截止日", .date),
            ("联合体", .list(.context(member))), ("本联合体", .context(member)),
        ]
    }

    init(_ programme: Programme, province: String, edition: Edition, compiler: FormulaCompiler) {
        self.province = province
        figures = programme.figures.compactMap { edition.indicator($0.indicator) }
        memberType = ContextType(
            ProgrammeRegister.Member.entries + zip(programme.figures.map(\.name), figures).map { ($0, $1.valueType) })
        let types = programme.tables.map { table in
            ContextType(table.columns.map { ($0, FEELType.string) })
        }
        tables = zip(programme.tables, types).map { table, type in
            .list(
                table.rows.map { row in
                    .context(Context(shape: type.shape, values: row.map { $0.isEmpty ? .null : .string($0) }))
                })
        }
        let inputs =
            Self.inputs(memberType) + zip(programme.tables, types).map { ($0.name, .list(.context($1))) }
            + [("完成值", .number), ("有效至", .date)]
        let schema = compiler.schema(inputs: inputs)
        let worded = compiler.schema(inputs: inputs + [("数", .any)])
        func compiled(_ check: ProgrammeCheck) -> Entry {
            let place = "要求 \(check.id)"
            func program(_ formula: Formula?) -> Program? {
                formula.flatMap { compiler.compile($0, schema: schema, place: place)?.program }
            }
            let demand =
                switch check.demand {
                case .number(let formula, _, _), .condition(let formula): formula
                }
            return Entry(
                asked: Shared(check), demand: program(demand), applies: program(check.applies),
                shows: program(check.shows),
                remedy: check.remedy.map { TextTemplate($0, schema: worded, compiler: compiler, place: place) })
        }
        entries = programme.checks.map(compiled)
        targets = programme.targets.map { ($0, compiled($0.check)) }
        publications = programme.publications.map { ($0, compiled($0.check)) }
    }

    /// What every check comes to, in the order of the checks and of their subjects.
    func results(_ register: ProgrammeRegister, edition: Edition) -> [ProgrammeResult] {
        let members = register.members.filter { RegionCode.contains(province, $0.consortium.province) }
        let contexts = Dictionary(
            uniqueKeysWithValues: members.map { member in
                let values = member.values(figures, in: register.year, edition: edition, regions: register.regions)
                return (member.consortium.id, Value.context(Context(shape: memberType.shape, values: values)))
            })
        let asked = entries.flatMap { entry in
            let subjects = ProgrammeSubject.all(of: entry.check.scope, members, province, register.regions)
            return subjects.map { result(entry, $0, contexts, register) }
        }
        let published = publications.flatMap { publication, entry in
            members.map { result(entry, publication, $0, contexts[$0.consortium.id] ?? .null, register) }
        }
        return asked + targets.map { result($0.entry, $0.target, register) } + published
    }

    private func result(
        _ entry: Entry, _ subject: ProgrammeSubject, _ contexts: [String: Value], _ register: ProgrammeRegister
    ) -> ProgrammeResult {
        let check = entry.check
        let own = subject.consortia.compactMap { contexts[$0] }
        let inputs: [Value] =
            [
                .string(subject.title), .number(Decimal128(register.year.value)), .date(register.today),
                RuleVocabulary.date(check.due), .list(own), check.scope == .consortium ? own.first ?? .null : .null,
            ] + tables + [.null, .null]
        func result(_ outcome: ProgrammeOutcome, _ value: Value = .null) -> ProgrammeResult {
            let shown = outcome == .notApplicable ? "" : entry.shows.flatMap { $0.evaluate(inputs).string } ?? ""
            return ProgrammeResult(
                asked: entry.asked, province: province, subject: subject.key, title: subject.title,
                consortia: subject.consortia, outcome: outcome, number: value.number, shown: shown,
                text: Self.text(
                    check, subject.title, outcome, value.number, shown, remedy: entry.remedy?.text(inputs + [value])))
        }
        if let applies = entry.applies {
            guard let applies = applies.truth(inputs) else { return result(.undetermined) }
            guard applies else { return result(.notApplicable) }
        }
        let isDue = check.due.map { register.today > $0 } ?? true
        let value = entry.demand?.evaluate(inputs) ?? .null
        let holds = check.limit.map { limit in value.number.map(limit.holds) } ?? value.boolean
        return switch holds {
        case nil: result(.undetermined, value)
        case true: result(.met, value)
        default: result(!isDue ? .pending : check.isApproximate || check.isAdvice ? .behind : .notMet, value)
        }
    }

    /// What to do, where something is; then what was found and what is asked.
    private static func text(
        _ check: ProgrammeCheck, _ subject: String, _ outcome: ProgrammeOutcome, _ number: Decimal128?,
        _ shown: String, remedy: String?
    ) -> String {
        guard outcome != .notApplicable else { return "不适用" }
        var found = shown
        if case .number(_, let limit, let unit) = check.demand {
            found = number.map { "\($0)\(unit)" } ?? "\(check.title)：登记不全，尚不能计数"
            if let number, case .atLeast(let limit) = limit, number < limit { found += "，差\(limit - number)\(unit)" }
            found += check.limitText.map { "（要求\($0)\(check.due.map { "，\($0.inChinese)前" } ?? "")）" } ?? ""
            if !shown.isEmpty { found += "：\(shown)" }
        }
        if found.isEmpty { found = outcome == .undetermined ? "登记不全，尚不能判断" : outcome.title }
        let hasRemedy = outcome == .notMet || outcome == .pending || outcome == .behind
        guard hasRemedy, let remedy else { return found + "。" }
        return "\(remedy)。\(found)。"
    }
}
