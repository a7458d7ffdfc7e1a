/// A call of a built-in function, the overload and the order of the arguments known.
final class BuiltinCallNode: ValueNode {
    private let builtin: Builtin
    private let arguments: [any Node]

    init(_ builtin: Builtin, _ arguments: [any Node]) {
        self.builtin = builtin
        self.arguments = arguments
    }

    func value(_ frame: Frame) -> Value {
        builtin.call(arguments.map { $0.value(frame) }, frame)
    }
}

/// A call of a built-in function of which several overloads take as many arguments.
final class OverloadedCallNode: ValueNode {
    private let overloads: [Builtin]
    private let arguments: [any Node]

    init(_ overloads: [Builtin], _ arguments: [any Node]) {
        self.overloads = overloads
        self.arguments = arguments
    }

    func value(_ frame: Frame) -> Value {
        frame.call(overloads, arguments.map { $0.value(frame) })
    }
}

/// `count(list)`: the commonest call of rules, without copying the list.
final class CountNode: ValueNode {
    private let list: any Node

    init(_ list: any Node) {
        self.list = list
    }

    func value(_ frame: Frame) -> Value {
        switch list.value(frame) {
        case .list(let items): .number(Decimal128(items.count))
        case .null: .null
        default: .number(.one)
        }
    }
}

/// A call of one of the host's functions, bound to its literal arguments.
final class HostCallNode: ValueNode {
    private let call: HostCall
    private let arguments: [any Node]

    init(_ call: HostCall, _ arguments: [any Node]) {
        self.call = call
        self.arguments = arguments
    }

    func value(_ frame: Frame) -> Value {
        call.body(arguments.map { $0.value(frame) }, frame.state.pointee.host)
    }
}

/// A call of whatever an expression gives.
final class InvocationNode: ValueNode {
    private let function: any Node
    private let arguments: [any Node]
    /// The parameters they are for, where they are named.
    private let names: [String]?

    init(_ function: any Node, _ arguments: [any Node], names: [String]?) {
        self.function = function
        self.arguments = arguments
        self.names = names
    }

    func value(_ frame: Frame) -> Value {
        guard case .function(let function) = function.value(frame) else {
            return frame.null(.notAFunction, "被调用的不是函数。")
        }
        let arguments = arguments.map { $0.value(frame) }
        guard let names else { return frame.call(function, arguments) }
        return frame.call(function, arguments, named: names)
    }
}

extension Frame {
    /// Calls a function with arguments in order.
    func call(_ function: FunctionValue, _ arguments: [Value]) -> Value {
        switch function.kind {
        case .builtIn(let family):
            let overloads = family.overloads(taking: arguments.count)
            guard !overloads.isEmpty else { break }
            return call(overloads, arguments)
        case .host(let function):
            guard function.parameters.count == arguments.count,
                let call = try? function.bind(Array(repeating: nil, count: arguments.count))
            else { break }
            return call.body(arguments, state.pointee.host)
        case .defined(let definition, let captured):
            guard definition.parameters.count == arguments.count else { break }
            return call(definition, captured, arguments)
        }
        return null(.wrongArguments, "参数个数与函数不符。")
    }

    /// Calls the first of several built-in functions that takes arguments of these types.
    func call(_ overloads: [Builtin], _ arguments: [Value]) -> Value {
        for overload in overloads {
            let arranged = overload.arranged(arguments)
            if overloads.count == 1 || overload.takes(arranged) { return overload.call(arranged, self) }
        }
        return null(.wrongArguments, "\(overloads.first?.name ?? "")：参数的类型不符。")
    }

    /// Calls a function with arguments by name.
    func call(_ function: FunctionValue, _ arguments: [Value], named names: [String]) -> Value {
        switch function.kind {
        case .builtIn(let family):
            guard let (builtin, places) = family.overload(for: names) else { break }
            return builtin.call(places.map { $0.map { arguments[$0] } ?? .null }, self)
        case .host(let function):
            guard let arranged = Self.arrange(arguments, names, for: function.parameters.map(\.name)) else { break }
            return call(FunctionValue(.host(function)), arranged)
        case .defined(let definition, let captured):
            guard let arranged = Self.arrange(arguments, names, for: definition.parameters.map(\.name)) else { break }
            return call(definition, captured, arranged)
        }
        return null(.wrongArguments, "参数名与函数不符。")
    }

    private static func arrange(_ arguments: [Value], _ names: [String], for parameters: [String]) -> [Value]? {
        guard names.count == parameters.count, Set(names) == Set(parameters) else { return nil }
        return parameters.map { name in names.firstIndex(of: name).map { arguments[$0] } ?? .null }
    }

    private func call(
        _ definition: FunctionValue.Definition, _ captured: [(slot: Int, value: Value)], _ arguments: [Value]
    ) -> Value {
        guard spend(definition.cost) else { return .null }
        let depth = state.pointee.depth
        guard depth >= definition.depth else { return null(.limit, "函数调用嵌套过深。") }
        state.pointee.depth -= definition.depth
        defer { state.pointee.depth = depth }

        return withLocals(count: definition.frameSize) { locals in
            for (slot, (parameter, argument)) in zip(definition.parameters, arguments).enumerated() {
                locals[slot] = argument.converted(to: parameter.type)
                if locals[slot].isNull, !argument.isNull {
                    return null(.wrongArguments, "参数“\(parameter.name)”的类型不符。")
                }
            }
            for (slot, value) in captured { locals[slot] = value }
            return definition.body.value(Frame(inputs: inputs, locals: locals, state: state))
        }
    }
}

/// Runs `body` with `count` slots, all null; few of them live on the stack.
@inline(__always)
func withLocals<Result>(count: Int, _ body: (UnsafeMutablePointer<Value>) -> Result) -> Result {
    if count <= 8 {
        return withUnsafeTemporaryAllocation(of: Value.self, capacity: 8) { buffer in
            run(body, on: buffer, count: count)
        }
    }
    return withUnsafeTemporaryAllocation(of: Value.self, capacity: count) { buffer in
        run(body, on: buffer, count: count)
    }
}

@inline(__always)
private func run<Result>(
    _ body: (UnsafeMutablePointer<Value>) -> Result, on buffer: UnsafeMutableBufferPointer<Value>, count: Int
) -> Result {
    guard let locals = buffer.baseAddress else { preconditionFailure("an allocation is never empty here") }
    locals.initialize(repeating: .null, count: count)
    defer { locals.deinitialize(count: count) }
    return body(locals)
}
