/// Turns FEEL text into a ``Program``: reads it, resolves its names to slots, binds the host's functions.
public enum Compiler {
    /// What is to be done about what cannot be resolved.
    public enum Mode: Sendable {
        /// It is an error: for rules.
        case strict
        /// It is null, as the standard's own conformance tests want it: for values that come with their expression.
        case lenient
    }

    /// Compiles an expression.
    /// - Throws: ``FEELError`` with the place of what is wrong.
    public static func compile(
        _ source: String, schema: Schema = Schema(), mode: Mode = .strict, limits: Limits = Limits()
    ) throws(FEELError) -> Program {
        let expression = try Parser.expression(source, names: schema.knownNames, limits: limits)
        return try Program(expression, source: source, schema: schema, mode: mode, limits: limits)
    }

    /// Compiles unary tests, such as a cell of a decision table, of the input named `?`.
    /// - Throws: ``FEELError`` with the place of what is wrong.
    public static func compile(
        unaryTests source: String, schema: Schema, mode: Mode = .strict, limits: Limits = Limits()
    ) throws(FEELError) -> Program {
        let tests = try Parser.unaryTests(source, names: schema.knownNames, limits: limits)
        return try Program(tests, source: source, schema: schema, mode: mode, limits: limits)
    }

    /// Compiles an expression that has been parsed.
    /// - Throws: ``FEELError`` with the place of what is wrong.
    public static func compile(
        _ expression: Expression, source: String, schema: Schema, mode: Mode = .strict, limits: Limits = Limits()
    ) throws(FEELError) -> Program {
        try Program(expression, source: source, schema: schema, mode: mode, limits: limits)
    }
}
