// DMN 1.5, 10.3.4.3: string functions. Characters are Unicode code points.

extension Builtin {
    static let strings: [Builtin] = [
        Builtin("substring", ("string", "start position", "length"), .string, "从某个位置起取若干字符；负数从末尾数") {
            (text: String, start: Int, length: Int?, _) in
            substring(of: text, from: start, length: length).map(Value.string)
        },
        Builtin("string length", "string", .number, "字符数") { (text: String, _) in
            .number(Decimal128(text.unicodeScalars.count))
        },
        Builtin("upper case", "string", .string, "转为大写") { (text: String, _) in .string(text.uppercased()) },
        Builtin("lower case", "string", .string, "转为小写") { (text: String, _) in .string(text.lowercased()) },
        Builtin("substring before", ("string", "match"), .string, "某段文本之前的部分；没有则为空") {
            (text: String, match: String, _) in
            text.firstOccurrence(of: match).map { .string(String(text[..<$0.lowerBound])) } ?? .string("")
        },
        Builtin("substring after", ("string", "match"), .string, "某段文本之后的部分；没有则为空") {
            (text: String, match: String, _) in
            text.firstOccurrence(of: match).map { .string(String(text[$0.upperBound...])) } ?? .string("")
        },
        Builtin("replace", ("input", "pattern", "replacement", "flags"), .string, "把与正则表达式相符的部分换掉") {
            (input: String, pattern: String, replacement: String, flags: String?, frame) in
            (try? Pattern(pattern, flags: flags ?? "").replacing(in: input, with: replacement, frame)).map(frame.string)
        },
        Builtin("contains", ("string", "match"), .boolean, "是否含有某段文本") { (text: String, match: String, _) in
            .boolean(text.firstOccurrence(of: match) != nil)
        },
        Builtin("starts with", ("string", "match"), .boolean, "是否以某段文本开头") {
            (text: String, match: String, _) in
            .boolean(text.utf8.starts(with: match.utf8))
        },
        Builtin("ends with", ("string", "match"), .boolean, "是否以某段文本结尾") {
            (text: String, match: String, _) in
            .boolean(text.utf8.reversed().starts(with: match.utf8.reversed()))
        },
        Builtin("matches", ("input", "pattern", "flags"), .boolean, "是否有一部分与正则表达式相符") {
            (input: String, pattern: String, flags: String?, frame) in
            (try? Pattern(pattern, flags: flags ?? "").matches(in: input, frame)).map(Value.boolean)
        },
        Builtin("split", ("string", "delimiter"), .list(.string), "按正则表达式切开") {
            (text: String, delimiter: String, frame) in
            (try? Pattern(delimiter, flags: "").split(text, frame)).map { .list($0.map(Value.string)) }
        },
        Builtin("string join", ("list", "delimiter"), .string, "把各段文本连起来；空值略过") {
            (list: [Value], delimiter: String?, frame) in
            joined(list, by: delimiter ?? "", frame)
        },
    ]

    private static func substring(of text: String, from start: Int, length: Int?) -> String? {
        let scalars = text.unicodeScalars
        let count = scalars.count
        guard start != 0, abs(start) <= count, length ?? 1 > 0 else { return nil }
        let first = start > 0 ? start - 1 : count + start
        let rest = scalars.dropFirst(first)
        return String(length.map { rest.prefix($0) } ?? rest)
    }

    private static func joined(_ list: [Value], by delimiter: String, _ frame: Frame) -> Value? {
        var text = ""
        var isFirst = true
        for item in list where !item.isNull {
            guard let part = item.string else { return nil }
            if !isFirst { text += delimiter }
            text += part
            isFirst = false
            guard text.utf8.count <= frame.limits.size, frame.spend(part.utf8.count >> 5) else { return nil }
        }
        return .string(text)
    }
}

extension String {
    /// Where `match` first occurs, code point for code point; the start for an empty one.
    fileprivate func firstOccurrence(of match: String) -> Range<String.Index>? {
        let needle = Array(match.utf8)
        guard let first = needle.first else { return startIndex..<startIndex }
        var start = utf8.startIndex
        while let candidate = utf8[start...].firstIndex(of: first) {
            if utf8[candidate...].starts(with: needle) {
                return candidate..<utf8.index(candidate, offsetBy: needle.count)
            }
            start = utf8.index(after: candidate)
        }
        return nil
    }
}
