import Configuration
import FEEL

/// The indicator system of `indicators.yml`: the hierarchy, and the figures that are reported.
struct Catalogue {
    private(set) var categories: [Category] = []
    private(set) var indicators: [Indicator] = []
    private var ordinals: [String: Int] = [:]
    private var ordinalsOfPoint: [String: [Int]] = [:]
    private var criterionCount = 0
    private var evidenceDue: [IndicatorKind: Bool] = [:]
    /// What `dueWhen` says, to be looked at once all indicators are known.
    private var conditions: [YAMLEntry] = []
    /// Codes of goals, criteria and points, with the line that first uses each.
    private var lines: [String: Int] = [:]

    /// That of an edition that asks for no figures.
    init() {}

    init(_ entry: YAMLEntry) {
        let fields = YAMLFields(entry, ["counts", "evidenceDue", "categories"])
        if let rules = fields.required("evidenceDue") {
            let due = YAMLFields(rules, IndicatorKind.allCases.map(\.rawValue))
            for kind in IndicatorKind.allCases { evidenceDue[kind] = due.required(kind.rawValue)?.truth }
        }
        for category in fields.items("categories") { categories.append(readCategory(category)) }
        checkConditions()
        if let counts = fields.required("counts") { check(counts) }
    }

    /// The indicator that `entry` names; an unknown one is an issue.
    func indicator(_ entry: YAMLEntry) -> Indicator? {
        if let ordinal = entry.rawText.flatMap({ ordinals[$0] }) { return indicators[ordinal] }
        reportUnknown(entry, among: indicators.map(\.code.text))
        return nil
    }

    /// The indicators of the observation point that `entry` names; an unknown one is an issue.
    func indicators(ofPoint entry: YAMLEntry) -> [Indicator] {
        if let found = entry.rawText.flatMap({ ordinalsOfPoint[$0] }) { return found.map { indicators[$0] } }
        reportUnknown(entry, among: ordinalsOfPoint.keys.sorted())
        return []
    }

    private func reportUnknown(_ entry: YAMLEntry, among codes: [String]) {
        entry.report(
            expected: "应为已有的观测点编号", remedy: "请查 indicators.yml",
            suggestion: entry.rawText.flatMap { NameSuggestion.nearest(to: $0, among: codes) })
    }
}

// MARK: - The hierarchy, from the top

extension Catalogue {
    private mutating func readCategory(_ entry: YAMLEntry) -> Category {
        let fields = YAMLFields(entry, ["title", "role", "goals"])
        var goals: [Goal] = []
        for goal in fields.items("goals") { goals.append(readGoal(goal)) }
        return Category(title: fields.text("title"), role: fields.required("role")?.word() ?? .basic, goals: goals)
    }

    private mutating func readGoal(_ entry: YAMLEntry) -> Goal {
        let fields = YAMLFields(entry, ["code", "title", "cooperation", "aim", "criteria"])
        let code = readCode(fields, within: nil)
        var criteria: [Criterion] = []
        for criterion in fields.items("criteria") { criteria.append(readCriterion(criterion, within: code)) }
        return Goal(
            code: code, title: fields.text("title"), cooperation: fields.optionalText("cooperation"),
            aim: fields.optionalText("aim"), criteria: criteria)
    }

    private mutating func readCriterion(_ entry: YAMLEntry, within goal: String) -> Criterion {
        let fields = YAMLFields(entry, ["code", "number", "title", "text", "reporter", "points"])
        let code = readCode(fields, within: goal)
        var points: [ObservationPoint] = []
        for point in fields.optional("points")?.items ?? [] {
            points.append(readPoint(point, within: code, fields.optional("reporter")))
        }
        return Criterion(
            code: code, title: fields.text("title"), text: fields.optionalText("text"),
            sequence: readSequence(fields), points: points)
    }

    /// The number of a criterion: they are numbered from 1 without a gap.
    private mutating func readSequence(_ fields: YAMLFields) -> Int {
        criterionCount += 1
        guard let entry = fields.required("number") else { return criterionCount }
        if entry.integer != criterionCount {
            entry.report(expected: "应为 \(criterionCount)", remedy: "请对照原文的序号")
        }
        return criterionCount
    }

