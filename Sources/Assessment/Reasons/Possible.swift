import FEEL
import Standards

/// What a formula may come to once something that is unknown is filled in, whatever it is filled in with.
enum Possible: Sendable {
    /// This and nothing else; null is unknown.
    case exactly(Value)
    /// Values of these kinds; those that are numbers lie within the range.
    case any(Kinds, NumberRange = .all)

    /// The kinds of values that are possible.
    struct Kinds: OptionSet, Sendable {
        let rawValue: UInt8

        static let yes = Kinds(rawValue: 1)
        static let no = Kinds(rawValue: 2)
        /// No value.
        static let unknown = Kinds(rawValue: 4)
        /// A value that is no truth value.
        static let figure = Kinds(rawValue: 8)
        static let all: Kinds = [.yes, .no, .unknown, .figure]
    }

    static let anything = Possible.any(.all)

    init(_ kinds: Kinds, within range: NumberRange = .all) {
        self =
            switch kinds {
            case .yes: .exactly(.boolean(true))
            case .no: .exactly(.boolean(false))
            case .unknown: .exactly(.null)
            default: .any(kinds, range)
            }
    }

    var kinds: Kinds {
        switch self {
        case .exactly(.boolean(let truth)): truth ? .yes : .no
        case .exactly(.null): .unknown
        case .exactly: .figure
        case .any(let kinds, _): kinds
        }
    }

    /// Where its numbers lie; nil where there are none.
    var range: NumberRange? {
        switch self {
        case .exactly(.number(let number)): NumberRange(least: number, most: number)
        case .exactly: nil
        case .any(let kinds, let range): kinds.contains(.figure) ? range : nil
        }
    }

    /// As a condition, in which what is no truth value is unknown.
    var truths: Kinds {
        let kinds = kinds
        return kinds.contains(.figure) ? kinds.subtracting(.figure).union(.unknown) : kinds
    }

    var mayBeUnknown: Bool { kinds.contains(.unknown) }

    /// The one or the other.
    func or(_ other: Possible) -> Possible {
        if case .exactly(let one) = self, case .exactly(let another) = other, one.equals(another) == true {
            return self
        }
        let both = range.map { range in other.range.map(range.spanning) ?? range } ?? other.range
        return Possible(kinds.union(other.kinds), within: both ?? .all)
    }
}

extension Possible.Kinds {
    /// Kleene's conjunction of all that is possible on either side.
    func conjunction(_ other: Self) -> Self {
        var kinds: Self = []
        if contains(.yes), other.contains(.yes) { kinds.insert(.yes) }
        if contains(.no) || other.contains(.no) { kinds.insert(.no) }
        let isOpen = contains(.unknown) && !other.isDisjoint(with: [.yes, .unknown])
        if isOpen || other.contains(.unknown) && contains(.yes) { kinds.insert(.unknown) }
        return kinds
    }

    var negated: Self {
        var kinds = intersection(.unknown)
        if contains(.yes) { kinds.insert(.no) }
        if contains(.no) { kinds.insert(.yes) }
        return kinds
    }

    func disjunction(_ other: Self) -> Self { negated.conjunction(other.negated).negated }
}
