internal import Foundation
internal import Safekeeping
package import Store

extension LogProof {
    /// The proof for programs: JSON with sorted keys. `docs/log.md` says what each means.
    package var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        let data = (try? encoder.encode(Document(self))) ?? Data()
        return String(decoding: data, as: UTF8.self) + "\n"
    }

    private struct Document: Encodable {
        let checkpoint: String
        let leaf: String
        let index: Int
        let size: Int
        /// As text: it is JSON, byte for byte what is hashed.
        let entry: String
        let path: [String]
        let cells: [Row]

        init(_ proof: LogProof) {
            checkpoint = proof.head.note
            leaf = proof.name.text
            index = proof.index
            size = proof.head.size
            entry = String(decoding: proof.entry, as: UTF8.self)
            path = proof.path.map(\.base64)
            cells = proof.cells.map(Row.init)
        }
    }

    private struct Row: Encodable {
        let row: String
        let salt: String
        let index: Int
        let size: Int
        let path: [String]
        let group: String
        let groupIndex: Int
        let groupCount: Int
        let groupPath: [String]

        init(_ cell: Cell) {
            row = Data(cell.row).base64EncodedString()
            salt = cell.salt.base64
            index = cell.index
            size = cell.size
            path = cell.path.map(\.base64)
            group = cell.group
            groupIndex = cell.groupIndex
            groupCount = cell.groupCount
            groupPath = cell.groupPath.map(\.base64)
        }
    }
}
