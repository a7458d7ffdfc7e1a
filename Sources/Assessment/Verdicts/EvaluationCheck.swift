package import FEEL
package import Standards

/// What a consortium was given for a year by one way of evaluation, by everyone who evaluated it so.
package struct EvaluationCheck: Sendable, Hashable {
    package let way: EvaluationSource
    /// Those with a score, in the order of receipt; empty where nobody gave one.
    package let evaluations: [Evaluation]

    package init(way: EvaluationSource, evaluations: [Evaluation]) {
        self.way = way
        self.evaluations = evaluations
    }

    /// The mean of the scores; nil where there is none.
    package var score: Decimal128? {
        let scores = evaluations.compactMap(\.score)
        guard !scores.isEmpty else { return nil }
        return (scores.reduce(.zero, +) / Decimal128(scores.count)).rounded(.halfEven, scale: 2)
    }

    package var evidence: [Evidence] {
        evaluations.map { evaluation in
            Evidence(
                subject: .entry(register: .evaluations, id: way.title, year: evaluation.year),
                value: evaluation.score?.description, status: .reported, source: evaluation.source)
        }
    }
}

extension [EvaluationCheck] {
    /// The scores by the weights of their ways; nil where one of them is missing: what nobody gave is not 0.
    package var weighted: Decimal128? {
        var sum = Decimal128.zero
        for check in self {
            guard let score = check.score else { return nil }
            sum += score * check.way.weight
        }
        let weights = reduce(.zero) { $0 + $1.way.weight }
        return weights > .zero ? (sum / weights).rounded(.halfEven, scale: 2) : nil
    }
}
