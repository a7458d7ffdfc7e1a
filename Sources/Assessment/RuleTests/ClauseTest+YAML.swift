import Configuration
import FEEL
import Standards

extension ClauseTest {
    init(_ fields: YAMLFields, _ edition: Edition) {
        let given = fields.required("given").map {
            YAMLFields(
                $0,
                [
                    "designatedOn", "stage", "today", "observations", "committed", "transitions", "policies",
                    "incidents",
                    "registeredUntil", "determinations", "signals", "plans",
                ])
        }
        let expect = fields.required("expect").map {
            YAMLFields($0, ["outcome", "pending", "text", "remedy", "protect", "waived", "open"])
        }
        let clause =
            fields.required("clause")?.word(among: edition.clauses.map { ($0.code, $0.code) }) ?? ""
        let year = fields.year
        let consortium = Consortium.ofTests(
            designatedOn: given?.optional("designatedOn")?.date, stage: given?.optional("stage")?.text ?? "")
        func entries<Entry>(_ key: String, _ read: (YAMLEntry) -> Entry) -> [Entry]? {
            given?.optional(key)?.items.map(read)
        }
        func observations(_ key: String, _ basis: Basis) -> [Observation] {
            given?.optional(key).map { Self.observations($0, consortium, edition, basis) } ?? []
        }
        // A register that is written has been sent by an authority, after the end of the year unless another day is said.
        let until = given?.optional("registeredUntil")?.date ?? CalendarDate(year: year.value + 1, month: 1, day: 1)
        func coverage(_ key: String) -> Registers.Coverage {
            Registers.Coverage(given?.optional(key) == nil ? [:] : until.map { ["": $0] } ?? [:])
        }
        var registers = Registers(
            policies: entries("policies") { Policy($0, consortium) } ?? [],
            incidents: entries("incidents") { Incident($0, consortium) } ?? [],
            determinations: entries("determinations") { Determination($0, consortium, clause, year) } ?? [],
            transitions: (entries("transitions") { Transition($0, consortium) } ?? []).compactMap(\.self),
            policyCoverage: coverage("policies"), incidentCoverage: coverage("incidents"))
        let plans = entries("plans") { GivenPlan($0, consortium) } ?? []
        registers.workPlans = plans.flatMap(\.entries).sorted { $0.receivedOn < $1.receivedOn }
        registers.filings = registers.workPlans.filings + plans.flatMap { $0.documents(edition) }
        self.init(
            clause: clause, year: year, consortium: consortium,
            observations: observations("committed", .committed) + observations("observations", .actual),
            registers: registers,
            signals: entries("signals") { Signal($0, year) } ?? [], today: given?.optional("today")?.date,
            outcome: expect?.required("outcome")?.word() ?? .undetermined, pending: expect?.optional("pending")?.word(),
            text: expect?.text("text") ?? "", remedy: expect?.optional("remedy").map(ExpectedRemedy.init),
            protection: expect?.optional("protect").map(ExpectedProtection.init),
            isWaived: expect?.optional("waived")?.truth ?? false,
            openYears: expect?.optional("open")?.items.map(\.year) ?? [])
    }

