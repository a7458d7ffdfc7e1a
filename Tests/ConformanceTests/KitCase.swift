import FEEL
import Foundation

/// A case of the DMN Technology Compatibility Kit.
struct KitCase {
    /// Why a line holds no case, with the name of the case where it has one.
    struct Unreadable: Error {
        let name: String?
        let reason: String
    }

    let name: String
    let request: ExpressionRequest
    let expected: Value
    /// Whether an error is as good as the null expected.
    let allowsError: Bool

    /// Reads a line: `{"case": …, "error": …, "type": …, "expression": …, "inputs": {…}, "expected": …}`.
    init(line: Data) throws(Unreadable) {
        guard let json = try? JSONSerialization.jsonObject(with: line) as? [String: Any] else {
            throw Unreadable(name: nil, reason: "no JSON object")
        }
        guard let name = json["case"] as? String else { throw Unreadable(name: nil, reason: "no \"case\"") }
        guard let allowsError = json["error"] as? Bool else { throw Unreadable(name: name, reason: "no \"error\"") }
        guard let expected = json["expected"] else { throw Unreadable(name: name, reason: "no \"expected\"") }
        let members = ["expression": json["expression"], "context": json["inputs"], "type": json["type"]]
        do {
            request = try ExpressionRequest(parsing: Self.text(members.compactMapValues(\.self)))
            self.expected = try TypedValue(parsing: Self.text(expected)).value
        } catch {
            throw Unreadable(name: name, reason: (error as? TypedValue.Malformed)?.message ?? "\(error)")
        }
        self.name = name
        self.allowsError = allowsError
    }

    private static func text(_ json: Any) throws -> String {
        let data = try JSONSerialization.data(withJSONObject: json, options: .fragmentsAllowed)
        return String(decoding: data, as: UTF8.self)
    }

    /// Whether our answer is the kit's.
    var agrees: Bool {
        do {
            return try Self.agree(request.evaluate(), expected)
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
