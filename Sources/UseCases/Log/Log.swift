internal import Collection
internal import Foundation
internal import Safekeeping
internal import Spreadsheet
package import Store

extension Workspace {
    /// The head that was given out last, and how many things came since.
    package func logHead() throws -> (head: LogHead, unlogged: Int) {
        let store = try existingStore()
        guard let head = try store.lastLogHead() else {
            throw Failure(.configuration, "还没有日志头。请先执行流水线（run），每次运行记一个。")
        }
        return (head, try store.unloggedCount())
    }

    /// What shows that a leaf is in the log.
    ///
    /// - Parameters:
    ///   - leaf: `submission/12`.
    ///   - cell: `观测点!F31`, or `F31` in a file without sheets.
    /// - Throws: ``Failure`` with status 5 where that does not hold.
    package func logProof(of leaf: String, cell: String?) throws -> LogProof {
        guard let name = LogLeafName(leaf) else {
            throw Failure(
                .configuration,
                "没有“\(leaf)”这样的条目。请写成 submission/12 的样子，斜线前为 "
                    + LogLeafKind.allCases.map { "\($0.rawValue)（\($0.title)）" }.joined(separator: "、") + "。")
        }
        let place = try cell.map { (text) throws(Failure) in try Self.cell(text) }
        do {
            return try existingStore().logProof(of: name, cell: place)
        } catch let fault as LogProof.Fault {
            throw Failure(.check, fault.sentence(name, cell))
        }
    }

    private static func cell(_ text: String) throws(Failure) -> LogCell {
        let parts = text.split(separator: "!", omittingEmptySubsequences: false)
        let sheet = parts.dropLast().joined(separator: "!")
        guard let address = parts.last.flatMap({ CellAddress(String($0)) }) else {
            throw Failure(.configuration, "--cell 应为单元格，如 观测点!F31，读到“\(text)”。")
        }
        return LogCell(sheet: parts.count > 1 ? sheet : nil, row: address.row, column: address.column)
    }

    /// Reads a head that left the machine: a checkpoint, or the line that receipts, pages and covers have.
    package static func witness(heads files: [String], key: String?) throws(Failure) -> LogWitness {
        var witness = LogWitness()
        if let key {
            guard let read = NoteKey(key) else {
                throw Failure(.configuration, "--key 应为 log init 打印的公钥（名称+编号+Base64），读到“\(key)”。")
            }
            witness.key = read
        }
        for file in files {
            guard let data = FileManager.default.contents(atPath: file), data.count < 65_536 else {
                throw Failure(.configuration, "日志头 \(file) 打不开。请检查路径。")
            }
            let text = String(decoding: data, as: UTF8.self)
            guard let head = head(in: text, key: witness.key) else {
                throw Failure(
                    .configuration,
                    "\(file) 里没有日志头。请放 log head 打印的检查点，或回执、档案页、封面上“日志头”一行的条数和散列。")
            }
            witness.heads.append(LogWitness.Head(place: "日志头 \(file)", head: head))
        }
        return witness
    }

    private static func head(in text: String, key: NoteKey?) -> PrintedHead? {
        let note = SignedNote(text)
        if let checkpoint = Checkpoint(note?.text ?? text) {
            return PrintedHead(size: checkpoint.size, root: checkpoint.root, signature: note?.signatures.first)
        }
        return PrintedHead(text)
    }
}

extension LogProof.Fault {
    fileprivate func sentence(_ name: LogLeafName, _ cell: String?) -> String {
        switch self {
        case .noHead: "还没有日志头，无从证明。请先执行流水线（run）。"
        case .unknown: "最近一个日志头里没有 \(name.text)。请检查编号；新收到的，下次运行（run）记入。"
        case .changed: "\(name.text) 与记入日志时不符，已被改动，无从证明。请运行 verify 查明。"
        case .otherHead: "日志与最近一个日志头不符，已被改动，无从证明。请运行 verify 查明。"
        case .noCell: "\(name.text) 在 \(cell ?? "") 没有读到数。请检查工作表和单元格。"
        }
    }
}
