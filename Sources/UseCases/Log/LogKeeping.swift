internal import Foundation
internal import Safekeeping
internal import Store

/// Extends the log and gives out its heads, as a pipeline says.
struct LogKeeping {
    let settings: LogSettings
    let signer: NoteSigner?
    let now: Date

    /// - Throws: ``Failure`` where the key cannot be used.
    init(_ settings: LogSettings, now: Date) throws(Failure) {
        self.settings = settings
        self.now = now
        signer = try settings.signer()
    }

    /// A head over all that is in the store.
    func extend(_ store: Store, run: Int?) throws -> LogHead {
        try store.extendLog(origin: settings.origin, signer: signer, run: run, at: now)
    }

    /// Asks others to sign a head.
    /// - Returns: why there is no other signature, in a sentence; nil where there is, or nobody is asked.
    func cosign(_ head: LogHead, in store: Store) -> String? {
        guard !settings.cosign.isEmpty else { return nil }
        let outcome = OtherCommand.run(settings.cosign, input: Array(head.note.utf8))
        let lines = outcome.output.split(separator: "\n").map(String.init)
        guard outcome.status == 0, !lines.isEmpty else {
            let detail = outcome.errors.split(separator: "\n").first.map { "：\($0)" } ?? ""
            return "日志头没有联署，请检查流水线 log 的 cosign：命令 \(settings.cosign[0]) 没有成功\(detail)"
        }
        guard lines.allSatisfy({ SignedNote.Signature(line: $0) != nil }) else {
            return "日志头没有联署，请检查流水线 log 的 cosign：命令 \(settings.cosign[0]) 输出的不是签名行（— 名称 Base64）"
        }
        do {
            try store.cosign(head, by: lines)
            return nil
        } catch {
            // The run is over, and what it found is in the log.
            return "日志头的联署没有存下：\(error)"
        }
    }
}
