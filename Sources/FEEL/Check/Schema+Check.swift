// What a check asks about the names in reach.

extension Schema {
    /// The type of an input; nil where there is none of this name.
    func type(of name: String) -> FEELType? { inputIndex(of: name).map { inputs[$0].type } }

    /// Whether a name is a function's, of the host or of the language.
    func hasFunction(_ name: String) -> Bool { function(named: name) != nil || Builtin.families[name] != nil }

    /// All names in reach.
    var names: [String] { inputs.map(\.name) + functions.map(\.name) + Builtin.families.keys }

    /// How a function may be called; nil where there is none of this name.
    func signatures(of name: String) -> [Signature]? {
        if let function = function(named: name) { return [Signature(function)] }
        return Builtin.families[name]?.overloads.map(Signature.init)
    }
}
