/// Finds what is wrong with rules before any data is seen: names, types, units, divisions, decision tables.
///
///     let check = Check(schema: schema, mayBeZero: ["计划经费"])
///     let issues = check.expression("本年.到位经费 < 本年.从业人数")
public struct Check: Sendable {
    let schema: Schema
    let mayBeZero: Set<String>

    /// A check of rules over the names of `schema`.
    /// - Parameters:
    ///   - schema: what rules may refer to.
    ///   - mayBeZero: the variables and entries that a rule must not divide by without asking first.
    public init(schema: Schema, mayBeZero: Set<String> = []) {
        self.schema = schema
        self.mayBeZero = mayBeZero
    }

    /// What is wrong with an expression that is to give a value of type `wanted`, in the order of the text.
    public func expression(_ source: String, wanted: FEELType = .any) -> [CheckIssue] {
        do {
            let expression = try Parser.expression(source, names: schema.knownNames)
            var checker = Checker(source: source, check: self)
            let type = checker.type(of: expression)
            checker.require(type, toBe: wanted, at: expression)
            return checker.sortedIssues
        } catch {
            return [CheckIssue(error)]
        }
    }

    /// What is wrong with unary tests of values of type `input`, in the order of the text.
    public func unaryTests(_ source: String, of input: FEELType = .any) -> [CheckIssue] {
        do {
            let tests = try Parser.unaryTests(source, names: schema.knownNames)
            var checker = Checker(source: source, check: self)
            checker.declare("?", input)
            checker.checkTest(tests, of: input)
            return checker.sortedIssues
        } catch {
            return [CheckIssue(error)]
        }
    }

    /// The type that an expression has; `any` where it cannot be known or the text is not FEEL.
    public func type(of source: String) -> FEELType {
        guard let expression = try? Parser.expression(source, names: schema.knownNames) else { return .any }
        var checker = Checker(source: source, check: self)
        return checker.type(of: expression)
    }
}
