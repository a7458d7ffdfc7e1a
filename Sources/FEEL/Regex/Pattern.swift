/// A regular expression as FEEL's `matches`, `replace` and `split` take them: that of XML Schema with the additions of
/// XPath (anchors, lazy quantifiers, back-references, the flags `s m i x q`).
///
/// It is matched by backtracking over a stack of its own, every step paid for, so no pattern can hang or crash.
struct Pattern {
    /// Not a pattern, or not a replacement.
    struct Malformed: Error {}

    let instructions: [PatternInstruction]
    let groupCount: Int
    let registerCount: Int
    let options: PatternOptions

    /// - Throws: ``Malformed``, also for a flag that there is not.
    init(_ source: String, flags: String) throws(Malformed) {
        options = try PatternOptions(flags: flags)
        var parser = PatternParser(source, options: options)
        let tree = try parser.pattern()
        groupCount = parser.groupCount
        var compiler = PatternCompiler()
        try compiler.compile(tree)
        instructions = compiler.instructions
        registerCount = compiler.registerCount
    }

    /// Whether any part of `text` matches.
    func matches(in text: String, _ frame: Frame) throws(Malformed) -> Bool {
        try first(in: Array(text.unicodeScalars), from: 0, frame) != nil
    }

    /// `text` with every match replaced; `$1` in `replacement` is what the first group matched.
    func replacing(in text: String, with replacement: String, _ frame: Frame) throws(Malformed) -> String {
        let scalars = Array(text.unicodeScalars)
        let parts = try replacementParts(replacement)
        var result = String.UnicodeScalarView()
        var position = 0
        for match in try matches(in: scalars, frame) {
            result.append(contentsOf: scalars[position..<match[0].lowerBound])
            for part in parts {
                switch part {
                case .text(let text): result.append(contentsOf: text)
                case .group(let group): result.append(contentsOf: scalars[match[group]])
                }
            }
            position = match[0].upperBound
            guard frame.spend(parts.count), result.count <= frame.limits.size else { throw Malformed() }
        }
        result.append(contentsOf: scalars[position...])
        return String(result)
    }

    /// The parts of `text` between matches.
    func split(_ text: String, _ frame: Frame) throws(Malformed) -> [String] {
        let scalars = Array(text.unicodeScalars)
        var parts: [String] = []
        var position = 0
        for match in try matches(in: scalars, frame) {
            parts.append(String(String.UnicodeScalarView(scalars[position..<match[0].lowerBound])))
            position = match[0].upperBound
        }
        parts.append(String(String.UnicodeScalarView(scalars[position...])))
        return parts
    }

    // MARK: Matching

    /// A match: its range and those of its groups.
    private typealias Match = [Range<Int>]

    /// All matches, none overlapping. A pattern that matches nothing at all is refused, as XPath does.
    private func matches(in text: [Unicode.Scalar], _ frame: Frame) throws(Malformed) -> [Match] {
        guard try first(in: [], from: 0, frame) == nil else { throw Malformed() }
        var matches: [Match] = []
        var position = 0
        while let match = try first(in: text, from: position, frame) {
            matches.append(match)
            position = max(match[0].upperBound, match[0].lowerBound + 1)
        }
        return matches
    }

    private func first(in text: [Unicode.Scalar], from start: Int, _ frame: Frame) throws(Malformed) -> Match? {
        var matcher = PatternMatcher(self, text)
        guard start <= text.count else { return nil }
        guard frame.spend(1 + instructions.count >> 4) else { throw Malformed() }
        for position in start...text.count {
            switch matcher.match(at: position, steps: &frame.state.pointee.steps) {
            case .matched(let ranges): return ranges
            case .failed: continue
            case .exhausted: throw Malformed()
            }
        }
        return nil
    }

    // MARK: Replacements

    private enum ReplacementPart {
        case text([Unicode.Scalar])
        case group(Int)
    }

    private func replacementParts(_ replacement: String) throws(Malformed) -> [ReplacementPart] {
        guard !options.isLiteral else { return [.text(Array(replacement.unicodeScalars))] }
        var parts: [ReplacementPart] = []
        var rest = Substring(replacement).unicodeScalars
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\\":
                guard let escaped = rest.popFirst(), escaped == "\\" || escaped == "$" else { throw Malformed() }
                parts.append(.text([escaped]))
            case "$":
                guard let digit = rest.first, digit.isDigit else { throw Malformed() }
                parts.append(group(&rest))
            default: parts.append(.text([scalar]))
            }
        }
        return parts
    }

    /// As many digits as make the number of a group; a group there is not is empty.
    private func group(_ rest: inout Substring.UnicodeScalarView) -> ReplacementPart {
        var group = 0
        while let digit = rest.first, digit.isDigit {
            let longer = group * 10 + Int(digit.value - 0x30)
            if group > 0, longer > groupCount { break }
            group = longer
            rest.removeFirst()
        }
        return group <= groupCount ? .group(group) : .text([])
    }
}

/// The flags of a pattern.
struct PatternOptions {
    /// `s`: a dot matches line ends.
    private(set) var isDotAll = false
    /// `m`: anchors match at line ends.
    private(set) var isMultiline = false
    /// `i`: letters match in either case.
    private(set) var ignoresCase = false
    /// `x`: white space in the pattern is not part of it.
    private(set) var ignoresSpace = false
    /// `q`: every character stands for itself.
    private(set) var isLiteral = false

    init(flags: String) throws(Pattern.Malformed) {
        for flag in flags {
            switch flag {
            case "s": isDotAll = true
            case "m": isMultiline = true
            case "i": ignoresCase = true
            case "x": ignoresSpace = true
            case "q": isLiteral = true
            default: throw Pattern.Malformed()
            }
        }
    }
}
