extension Builtin {
    /// Every built-in function, family by family, in the order of the standard.
    public static let all: [Builtin] =
        conversion + boolean + strings + lists + numbers + temporal + sorting + ranges + contexts

    /// The functions of one name.
    final class Family: Sendable {
        let name: String
        let overloads: [Builtin]

        init(name: String, overloads: [Builtin]) {
            self.name = name
            self.overloads = overloads
        }

        /// The overloads that take `count` arguments in order.
        func overloads(taking count: Int) -> [Builtin] { overloads.filter { $0.accepts(count) } }

        /// The overload that takes arguments of these names, and for each of its parameters the argument it gets.
        func overload(for names: [String]) -> (Builtin, [Int?])? {
            guard Set(names).count == names.count else { return nil }
            for overload in overloads {
                let places = overload.parameters.map { names.firstIndex(of: $0.name) }
                let isComplete = zip(overload.parameters, places).allSatisfy { $0.isOptional || $1 != nil }
                if isComplete, places.count(where: { $0 != nil }) == names.count { return (overload, places) }
            }
            return nil
        }
    }

    static let families: [String: Family] = Dictionary(grouping: all, by: \.name)
        .reduce(into: [:]) { families, group in
            families[group.key] = Family(name: group.key, overloads: group.value)
        }
}
