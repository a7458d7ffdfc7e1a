import Standards

extension Subject {
    /// The tasks of the year and the one after, by year and last day; those without a day at the end of their year.
    var tasks: [TaskCheck] {
        let own = national.tasks[consortium.id].filter {
            $0.year == year || $0.year == year.advanced(by: 1)
        }
        return own.enumerated().sorted { left, right in
            if left.element.year != right.element.year { return left.element.year < right.element.year }
            switch (left.element.due, right.element.due) {
            case (let first?, let second?) where first != second: return first < second
            case (.some, nil): return true
            case (nil, .some): return false
            default: return left.offset < right.offset
            }
        }.map { TaskCheck($0.element, today: assessor.dates.today) }
    }

    /// What it was given for the year by each way of evaluation; empty where nobody evaluated it.
    var evaluations: [EvaluationCheck] {
        let given = national.evaluations[consortium.id].filter { $0.year == year && $0.score != nil }
        guard !given.isEmpty else { return [] }
        let ways = rules.edition.evaluationSources
        return ways.map { way in EvaluationCheck(way: way, evaluations: given.filter { ways.named($0.way) == way }) }
    }
}
