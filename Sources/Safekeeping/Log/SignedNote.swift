internal import Foundation

/// A text with the signatures of those who stand behind it (C2SP signed-note).
package struct SignedNote: Sendable, Hashable {
    package struct Signature: Sendable, Hashable {
        package let name: String
        /// Four bytes that tell the key, and the signature.
        package let bytes: [UInt8]

        package init(name: String, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }

        /// Reads ``line``, without the line break.
        package init?(line: some StringProtocol) {
            let parts = line.split(separator: " ", omittingEmptySubsequences: false)
            guard parts.count == 3, parts[0] == "\u{2014}", NoteKey.isName(parts[1]),
                let data = Data(base64Encoded: String(parts[2])), data.count > 4
            else { return nil }
            self.init(name: String(parts[1]), bytes: Array(data))
        }

        package var line: String { "\u{2014} \(name) \(Data(bytes).base64EncodedString())" }
    }

    /// What is signed, with its last line break.
    package let text: String
    package var signatures: [Signature]

    package init(text: String, signatures: [Signature] = []) {
        self.text = text
        self.signatures = signatures
    }

    /// Reads a note as it is sent: the text, a blank line, a line a signature.
    package init?(_ note: String) {
        guard let gap = note.range(of: "\n\n", options: .backwards), note.hasSuffix("\n") else { return nil }
        let lines = note[gap.upperBound...].split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        let signatures = lines.compactMap(Signature.init(line:))
        guard signatures.count == lines.count, !signatures.isEmpty else { return nil }
        self.init(text: String(note[...gap.lowerBound]), signatures: signatures)
    }

    /// As it is sent. Without signatures it ends with the blank line, and is no note.
    package var note: String { text + "\n" + signatures.map { $0.line + "\n" }.joined() }
}
