/// A step of matching.
enum PatternInstruction {
    case scalar(Unicode.Scalar)
    case any
    case oneOf(ScalarClass)
    case start
    case end
    case reference(Int)
    /// Writes down the position: slot 2n is the start of group n, 2n + 1 its end.
    case save(Int)
    /// Goes on at the first address and, should that fail, at the second.
    case branch(Int, otherwise: Int)
    case jump(Int)
    /// Writes down the position in a register, and fails where it is still the same: a loop that eats nothing ends.
    case mark(Int)
    case progress(Int)
    case matched
}

/// Turns what a pattern says into the steps of matching it.
struct PatternCompiler {
    private(set) var instructions: [PatternInstruction] = []
    private(set) var registerCount = 0
    private var work = 0
    private static let maximumWork = 20_000

    mutating func compile(_ tree: PatternTree) throws(Pattern.Malformed) {
        try emit(.group(0, tree))
        append(.matched)
    }

    private mutating func append(_ instruction: PatternInstruction) { instructions.append(instruction) }

    private mutating func emit(_ tree: PatternTree) throws(Pattern.Malformed) {
        work += 1
        guard work < Self.maximumWork else { throw Pattern.Malformed() }
        switch tree {
        case .scalar(let scalar): append(.scalar(scalar))
        case .any: append(.any)
        case .oneOf(let characters): append(.oneOf(characters))
        case .start: append(.start)
        case .end: append(.end)
        case .reference(let group): append(.reference(group))
        case .sequence(let parts): for part in parts { try emit(part) }
        case .choice(let branches): try emit(choice: branches[...])
        case .group(let number, let body):
            append(.save(2 * number))
            try emit(body)
            append(.save(2 * number + 1))
        case .repetition(let body, let least, let most, let isLazy):
            for _ in 0..<least { try emit(body) }
            if let most {
                try emit(optional: body, times: most - least, isLazy: isLazy)
            } else {
                try emit(loop: body, isLazy: isLazy)
            }
        }
    }

    private mutating func emit(choice branches: ArraySlice<PatternTree>) throws(Pattern.Malformed) {
        var ends: [Int] = []
        for branch in branches.dropLast() {
            let fork = instructions.count
            append(.jump(0))
            try emit(branch)
            ends.append(instructions.count)
            append(.jump(0))
            instructions[fork] = .branch(fork + 1, otherwise: instructions.count)
        }
        if let last = branches.last { try emit(last) }
        for end in ends { instructions[end] = .jump(instructions.count) }
    }

    private mutating func emit(loop body: PatternTree, isLazy: Bool) throws(Pattern.Malformed) {
        let register = registerCount
        registerCount += 1
        let fork = instructions.count
        append(.jump(0))
        append(.mark(register))
        try emit(body)
        append(.progress(register))
        append(.jump(fork))
        instructions[fork] = Self.fork(into: fork + 1, past: instructions.count, isLazy: isLazy)
    }

    private mutating func emit(optional body: PatternTree, times: Int, isLazy: Bool) throws(Pattern.Malformed) {
        var forks: [Int] = []
        for _ in 0..<times {
            forks.append(instructions.count)
            append(.jump(0))
            try emit(body)
        }
        for fork in forks { instructions[fork] = Self.fork(into: fork + 1, past: instructions.count, isLazy: isLazy) }
    }

    private static func fork(into body: Int, past end: Int, isLazy: Bool) -> PatternInstruction {
        isLazy ? .branch(end, otherwise: body) : .branch(body, otherwise: end)
    }
}
