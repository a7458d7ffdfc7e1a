internal import Collection
internal import FEEL
internal import Foundation
internal import Review
internal import Safekeeping
internal import Standards

extension Workspace {
    /// Signs every determination of a file, a reviewer's workbook or a register, and writes them as a register with their
    /// signatures. What was signed before keeps its signatures: two people sign one after the other.
    ///
    /// - Parameters:
    ///   - identities: files of the keys.
    ///   - output: the register to write, a CSV file.
    /// - Returns: how many determinations it holds.
    /// - Throws: ``Failure`` where the file holds none, or something in it is wrong: then nothing is signed.
    package func signRegister(_ path: String, identities: [String], to output: String) throws -> Int {
        let collector = Collector(
            edition: try installation.edition(edition), regions: try installation.regions(), crosswalks: [],
            today: ChinaTime.day(of: now))
        let batch = collector.survey([InboxRoot(path: path, authority: .authority)])
        guard let item = batch.items.first, batch.items.count == 1 else {
            throw Failure(.configuration, "\(path) 应为一个填好的认定表或认定登记表。请核对路径。")
        }
        let submission = collector.read(item)
        let errors = ([submission.fault].compactMap(\.self) + submission.findings)
            .filter { $0.kind.severity == .error }
        guard errors.isEmpty else {
            throw Failure(
                .configuration, "没有签名，请先改正：\n" + errors.map(\.message).joined(separator: "\n"))
        }
        guard !submission.determinations.isEmpty else {
            throw Failure(.configuration, "\(path) 里没有填好的认定，没有签名。")
        }
        let signed = try submission.determinations.map { made -> Determination in
            var made = made
            let own = try Signatures.sign(SignedDecision(made), with: identities)
            made.signature = [made.signature, own].compactMap(\.self).joined(separator: " ")
            return made
        }
        do throws(DurableFile.WritingError) {
            try DurableFile.write(Array(DecisionRegister.text(of: signed).utf8), to: output, isOnDisk: true)
        } catch {
            throw Failure(.configuration, "无法写入 \(output)：\(error.reason)")
        }
        return signed.count
    }
}
