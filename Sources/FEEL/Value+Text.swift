extension Value {
    /// The value as FEEL's `string` writes it: a string as it is, anything else as FEEL would read it.
    public var text: String {
        var writer = ValueWriter(limit: .max)
        writer.write(self, isOutermost: true)
        return writer.text
    }

    /// The same within the limits of an evaluation; nil beyond them.
    func text(within frame: Frame) -> String? {
        var writer = ValueWriter(limit: min(frame.limits.size, max(0, frame.state.pointee.steps)))
        writer.write(self, isOutermost: true)
        guard frame.spend(writer.text.utf8.count >> 3), !writer.isOverLimit else { return nil }
        return writer.text
    }
}

extension Value: CustomStringConvertible {
    /// The value as a FEEL literal where there is one: strings in quotes.
    public var description: String {
        var writer = ValueWriter(limit: .max)
        writer.write(self, isOutermost: false)
        return writer.text
    }
}

/// Writes values as FEEL text, up to a length.
private struct ValueWriter {
    private(set) var text = ""
    let limit: Int

    init(limit: Int) {
        self.limit = limit
    }

    var isOverLimit: Bool { text.utf8.count > limit }

    mutating func write(_ value: Value, isOutermost: Bool) {
        guard !isOverLimit else { return }
        switch value {
        case .null: text += "null"
        case .boolean(let value): text += value ? "true" : "false"
        case .number(let number): text += number.description
        case .string(let string): text += isOutermost ? string : Self.quoted(string)
        case .date(let date): text += date.description
        case .time(let time): text += time.description
        case .dateTime(let dateTime): text += dateTime.description
        case .monthsDuration(let duration): text += duration.description
        case .secondsDuration(let duration): text += duration.description
        case .list(let items): write(items, in: ("[", "]")) { $0.write($1, isOutermost: false) }
        case .context(let context):
            write(context.entries, in: ("{", "}")) { writer, entry in
                writer.text += Self.isPlainName(entry.name) ? entry.name : Self.quoted(entry.name)
                writer.text += ": "
                writer.write(entry.value, isOutermost: false)
            }
        case .range(let range): write(range)
        case .function(let function): text += "function" + (function.name.map { " \($0)" } ?? "")
        }
    }

    private mutating func write<Item>(
        _ items: [Item], in brackets: (String, String), _ writeItem: (inout Self, Item) -> Void
    ) {
        text += brackets.0
        for (index, item) in items.enumerated() {
            guard !isOverLimit else { return }
            if index > 0 { text += ", " }
            writeItem(&self, item)
        }
        text += brackets.1
    }

    /// A range as FEEL reads it, its dates and times as `@"…"`.
    private mutating func write(_ range: ValueRange) {
        switch (range.low, range.high) {
        case (nil, let high?): writeOpen(range.highIncluded ? "<=" : "<", high)
        case (let low?, nil): writeOpen(range.lowIncluded ? ">=" : ">", low)
        default:
            text += range.lowIncluded ? "[" : "("
            writeEnd(range.low ?? .null)
            text += ".."
            writeEnd(range.high ?? .null)
            text += range.highIncluded ? "]" : ")"
        }
    }

    private mutating func writeOpen(_ comparison: String, _ end: Value) {
        text += "(" + comparison + " "
        writeEnd(end)
        text += ")"
    }

    private mutating func writeEnd(_ end: Value) {
        switch end {
        case .date, .time, .dateTime, .monthsDuration, .secondsDuration:
            text += "@\""
            write(end, isOutermost: true)
            text += "\""
        default: write(end, isOutermost: false)
        }
    }

    private static func quoted(_ text: String) -> String {
        let escapes: [Unicode.Scalar: String] = ["\"": "\\\"", "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"]
        return "\"" + text.unicodeScalars.map { escapes[$0] ?? String($0) }.joined() + "\""
    }

    private static func isPlainName(_ name: String) -> Bool {
        guard let first = name.unicodeScalars.first, first.startsName else { return false }
        return name.unicodeScalars.allSatisfy { $0.continuesName || $0 == " " }
    }
}
