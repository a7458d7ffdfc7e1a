/// What a pattern says.
indirect enum PatternTree {
    case scalar(Unicode.Scalar)
    /// `.`
    case any
    case oneOf(ScalarClass)
    /// `^`
    case start
    /// `$`
    case end
    case sequence([PatternTree])
    case choice([PatternTree])
    /// A group by its number from 1.
    case group(Int, PatternTree)
    /// `\1`
    case reference(Int)
    case repetition(PatternTree, atLeast: Int, atMost: Int?, isLazy: Bool)
}

/// Reads a pattern. Whatever XPath does not allow is refused.
struct PatternParser {
    private var rest: Substring.UnicodeScalarView
    private let options: PatternOptions
    private var depth = 0
    private(set) var groupCount = 0
    private var closedGroups: Set<Int> = []

    private static let metacharacters = Set("\\|.-^?*+{}()[]$".unicodeScalars)
    private static let maximumDepth = 100

    init(_ source: String, options: PatternOptions) {
        rest = Substring(source).unicodeScalars
        self.options = options
    }

    mutating func pattern() throws(Pattern.Malformed) -> PatternTree {
        if options.isLiteral { return .sequence(rest.map(PatternTree.scalar)) }
        let tree = try choice()
        guard rest.isEmpty else { throw Pattern.Malformed() }
        return tree
    }

    private mutating func choice() throws(Pattern.Malformed) -> PatternTree {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.maximumDepth else { throw Pattern.Malformed() }
        var branches = [try sequence()]
        while skip("|") { branches.append(try sequence()) }
        return branches.count == 1 ? branches[0] : .choice(branches)
    }

