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