    /// A point asks for one figure, or for several components; where it has a `kind` of its own beside components, that
    /// is the principal figure, under the bare code, and `asks` says which part of the title it is.
    private mutating func readPoint(
        _ entry: YAMLEntry, within criterion: String, _ reporter: YAMLEntry?
    ) -> ObservationPoint {
        let own = ["code", "title"]
        let isSplit = entry["components"] != nil
        let hasPrincipal = !isSplit || entry["kind"] != nil
        let fields = YAMLFields(
            entry, own + (isSplit ? ["components", "asks"] : []) + (hasPrincipal ? Self.indicatorKeys : []))
        let code = readCode(fields, within: criterion)
        let title = fields.text("title")
        let first = indicators.count
        if hasPrincipal {
            addIndicator(fields, code: code, title: fields.optional("asks")?.text ?? title, reporter)
        }
        if isSplit {
            for component in fields.items("components") {
                let parts = YAMLFields(component, ["name", "title"] + Self.indicatorKeys)
                addIndicator(
                    parts, code: "\(code)/\(parts.text("name"))", title: parts.text("title"), reporter)
            }
        }
        ordinalsOfPoint[code] = Array(first..<indicators.count)
        return ObservationPoint(
            code: code, title: title, indicators: Array(first..<indicators.count))
    }

    /// A code that is new and continues that of what it stands in.
    private mutating func readCode(_ fields: YAMLFields, within parent: String?) -> String {
        guard let entry = fields.required("code") else { return "" }
        let code = entry.text
        if let line = lines[code] {
            entry.report(expected: "编号应不重复", found: "“\(code)”在第\(line)行已有", remedy: "请改正其中一个")
        }
        lines[code] = entry.line
        let number = parent.map { code.hasPrefix($0 + ".") ? String(code.dropFirst($0.count + 1)) : "" } ?? code
        if Int(number) == nil {
            entry.report(
                expected: parent.map { "编号应为“\($0).”加一个数" } ?? "编号应为一个数", remedy: "请照原文改正")
        }
        return code
    }
}

// MARK: - Indicators

extension Catalogue {
    private static let indicatorKeys = [
        "kind", "unit", "reporter", "evidence", "choices", "revision", "cumulative", "growth", "register",
        "dueWhen", "dueFrom",
    ]

    private mutating func addIndicator(
        _ fields: YAMLFields, code: String, title: String, _ reporter: YAMLEntry?
    ) {
        let kind: IndicatorKind = fields.required("kind")?.word() ?? .text
        let choices = fields.optional("choices")?.items.map(\.text) ?? []
        if (kind == .choice) == choices.isEmpty {
            fields.entry.report(
                expected: "choice 应有 choices，其他类型应没有", found: choices.isEmpty ? "没有写" : "写了",
                remedy: "请补上或删去")
        }
        let measured = kind == .count || kind == .amount || kind == .percent
        if measured == fields.optionalText("unit").isEmpty {
            fields.entry.report(
                expected: measured ? "\(kind.rawValue) 应有 unit" : "\(kind.rawValue) 应没有 unit",
                found: measured ? "没有写" : "写了“\(fields.optionalText("unit"))”", remedy: "请补上或删去")
        }
        let who = fields.optional("reporter") ?? reporter
        if who == nil { _ = fields.required("reporter") }
        let condition = fields.optional("dueWhen")
        if let condition { conditions.append(condition) }
        ordinals[code] = indicators.count
        indicators.append(
            Indicator(
                ordinal: indicators.count, code: IndicatorCode(code), title: title, kind: kind,
                unit: fields.optionalText("unit"), reporter: who?.text ?? "",
                evidenceDue: fields.optional("evidence")?.truth ?? evidenceDue[kind] ?? false, choices: choices,
                revisionPolicy: fields.optional("revision")?.word() ?? .last,
                isCumulative: fields.optional("cumulative")?.truth ?? false,
                isGrowthRate: fields.optional("growth")?.truth ?? false,
                registerColumn: fields.optional("register")?.word(),
                dueWhen: condition.map { IndicatorCode($0.text) }, dueFrom: fields.optional("dueFrom")?.year))
    }

    /// `dueWhen` names a yes/no point.
    private func checkConditions() {
        for condition in conditions {
            if let indicator = indicator(condition), indicator.kind != .boolean {
                condition.report(expected: "dueWhen 应为是否类的观测点", remedy: "请改正")
            }
        }
    }
}

// MARK: - Counts

extension Catalogue {
    /// What `counts` announces is there.
    private func check(_ entry: YAMLEntry) {
        let actual = [
            ("categories", categories.count), ("goals", categories.flatMap(\.goals).count),
            ("criteria", criterionCount),
            ("points", ordinalsOfPoint.count), ("indicators", indicators.count),
        ]
        let counts = YAMLFields(entry, actual.map(\.0))
        for (name, count) in actual {
            guard let announced = counts.required(name), announced.integer != count else { continue }
            announced.report(
                expected: "\(name) 应有 \(announced.integer) 个", found: "实有 \(count) 个", remedy: "请对照原文查漏")
        }
    }
}
