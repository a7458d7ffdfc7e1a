internal import Foundation

/// Small tables of words as the store writes them: JSON with the keys in order, so that equal values are equal texts.
extension Dictionary where Key == String, Value: Codable {
    var storeJSON: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }

    init(storeJSON: String) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(storeJSON.utf8))
    }
}

extension [String: String] {
    /// The same JSON as ``storeJSON``, of what there is by the ten thousand.
    var wordsJSON: String {
        get throws {
            guard keys.allSatisfy({ $0.utf8.allSatisfy { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A } }) else {
                return try storeJSON
            }
            var text = "{"
            for (place, key) in keys.sorted().enumerated() {
                let value = self[key] ?? ""
                // What would have to be escaped is left to the encoder.
                guard value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C && $0 != 0x7F }) else {
                    return try storeJSON
                }
                text += place == 0 ? "\"" : ",\""
                text += key
                text += "\":\""
                text += value
                text += "\""
            }
            return text + "}"
        }
    }
}
