extension DecisionTable {
    /// Each rule in a sentence of Simplified Chinese: 若达标率不低于60，则结论为“通过”.
    ///
    /// Tests that let anything pass are left out; cells that are not FEEL stand as they are.
    /// - Parameters:
    ///   - schema: what the texts may refer to, so that names of several words are read as names.
    ///   - phrases: how to speak of the host's functions, by their names.
    public func described(schema: Schema = Schema(), phrases: [String: FunctionPhrase] = [:]) -> [String] {
        rules.map { rule in
            let conditions = zip(inputs, rule.tests).compactMap { input, cell -> String? in
                guard let test = try? Parser.unaryTests(cell.source, names: schema.knownNames) else {
                    return "\(input.label)符合\(cell.source)"
                }
                if case .anything = test.kind { return nil }
                return test.described(of: input.label, phrases: phrases)
            }
            let conclusions = zip(outputs, rule.outputs).map { output, cell in
                let value = try? Parser.expression(cell.source, names: schema.knownNames)
                return "\(output.name)为\(value?.described(phrases: phrases) ?? cell.source)"
            }
            let conclusion = conclusions.joined(separator: "，")
            return conditions.isEmpty ? "其余情形，\(conclusion)" : "若\(conditions.joined(separator: "，且"))，则\(conclusion)"
        }
    }
}
