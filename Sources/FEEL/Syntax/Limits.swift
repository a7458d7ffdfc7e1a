/// Bounds that keep any text from exhausting the machine.
public struct Limits: Sendable, Hashable {
    /// The longest text, in UTF-8 bytes.
    public var length: Int
    /// How deep an expression may nest, and, at run time, expressions within calls of functions.
    public var depth: Int
    /// How many levels the tree of an expression may have; each operand of a chain of operators takes one.
    public var levels: Int
    /// How many iterations, calls and copied elements one evaluation may take.
    public var steps: Int
    /// The longest list, and the longest string in UTF-8 bytes, that an evaluation may build.
    public var size: Int

    /// Bounds, each with a default far beyond what a rule needs.
    public init(
        length: Int = 200_000, depth: Int = 200, levels: Int = 400, steps: Int = 5_000_000, size: Int = 1_000_000
    ) {
        self.length = length
        self.depth = depth
        self.levels = levels
        self.steps = steps
        self.size = size
    }
}
