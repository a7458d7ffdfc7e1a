/// A FEEL value in JSON with its type: `{"decimal": "1.5"}`, `{"date": "2025-12-31"}`, `{"list": […]}`, `null`.
///
/// The form is that of the conformance cases: `decimal` (`double`, `integer` and `number` are read too), `string`,
/// `boolean`, `date`, `time`, `dateTime`, `duration`, `list`, `context`, and `range` with the range as FEEL writes it.
/// A function, which has no form, is written as its name and not read. Bare JSON strings, numbers and truth values are
/// read as what they are.
public struct TypedValue: Sendable, CustomStringConvertible {
    /// The value.
    public let value: Value

    /// A value to be written.
    public init(_ value: Value) {
        self.value = value
    }

    /// Why a text is not a typed value.
    public struct Malformed: Error, Sendable, Hashable {
        /// What is wrong, in Chinese.
        public let message: String
    }

    /// Reads JSON text.
    /// - Throws: ``Malformed`` where it is not JSON, or not a value of the type it names.
    public init(parsing text: String) throws(Malformed) {
        let json: JSONText
        do throws(JSONText.Malformed) {
            json = try JSONText(parsing: text)
        } catch {
            throw Malformed(message: "第 \(error.offset + 1) 字节处不是 JSON。")
        }
        try self.init(json)
    }

    init(_ json: JSONText) throws(Malformed) {
        value = try Self.value(json)
    }

    // MARK: Reading

    private static func value(_ json: JSONText) throws(Malformed) -> Value {
        switch json {
        case .null: return .null
        case .boolean(let truth): return .boolean(truth)
        case .string(let text): return .string(text)
        case .number(let text): return try scalar("decimal", text)
        case .array(let items): return try list(items)
        case .object(let members):
            guard members.count == 1, let member = members.first else {
                throw Malformed(message: "应为只有一个成员的对象，如 {\"decimal\": \"1.5\"}。")
            }
            return try value(member.value, type: member.name)
        }
    }

    private static func value(_ json: JSONText, type: String) throws(Malformed) -> Value {
        switch (type, json) {
        case (_, .null): return .null
        case ("list", .array(let items)): return try list(items)
        case ("context", .object(let members)):
            var entries: [(name: String, value: Value)] = []
            for member in members { entries.append((member.name, try value(member.value))) }
            return .context(Context(entries))
        case (_, .string(let text)), (_, .number(let text)): return try scalar(type, text)
        case ("boolean", .boolean(let truth)): return .boolean(truth)
        default: throw Malformed(message: "“\(type)”的值不合其类型。")
        }
    }

    private static func list(_ items: [JSONText]) throws(Malformed) -> Value {
        var values: [Value] = []
        for item in items { values.append(try value(item)) }
        return .list(values)
    }

    private static func scalar(_ type: String, _ text: String) throws(Malformed) -> Value {
        let value: Value? =
            switch type {
            case "decimal", "double", "integer", "number": Decimal128(text).map(Value.finite)
            case "string": .string(text)
            case "boolean": ["true": .boolean(true), "false": .boolean(false)][text]
            case "date": CalendarDate(text).map(Value.date)
            case "time": TimeOfDay(text).map(Value.time)
            case "dateTime": DateAndTime(text).map(Value.dateTime)
            case "duration":
                MonthsDuration(text).map(Value.monthsDuration) ?? SecondsDuration(text).map(Value.secondsDuration)
            case "range": ValueRange(literal: text, limits: Limits()).map(Value.range)
            default: throw Malformed(message: "没有名为“\(type)”的类型。")
            }
        guard let value else { throw Malformed(message: "“\(text)”不是 \(type)。") }
        return value
    }

    // MARK: Writing

    /// The value as JSON text on one line.
    public var description: String { json.description }

    var json: JSONText { Self.json(value) }

    private static func json(_ value: Value) -> JSONText {
        switch value {
        case .null: .null
        case .boolean(let truth): typed("boolean", .string(truth ? "true" : "false"))
        case .number: typed("decimal", .string(value.text))
        case .string(let text): typed("string", .string(text))
        case .date: typed("date", .string(value.text))
        case .time: typed("time", .string(value.text))
        case .dateTime: typed("dateTime", .string(value.text))
        case .monthsDuration, .secondsDuration: typed("duration", .string(value.text))
        case .list(let items): typed("list", .array(items.map(json)))
        case .context(let context):
            typed("context", .object(context.entries.map { (name: $0.name, value: json($0.value)) }))
        case .range: typed("range", .string(value.text))
        case .function(let function): typed("function", .string(function.name ?? ""))
        }
    }

    private static func typed(_ type: String, _ json: JSONText) -> JSONText { .object([(name: type, value: json)]) }
}
