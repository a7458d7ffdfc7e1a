/// How a function is called: what a built-in and a host function have in common for a check.
struct Signature {
    /// The parameters' names and types, in order.
    let parameters: [(name: String, type: FEELType, isOptional: Bool)]
    /// Whether any number of arguments may stand for the last parameter.
    let isVariadic: Bool
    /// The type of the result.
    let result: FEELType

    init(_ builtin: Builtin) {
        parameters = builtin.parameters.map { ($0.name, $0.type, $0.isOptional) }
        isVariadic = builtin.isVariadic
        result = builtin.result
    }

    init(_ function: HostFunction) {
        parameters = function.parameters.map { ($0.name, $0.type, false) }
        isVariadic = false
        result = function.result
    }

    /// Whether there is a parameter of this name.
    func has(_ name: String) -> Bool { parameters.contains { $0.name == name } }

    /// Whether arguments may be given so: all in order, or all by name.
    func accepts(_ arguments: [Expression.Argument]) -> Bool {
        let names = arguments.compactMap(\.name?.text)
        let required = parameters.count { !$0.isOptional }
        if names.isEmpty {
            return arguments.count >= required && (isVariadic || arguments.count <= parameters.count)
        }
        return names.count == arguments.count && Set(names).count == names.count && names.allSatisfy(has)
            && parameters.allSatisfy { $0.isOptional || names.contains($0.name) }
    }

    /// The type wanted of an argument by its name, or by its place.
    func type(of name: String?, at place: Int) -> FEELType {
        if let name { return parameters.first { $0.name == name }?.type ?? .any }
        guard isVariadic, place >= parameters.count - 1 else { return parameters[place].type }
        // Each argument stands for an item; a list of them may be meant as well.
        return parameters[parameters.count - 1].type.item
    }
}
