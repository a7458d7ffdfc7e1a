package import FEEL
package import Standards

/// A condition of a clause with the values that it is evaluated over for one consortium.
package struct RuleEvaluation: Sendable {
    /// The clause's code.
    package let clause: String
    /// What holds when the condition is true.
    package let outcome: ClauseOutcome
    package let program: Program
    package let inputs: [Value]
}

/// Rules without the sentences and the evidence that a full assessment adds to them.
extension Assessor {
    /// The outcome of a clause for every consortium, in the order of ids. Empty where the standard has no such clause.
    package func outcomes(
        ofClause code: String, in input: AssessmentInput
    ) -> [(consortium: String, outcome: ClauseOutcome)] {
        guard let program = rules.clauses.first(where: { $0.clause.code == code }) else { return [] }
        let population = Population(input, assessor: self, consultsSignals: program.references.usesSignals)
        return population.map(input.panels) { subject in
            (subject.consortium.id, subject.ruling(program, year, subject.inputs(for: year)).outcome)
        }
    }

    /// Every condition of the clauses of a list, ready to be evaluated, consortium after consortium.
    package func evaluations(of list: ClauseList, in input: AssessmentInput) -> [RuleEvaluation] {
        let programs = rules.clauses.filter { $0.clause.list == list }
        let consultsSignals = programs.contains { $0.references.usesSignals }
        return Population(input, assessor: self, consultsSignals: consultsSignals).map(input.panels) { subject in
            let values = subject.inputs(for: year).values
            return programs.flatMap { program in
                program.conditions.map { condition, outcome in
                    RuleEvaluation(
                        clause: program.clause.code, outcome: outcome, program: condition.program,
                        inputs: values)
                }
            }
        }.flatMap(\.self)
    }
}
