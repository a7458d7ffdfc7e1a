import FEEL
internal import Safekeeping
package import Standards

extension Subject {
    /// What a clause rests on in a year, by value and not by where it was read: the cells that its measures look at, the
    /// incidents up to the end of the year and the strong signals. What was waived of other years is no part of it.
    func caseFacts(_ program: ClauseProgram, _ year: ReportingYear) -> [Evidence] {
        var facts = cells(program, of: clauseUses(program, year, waived: []))
        if program.registers.contains(.incidents) {
            facts += incidents.filter { ($0.occurredOn?.year ?? year.value) <= year.value }.map(Self.evidence)
        }
        if program.registers.contains(.workplans) { facts += planEvidence(for: year) }
        return facts
    }

    /// SHA-256 over what a clause rests on in a year, one that was assessed or one before it; nil where the standard has
    /// no such clause.
    func caseDigest(of clause: String, _ year: ReportingYear) -> String? {
        guard year <= self.year, let program = rules.clauses.first(where: { $0.clause.code == clause }) else {
            return nil
        }
        let signals =
            program.references.usesSignals ? signals.filter { $0.grade == .strong && $0.year <= year }.map(\.id) : []
        let lines = caseFacts(program, year).map(\.fact) + signals.sorted()
        return SHA256.digest(of: lines.joined(separator: "\n").utf8)
    }
}

extension Evidence {
    /// What is said of what, in one line: the same wherever it is written.
    fileprivate var fact: String {
        let place =
            switch subject {
            case .cell(let indicator, let year, let basis): "\(indicator.code)|\(year)|\(basis.rawValue)"
            case .entry(let register, let id, _): "\(register.rawValue)|\(id)"
            case .register(let register): register.rawValue
            }
        return "\(place)|\(status.rawValue)|\(value ?? "")".replacing("\n", with: " ")
    }
}

extension Assessor {
    /// What a clause rests on for a consortium in the assessed year, and the digest of it; nil where the input has no such
    /// consortium or the standard no such clause.
    package func caseFacts<Failure: Error>(
        of clause: String, for consortium: String, _ input: AssessmentInput, reading source: PanelSource<Failure>
    ) throws(Failure) -> (facts: [Evidence], digest: String)? {
        guard let subject = try Population(input, assessor: self).subject(of: consortium, reading: source),
            let program = rules.clauses.first(where: { $0.clause.code == clause }),
            let digest = subject.caseDigest(of: clause, year)
        else { return nil }
        return (subject.caseFacts(program, year), digest)
    }
}

extension Assessor {
    /// The digests of what several clauses rest on, each in a year up to the assessed one, in the order that is asked for;
    /// nil where the input has no such consortium or the standard no such clause.
    package func caseDigests<Failure: Error>(
        of cases: [(consortium: String, clause: String, year: ReportingYear)], _ input: AssessmentInput,
        reading source: PanelSource<Failure>
    ) throws(Failure) -> [String?] {
        let population = Population(input, assessor: self)
        var subject: Subject?
        var digests: [String?] = []
        // Those of one consortium stand side by side.
        for found in cases {
            if subject?.consortium.id != found.consortium {
                subject = try population.subject(of: found.consortium, reading: source)
            }
            digests.append(subject?.caseDigest(of: found.clause, found.year))
        }
        return digests
    }
}

extension RuleBook {
    /// The clause that doubts about figures raise, which a determination on one of them names; nil where none does.
    package var signalClause: Clause? { clauses.first { $0.references.usesSignals }?.clause }
}
