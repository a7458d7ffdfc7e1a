import FEEL
import Foundation
import TestSupport

/// A case of the DMN Technology Compatibility Kit.
struct KitCase {
    let name: String
    let line: String
    let expected: Value
    /// Whether an error is as good as the null expected.
    let allowsError: Bool

    /// The cases beside the repository, in `../shared/feel-tck/cases.jsonl`; nil where there are none.
    static let all: [KitCase]? = {
        guard let file = Repository.shared?.appending(path: "feel-tck/cases.jsonl"),
            let text = try? String(contentsOf: file, encoding: .utf8)
        else { return nil }
        return text.split(separator: "\n").compactMap { KitCase(line: String($0)) }
    }()

    /// Reads a line: `{"case": …, "error": …, "type": …, "expression": …, "inputs": {…}, "expected": …}`.
    private init?(line: String) {
        guard let json = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
            let name = json["case"] as? String, let allowsError = json["error"] as? Bool,
            let request = try? Self.text([
                "expression": json["expression"], "context": json["inputs"], "type": json["type"],
            ]),
            let expected = try? TypedValue(parsing: Self.text(json["expected"]))
        else { return nil }
        self.name = name
        self.allowsError = allowsError
        self.expected = expected.value
        self.line = request
    }

    private static func text(_ json: Any?) throws -> String {
        let data = try JSONSerialization.data(withJSONObject: json ?? NSNull(), options: .fragmentsAllowed)
        return String(decoding: data, as: UTF8.self)
    }

    private static func text(_ members: [String: Any?]) throws -> String {
        try text(members.compactMapValues { $0 } as Any)
    }

    /// Whether our answer is the kit's.
    var agrees: Bool {
        do {
            return try Self.agree(ExpressionRequest(parsing: line).evaluate(), expected)
        } catch {
            return allowsError
        }
    }

    /// Numbers agree when equal to 8 decimal places, as the kit's own runner has it.
    private static func agree(_ one: Value, _ other: Value) -> Bool {
        switch (one, other) {
        case (.number(let one), .number(let other)):
            one.rounded(.halfEven, scale: 8) == other.rounded(.halfEven, scale: 8)
        case (.list(let one), .list(let other)): one.count == other.count && zip(one, other).allSatisfy(agree)
        case (.context(let one), .context(let other)):
            one.entries.count == other.entries.count
                && one.entries.allSatisfy { entry in other[entry.name].map { agree(entry.value, $0) } ?? false }
        default: one == other
        }
    }
}
