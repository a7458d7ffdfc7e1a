/// Matches a pattern at a place in a text, backtracking over a stack of its own.
struct PatternMatcher {
    enum Outcome {
        /// The range of the match and those of its groups; of a group that took no part an empty one.
        case matched([Range<Int>])
        case failed
        /// The steps ran out.
        case exhausted
    }

    /// What to go back to when a branch fails.
    private enum Retreat {
        case branch(instruction: Int, position: Int)
        case slot(Int, was: Int)
        case register(Int, was: Int)
    }

    private let pattern: Pattern
    private let text: [Unicode.Scalar]
    private var slots: [Int]
    private var registers: [Int]
    private var retreats: [Retreat] = []

    init(_ pattern: Pattern, _ text: [Unicode.Scalar]) {
        self.pattern = pattern
        self.text = text
        slots = Array(repeating: -1, count: 2 * pattern.groupCount + 2)
        registers = Array(repeating: -1, count: pattern.registerCount)
    }

    mutating func match(at start: Int, steps: inout Int) -> Outcome {
        for index in slots.indices { slots[index] = -1 }
        retreats.removeAll(keepingCapacity: true)
        var instruction = 0
        var position = start
        while true {
            steps -= 1
            guard steps > 0, retreats.count < 1_000_000 else { return .exhausted }
            switch step(pattern.instructions[instruction], at: position) {
            case .advanced(let distance):
                instruction += 1
                position += distance
            case .jumped(let target): instruction = target
            case .matched: return .matched(ranges)
            case .failed:
                guard let (target, place) = retreat() else { return .failed }
                (instruction, position) = (target, place)
            }
        }
    }

    private enum Step {
        case advanced(Int)
        case jumped(Int)
        case matched
        case failed
    }

    private mutating func step(_ instruction: PatternInstruction, at position: Int) -> Step {
        switch instruction {
        case .scalar(let scalar): eats(position) { isSame($0, scalar) }
        case .any: eats(position) { pattern.options.isDotAll || $0 != "\n" && $0 != "\r" }
        case .oneOf(let characters):
            eats(position) {
                pattern.options.ignoresCase ? characters.containsIgnoringCase($0) : characters.contains($0)
            }
        case .start: isStart(position) ? .advanced(0) : .failed
        case .end: isEnd(position) ? .advanced(0) : .failed
        case .reference(let group): repeated(group, at: position)
        case .save(let slot): save(position, in: slot)
        case .branch(let first, let second): branch(first, otherwise: second, at: position)
        case .jump(let target): .jumped(target)
        case .mark(let register): mark(position, in: register)
        case .progress(let register): registers[register] == position ? .failed : .advanced(0)
        case .matched: .matched
        }
    }

    private func eats(_ position: Int, _ accepts: (Unicode.Scalar) -> Bool) -> Step {
        position < text.count && accepts(text[position]) ? .advanced(1) : .failed
    }

    private func isSame(_ one: Unicode.Scalar, _ other: Unicode.Scalar) -> Bool {
        one == other || pattern.options.ignoresCase && one.cases.contains { other.cases.contains($0) }
    }

    /// A line begins after every line feed but one that ends the text.
    private func isStart(_ position: Int) -> Bool {
        position == 0
            || pattern.options.isMultiline && text[position - 1] == "\n" && position < text.count
    }

    private func isEnd(_ position: Int) -> Bool {
        position == text.count || pattern.options.isMultiline && text[position] == "\n"
    }

    private func repeated(_ group: Int, at position: Int) -> Step {
        let (low, high) = (slots[2 * group], slots[2 * group + 1])
        guard low >= 0, high >= low else { return .advanced(0) }
        let count = high - low
        guard position + count <= text.count else { return .failed }
        let isRepeated = (0..<count).allSatisfy { isSame(text[low + $0], text[position + $0]) }
        return isRepeated ? .advanced(count) : .failed
    }

    private mutating func save(_ position: Int, in slot: Int) -> Step {
        retreats.append(.slot(slot, was: slots[slot]))
        slots[slot] = position
        return .advanced(0)
    }

    private mutating func mark(_ position: Int, in register: Int) -> Step {
        retreats.append(.register(register, was: registers[register]))
        registers[register] = position
        return .advanced(0)
    }

    private mutating func branch(_ first: Int, otherwise second: Int, at position: Int) -> Step {
        retreats.append(.branch(instruction: second, position: position))
        return .jumped(first)
    }

    private mutating func retreat() -> (instruction: Int, position: Int)? {
        while let last = retreats.popLast() {
            switch last {
            case .branch(let instruction, let position): return (instruction, position)
            case .slot(let slot, let was): slots[slot] = was
            case .register(let register, let was): registers[register] = was
            }
        }
        return nil
    }

    private var ranges: [Range<Int>] {
        stride(from: 0, to: slots.count, by: 2).map { slot in
            slots[slot] >= 0 && slots[slot + 1] >= slots[slot] ? slots[slot]..<slots[slot + 1] : 0..<0
        }
    }
}
