import FEEL
import Standards

/// A consortium that another came of, by merger or split, at whatever remove. Its figures are not added to the
/// successor's; what tells against it follows (DESIGN §3).
struct Ancestor: Sendable, Hashable {
    let id: String
    /// The day of succession, up to which what happened follows the successor; nil where the register names none: then
    /// everything does.
    let until: CalendarDate?

    /// The last year of which it had something to answer for itself; nil for all.
    var lastYear: ReportingYear? {
        until.map { ReportingYear($0.month == 1 && $0.day == 1 ? $0.year - 1 : $0.year) }
    }

    /// Whether something of `day` follows the successor; of what has no day nobody knows that it does not.
    func precedes(_ day: CalendarDate?) -> Bool {
        guard let day, let until else { return true }
        return day <= until
    }

    /// All that the consortium `id` came of, the nearest first, each once. A circle ends where it closes: its register is
    /// mistaken, which is told where it is read.
    /// - Parameter entries: the register entries of a consortium, in the order of the days they hold from.
    static func all(of id: String, _ entries: (String) -> [Consortium]) -> [Ancestor] {
        var found: [Ancestor] = []
        var seen: Set<String> = [id]
        var generation = [(id: id, until: CalendarDate?.none)]
        while !generation.isEmpty {
            var next: [(id: String, until: CalendarDate?)] = []
            for successor in generation {
                for entry in entries(successor.id) {
                    for predecessor in entry.predecessors where seen.insert(predecessor).inserted {
                        let until = [successor.until, entry.validFrom].compactMap(\.self).min()
                        found.append(Ancestor(id: predecessor, until: until))
                        next.append((predecessor, until))
                    }
                }
            }
            generation = next
        }
        return found
    }
}