    /// `6.1.2: {2024: 120, 2025: 80}`; a list of values is what was reported one after another.
    /// `9.1.1…9.1.6` are all indicators from one to the other, `2022…2025` all years.
    private static func observations(
        _ entry: YAMLEntry, _ consortium: Consortium, _ edition: Edition, _ basis: Basis
    ) -> [Observation] {
        var observations: [Observation] = []
        for (codes, cells) in entry.pairs {
            for (years, values) in cells.pairs {
                for indicator in codes.indicators(of: edition) {
                    for year in years.years {
                        for value in values.isList ? values.items : [values] {
                            observations.append(
                                Observation(
                                    consortium: consortium.id, indicator: indicator.code, year: year, basis: basis,
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
    static func ofTests(designatedOn: CalendarDate?, stage: String = "") -> Consortium {
        Consortium(
            id: "T001", name: "测试联合体", kind: .municipal, province: "430000", prefecture: "430100", park: "",
            parkLevel: "", leadSchool: "", leadEnterprise: "", cohort: "", stage: stage, designatedOn: designatedOn)
    }
}

extension Policy {
    fileprivate init(_ entry: YAMLEntry, _ consortium: Consortium) {
        let fields = YAMLFields(
            entry, ["issuedOn", "effective", "region", "validUntil", "repealedOn", "reported"])
        let isOwn = fields.optional("reported")?.truthIfKnown ?? false
        self.init(
            id: "P\(entry.line)", level: nil, region: fields.optional("region")?.text ?? consortium.prefecture,
            title: "测试文件", number: "", issuer: "", issuedOn: fields.optional("issuedOn")?.date,
            isEffective: fields.optional("effective")?.truthIfKnown, evidence: nil,
            validUntil: fields.optional("validUntil")?.date, repealedOn: fields.optional("repealedOn")?.date,
            reportedBy: isOwn ? consortium.id : nil, source: entry.source)
    }
}

extension Incident {
    fileprivate init(_ entry: YAMLEntry, _ consortium: Consortium) {
        let fields = YAMLFields(entry, ["id", "on", "domain", "severity", "impact", "status"])
        self.init(
            id: fields.optional("id")?.text ?? "I\(entry.line)", consortium: consortium.id,
            occurredOn: fields.optional("on")?.date,
            domain: fields.optional("domain")?.titled(\.title), severity: fields.optional("severity")?.titled(\.title),
            hasAdverseImpact: fields.optional("impact")?.truthIfKnown,
            status: fields.optional("status")?.titled(\.title), evidence: nil, source: entry.source)
    }
}

extension Determination {
    /// A determination on the clause and year of the case, unless it names another year.
    fileprivate init(_ entry: YAMLEntry, _ consortium: Consortium, _ clause: String, _ year: ReportingYear) {
        let fields = YAMLFields(
            entry, ["decision", "by", "on", "ground", "year", "subject", "id", "withdraws", "fund", "amount"])
        self.init(
            consortium: consortium.id, clause: clause, year: fields.optional("year")?.year ?? year,
            decision: fields.required("decision")?.titled(\.title) ?? .dismiss, by: fields.text("by"),
            on: fields.optional("on")?.date, ground: fields.optionalText("ground"), evidence: nil,
            subject: fields.optional("subject")?.text, id: fields.optional("id")?.text,
            withdraws: fields.optional("withdraws")?.text, fund: fields.optional("fund")?.text,
            amount: fields.optional("amount")?.number, source: entry.source)
    }
}

extension Transition {
    fileprivate init?(_ entry: YAMLEntry, _ consortium: Consortium) {
        let fields = YAMLFields(entry, ["from", "to", "on"])
        guard let to: Standing = fields.required("to")?.titled(\.title), let on = fields.required("on")?.date else {
            return nil
        }
        self.init(
            consortium: consortium.id, from: fields.optional("from")?.titled(\.title), to: to, on: on,
            document: "测试文号", by: "测试机关", ground: "", source: entry.source)
    }
}

extension ClauseTest.Signal {
    fileprivate init(_ entry: YAMLEntry, _ year: ReportingYear) {
        let fields = YAMLFields(entry, ["id", "kind", "grade", "year", "text"])
        self.init(
            id: fields.optional("id")?.text ?? "0000", kind: fields.text("kind"),
            grade: fields.required("grade")?.word(among: [("重大", "重大"), ("一般", "一般")]) ?? "",
            year: fields.optional("year")?.year ?? year, text: fields.optionalText("text"))
    }
}

extension ClauseTest.ExpectedProtection {
    fileprivate init(_ entry: YAMLEntry) {
        let fields = YAMLFields(entry, ["by", "text"])
        self.init(by: fields.text("by"), text: fields.text("text"))
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
