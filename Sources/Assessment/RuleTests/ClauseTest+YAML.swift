import Configuration
import FEEL
import Standards

extension ClauseTest {
    init(_ fields: YAMLFields, _ edition: Edition) {
        let given = fields.required("given").map {
            YAMLFields($0, ["designatedOn", "observations", "policies", "incidents", "determinations", "signals"])
        }
        let expect = fields.required("expect").map { YAMLFields($0, ["outcome", "text", "remedy", "waived"]) }
        let clause =
            fields.required("clause")?.word(among: edition.clauses.map { ($0.code, $0.code) }) ?? ""
        let year = fields.year
        let consortium = Consortium.ofTests(designatedOn: given?.optional("designatedOn")?.date)
        func entries<Entry>(_ key: String, _ read: (YAMLEntry) -> Entry) -> [Entry]? {
            given?.optional(key)?.items.map(read)
        }
        self.init(
            clause: clause, year: year, consortium: consortium,
            observations: given?.optional("observations").map { Self.observations($0, consortium, edition) } ?? [],
            registers: Registers(
                policies: entries("policies") { Policy($0, consortium) },
                incidents: entries("incidents") { Incident($0, consortium) },
                determinations: entries("determinations") { Determination($0, consortium, clause, year) }),
            signals: entries("signals", Signal.init) ?? [],
            outcome: expect?.required("outcome")?.word() ?? .undetermined, text: expect?.text("text") ?? "",
            remedy: expect?.optional("remedy").map(ExpectedRemedy.init),
            isWaived: expect?.optional("waived")?.truth ?? false)
    }

    /// `6.1.2: {2024: 120, 2025: 80}`; a list of values is what was reported one after another.
    /// `9.1.1…9.1.6` are all indicators from one to the other, `2022…2025` all years.
    private static func observations(
        _ entry: YAMLEntry, _ consortium: Consortium, _ edition: Edition
    ) -> [Observation] {
        var observations: [Observation] = []
        for (codes, cells) in entry.pairs {
            for (years, values) in cells.pairs {
                for indicator in codes.indicators(of: edition) {
                    for year in years.years {
                        for value in values.isList ? values.items : [values] {
                            observations.append(
                                Observation(
                                    consortium: consortium.id, indicator: indicator.code, year: year, basis: .actual,
                                    value: value.observed(by: indicator), source: value.source))
                        }
                    }
                }
            }
        }
        return observations
    }
}

extension Consortium {
    static func ofTests(designatedOn: CalendarDate?) -> Consortium {
        Consortium(
            id: "T001", name: "测试联合体", kind: .municipal, province: "430000", prefecture: "430100", park: "",
            parkLevel: "", leadSchool: "", leadEnterprise: "", cohort: "", stage: "", designatedOn: designatedOn)
    }
}

extension Policy {
    fileprivate init(_ entry: YAMLEntry, _ consortium: Consortium) {
        let fields = YAMLFields(entry, ["issuedOn", "effective", "region"])
        self.init(
            id: "P\(entry.line)", level: nil, region: fields.optional("region")?.text ?? consortium.prefecture,
            title: "测试文件", number: "", issuer: "", issuedOn: fields.optional("issuedOn")?.date,
            isEffective: fields.optional("effective")?.truthIfKnown, evidence: nil, source: entry.source)
    }
}

extension Incident {
    fileprivate init(_ entry: YAMLEntry, _ consortium: Consortium) {
        let fields = YAMLFields(entry, ["on", "domain", "severity", "impact", "status"])
        self.init(
            id: "I\(entry.line)", consortium: consortium.id, occurredOn: fields.optional("on")?.date,
            domain: fields.optional("domain")?.titled(\.title), severity: fields.optional("severity")?.titled(\.title),
            hasAdverseImpact: fields.optional("impact")?.truthIfKnown,
            status: fields.optional("status")?.titled(\.title), evidence: nil, source: entry.source)
    }
}

extension Determination {
    /// A determination on the clause and year of the case, unless it names another year.
    fileprivate init(_ entry: YAMLEntry, _ consortium: Consortium, _ clause: String, _ year: ReportingYear) {
        let fields = YAMLFields(entry, ["decision", "by", "on", "ground", "year"])
        self.init(
            consortium: consortium.id, clause: clause, year: fields.optional("year")?.year ?? year,
            decision: fields.required("decision")?.titled(\.title) ?? .dismiss, by: fields.text("by"),
            on: fields.optional("on")?.date, ground: fields.optionalText("ground"), evidence: nil,
            source: entry.source)
    }
}

extension ClauseTest.Signal {
    fileprivate init(_ entry: YAMLEntry) {
        let fields = YAMLFields(entry, ["kind", "grade", "text"])
        self.init(
            kind: fields.text("kind"), grade: fields.required("grade")?.word(among: [("强", "强"), ("弱", "弱")]) ?? "",
            text: fields.optionalText("text"))
    }
}

extension ClauseTest.ExpectedRemedy {
    fileprivate init(_ entry: YAMLEntry) {
        let fields = YAMLFields(entry, ["amount", "unit", "text"])
        self.init(amount: fields.text("amount"), unit: fields.text("unit"), text: fields.text("text"))
    }
}

extension YAMLEntry {
    /// One of the words that forms use for `Word`, or blank.
    fileprivate func titled<Word: CaseIterable>(_ title: (Word) -> String) -> Word? {
        rawText == "" ? nil : word(among: Word.allCases.map { (title($0), $0) })
    }
}
