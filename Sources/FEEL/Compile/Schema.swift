/// What a text may refer to: the inputs, in the order in which their values will be given, the host's functions, and
/// types of its own.
public struct Schema: Sendable {
    /// An input.
    public struct Input: Sendable {
        /// The name it goes by in texts.
        public let name: String
        /// The type its values have.
        public let type: FEELType

        /// An input.
        public init(_ name: String, _ type: FEELType = .any) {
            self.name = name
            self.type = type
        }
    }

    /// The inputs.
    public let inputs: [Input]
    /// The host's functions.
    public let functions: [HostFunction]
    /// Types that texts may name beside FEEL's own.
    public let types: [String: FEELType]

    let knownNames: KnownNames
    private let inputIndices: [String: Int]
    private let functionIndices: [String: Int]

    /// What a text may refer to. Unary tests find the value they test in an input named `?`.
    public init(inputs: [Input] = [], functions: [HostFunction] = [], types: [String: FEELType] = [:]) {
        self.inputs = inputs
        self.functions = functions
        self.types = types
        inputIndices = Dictionary(zip(inputs.map(\.name), inputs.indices), uniquingKeysWith: { first, _ in first })
        functionIndices = Dictionary(
            zip(functions.map(\.name), functions.indices), uniquingKeysWith: { first, _ in first })
        knownNames = KnownNames(
            variables: inputs.map(\.name) + functions.map(\.name), members: inputs.flatMap(\.type.entryNames),
            types: types.keys)
    }

    func inputIndex(of name: String) -> Int? { inputIndices[name] }

    func function(named name: String) -> HostFunction? { functionIndices[name].map { functions[$0] } }
}

extension FEELType {
    /// The names of all entries within, at any depth.
    fileprivate var entryNames: [String] {
        switch self {
        case .list(let element), .range(let element): element.entryNames
        case .context(let type): type.shape.names + type.types.flatMap(\.entryNames)
        default: []
        }
    }
}
