/// A function as a value: a built-in, one that a text defines, or one of the host's.
public final class FunctionValue: Sendable {
    enum Kind: Sendable {
        case builtIn(Builtin.Family)
        /// With the values it saw where it was defined, and the slots of its frame that they fill.
        case defined(Definition, captured: [(slot: Int, value: Value)])
        case host(HostFunction)
    }

    /// A function that a text defines.
    struct Definition: Sendable {
        /// The parameters fill the first slots of the frame.
        let parameters: [(name: String, type: FEELType)]
        let result: FEELType
        let body: any Node
        /// How many values a call keeps: the arguments, the captured, and what its body declares.
        let frameSize: Int
        /// How deep its body nests.
        let depth: Int
        /// The steps a call costs.
        let cost: Int
    }

    let kind: Kind

    init(_ kind: Kind) {
        self.kind = kind
    }

    /// The name of a built-in or host function; nil of one that a text defines.
    public var name: String? {
        switch kind {
        case .builtIn(let family): family.name
        case .host(let function): function.name
        case .defined: nil
        }
    }

    /// Whether it can be called with `count` arguments in order.
    func accepts(_ count: Int) -> Bool {
        switch kind {
        case .builtIn(let family): family.overloads.contains { $0.accepts(count) }
        case .defined(let definition, _): definition.parameters.count == count
        case .host(let function): function.parameters.count == count
        }
    }

    func conforms(to wanted: [FEELType], result wantedResult: FEELType) -> Bool {
        switch kind {
        case .builtIn: wanted.isEmpty || accepts(wanted.count)
        case .defined(let definition, _):
            definition.parameters.count == wanted.count && definition.result.conforms(to: wantedResult)
                && zip(definition.parameters, wanted).allSatisfy { $1.conforms(to: $0.type) }
        case .host(let function):
            function.parameters.count == wanted.count && function.result.conforms(to: wantedResult)
        }
    }
}
