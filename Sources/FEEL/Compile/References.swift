/// What a program refers to.
public struct References: Sendable {
    /// A path whose entry is known: `年.到位经费`.
    public struct Entry: Sendable {
        /// The shape of the contexts it is read from.
        public let shape: ContextShape
        /// The entry's name.
        public let name: String
        /// The path as written.
        public let text: String
        /// Where it stands.
        public let range: SourceRange
    }

    /// A call of one of the host's functions.
    public struct HostCall: Sendable {
        /// The function's name.
        public let function: String
        /// The arguments; nil for those known only at run time.
        public let literals: [Value?]
        /// The type of the result.
        public let type: FEELType
        /// Where it stands.
        public let range: SourceRange
    }

    /// The inputs, each once, in the order of the text.
    public internal(set) var inputs: [String] = []
    /// The entries of contexts, one for each place.
    public internal(set) var entries: [Entry] = []
    /// The calls of host functions, one for each place.
    public internal(set) var hostCalls: [HostCall] = []
    /// The built-in functions, each once, in the order of the text.
    public internal(set) var functions: [String] = []
}