    private mutating func sequence() throws(Pattern.Malformed) -> PatternTree {
        var parts: [PatternTree] = []
        while let next = peek(), next != "|", next != ")" { parts.append(try piece()) }
        return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    // MARK: Repetition

    private mutating func piece() throws(Pattern.Malformed) -> PatternTree {
        let atom = try atom()
        let bounds: (least: Int, most: Int?)
        if skip("?") {
            bounds = (0, 1)
        } else if skip("*") {
            bounds = (0, nil)
        } else if skip("+") {
            bounds = (1, nil)
        } else if skip("{") {
            bounds = try braces()
        } else {
            return atom
        }
        return .repetition(atom, atLeast: bounds.least, atMost: bounds.most, isLazy: skip("?"))
    }

    private mutating func braces() throws(Pattern.Malformed) -> (least: Int, most: Int?) {
        guard let least = number() else { throw Pattern.Malformed() }
        var most: Int? = least
        if skip(",") {
            most = nil
            if peek() != "}" {
                guard let number = number(), number >= least else { throw Pattern.Malformed() }
                most = number
            }
        }
        guard skip("}") else { throw Pattern.Malformed() }
        return (least, most)
    }

    private mutating func number() -> Int? {
        var digits = ""
        while let digit = peek(), digit.isDigit, digits.count < 6 {
            digits.unicodeScalars.append(digit)
            rest.removeFirst()
        }
        return Int(digits)
    }

    // MARK: Atoms

    private mutating func atom() throws(Pattern.Malformed) -> PatternTree {
        guard let scalar = next() else { throw Pattern.Malformed() }
        switch scalar {
        case ".": return .any
        case "^": return .start
        case "$": return .end
        case "(": return try group()
        case "[": return .oneOf(try characterClass())
        case "\\": return try escape()
        case "?", "*", "+", "{", "}", "]", ")": throw Pattern.Malformed()
        default: return .scalar(scalar)
        }
    }

    private mutating func group() throws(Pattern.Malformed) -> PatternTree {
        var number: Int?
        if skip("?") {
            guard skip(":") else { throw Pattern.Malformed() }
        } else {
            groupCount += 1
            number = groupCount
        }
        let body = try choice()
        guard skip(")") else { throw Pattern.Malformed() }
        guard let number else { return body }
        closedGroups.insert(number)
        return .group(number, body)
    }

    private mutating func escape() throws(Pattern.Malformed) -> PatternTree {
        guard let digit = rest.first, digit.isDigit else {
            return switch try escapedClass() {
            case .scalar(let scalar): .scalar(scalar)
            case let named: .oneOf(named)
            }
        }
        var reference = 0
        while let digit = rest.first, digit.isDigit {
            let longer = reference * 10 + Int(digit.value - 0x30)
            if reference > 0, !closedGroups.contains(longer) { break }
            reference = longer
            rest.removeFirst()
        }
        guard closedGroups.contains(reference) else { throw Pattern.Malformed() }
        return .reference(reference)
    }

    /// What follows a backslash, within a class or without.
    private mutating func escapedClass() throws(Pattern.Malformed) -> ScalarClass {
        guard let letter = rest.popFirst() else { throw Pattern.Malformed() }
        switch letter {
        case "n": return .scalar("\n")
        case "r": return .scalar("\r")
        case "t": return .scalar("\t")
        case "p", "P":
            guard rest.popFirst() == "{", let end = rest.firstIndex(of: "}"),
                let property = ScalarClass.property(String(rest[..<end]))
            else { throw Pattern.Malformed() }
            rest = rest[rest.index(after: end)...]
            return letter == "p" ? property : .complement(property)
        default:
            if Self.metacharacters.contains(letter) { return .scalar(letter) }
            guard let named = ScalarClass.named(letter) else { throw Pattern.Malformed() }
            return named
        }
    }

    // MARK: Classes

    /// `a-z\d-[aeiou]]`, the opening bracket having been read. White space counts here even with the flag `x`.
    private mutating func characterClass() throws(Pattern.Malformed) -> ScalarClass {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.maximumDepth else { throw Pattern.Malformed() }
        let isNegated = rest.first == "^"
        if isNegated { rest.removeFirst() }
        var parts: [ScalarClass] = []
        var subtracted: ScalarClass?
        while let scalar = rest.popFirst() {
            if scalar == "]", !parts.isEmpty {
                let base: ScalarClass = isNegated ? .complement(.union(parts)) : .union(parts)
                return subtracted.map { .difference(base, $0) } ?? base
            }
            guard subtracted == nil else { throw Pattern.Malformed() }
            if scalar == "-", rest.first == "[", !parts.isEmpty {
                rest.removeFirst()
                subtracted = try characterClass()
            } else {
                parts.append(try classPart(startingWith: scalar))
            }
        }
        throw Pattern.Malformed()
    }

    private mutating func classPart(startingWith scalar: Unicode.Scalar) throws(Pattern.Malformed) -> ScalarClass {
        let first = try classScalar(scalar)
        guard case .scalar(let low) = first, rest.first == "-", let after = rest.dropFirst().first, after != "]",
            after != "["
        else { return first }
        rest.removeFirst()
        guard let end = rest.popFirst(), case .scalar(let high) = try classScalar(end), low <= high else {
            throw Pattern.Malformed()
        }
        return .scalars(low.value...high.value)
    }

    private mutating func classScalar(_ scalar: Unicode.Scalar) throws(Pattern.Malformed) -> ScalarClass {
        switch scalar {
        case "\\": try escapedClass()
        case "[", "]": throw Pattern.Malformed()
        default: .scalar(scalar)
        }
    }

    // MARK: Characters

    private mutating func dropSpace() {
        guard options.ignoresSpace else { return }
        while let scalar = rest.first, [" ", "\t", "\n", "\r"].contains(scalar) { rest.removeFirst() }
    }

    private mutating func peek() -> Unicode.Scalar? {
        dropSpace()
        return rest.first
    }

    private mutating func next() -> Unicode.Scalar? {
        dropSpace()
        return rest.popFirst()
    }

    private mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
        guard peek() == scalar else { return false }
        rest.removeFirst()
        return true
    }
}
