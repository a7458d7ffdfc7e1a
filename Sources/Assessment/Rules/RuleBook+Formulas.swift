import Standards

extension RuleBook {
    /// Everything that decides, as text, in the order of the standard: parameters with their values, also those of
    /// provinces, formulas, and what is not a formula but decides all the same. What a digest of the rules is made of.
    package var formulas: [String] {
        let measures = edition.measures.map { "\($0.name) = \($0.value.text)" }
        return head + parameters + measures + clauses.flatMap { Self.formulas(of: $0) } + acceptanceFormulas
            + verdictFormulas + credibilityFormulas + ratings + rated.flatMap(\.formulas)
    }

    private var head: [String] {
        ["\(edition.id) \(edition.kind) \(edition.baseYear) \(edition.inForceFrom?.description ?? "")"]
    }

    private var parameters: [String] {
        func texts(_ name: String, _ settings: [Parameter.Setting]) -> [String] {
            settings.map { "\(name) \($0.validFrom) \($0.value)" }
        }
        return edition.parameters.flatMap { texts($0.name, $0.settings) }
            + overlays.flatMap { overlay in
                overlay.settings.sorted { $0.key < $1.key }.flatMap { texts("\(overlay.province) \($0.key)", $0.value) }
            }
    }

    private static func formulas(of program: ClauseProgram) -> [String] {
        let clause = program.clause
        let conditions = [clause.applies, clause.triggered, clause.suspected, clause.warning]
        return ["\(clause.code) \(clause.trigger)"] + conditions.map { "\(clause.code) \($0?.text ?? "")" }
    }

    private var acceptanceFormulas: [String] {
        func texts(_ code: IndicatorCode, _ requirements: [AcceptanceBook.Requirement]) -> [String] {
            requirements.map { "\(code) \($0.rule.applies?.text ?? "") \($0.rule.condition.text)" }
        }
        return zip(edition.indicators, acceptance.entries).flatMap { indicator, entry in
            let due = indicator.dueFrom?.description ?? ""
            return ["\(indicator.code) \(entry.isHonour) \(entry.isRequired) \(due) \(indicator.revisionPolicy)"]
                + texts(indicator.code, entry.uncommitted) + texts(indicator.code, entry.committed)
        }
    }

    private var verdictFormulas: [String] {
        VerdictRules.Figure.allCases.compactMap { figure in
            edition.verdicts.names[figure].map { "\(figure) \($0)" }
        }
            + edition.verdicts.tables.flatMap { table in
                ["\(table.standing) \(table.hitPolicy)"] + table.inputs.map { "\($0.name) \($0.value.text)" }
                    + table.rows.flatMap { [$0.verdict, $0.deadline ?? ""] + $0.cells.map(\.text) }
            }
    }

    private var ratings: [String] {
        edition.ratings.map { scheme in
            ["\(scheme.standing)"] + scheme.leads.map { "\($0.id) \($0.field)" }
                + scheme.groups.flatMap { ["\($0.code) \($0.deduction ?? "")"] + $0.points.map(\.code) }
        } ?? []
    }

    private var credibilityFormulas: [String] {
        guard let rules = edition.credibility else { return [] }
        return [
            "\(rules.restatementTolerance) \(rules.sharedPoints) \(rules.significantDigits)",
            IndicatorKind.allCases.compactMap { kind in rules.jumps[kind].map { "\(kind) \($0.factor) \($0.from)" } }
                .joined(separator: " "),
            "\(rules.frozenYears) " + rules.nonRepeating.sorted().map(\.text).joined(separator: " "),
        ] + rules.parts.map { "\($0.part) \($0.whole)" }
    }
}
