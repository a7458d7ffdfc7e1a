internal import Alerts
internal import Collection
internal import Delivery
internal import Foundation
internal import Safekeeping
internal import Standards
internal import Store
internal import Workbooks

/// Puts the receipts of files into the outbox, for the senders whom manifests name and `alerts.yml` has an address of.
///
/// What is owed is read from the ledger and not from what a run has just done: a run that was killed leaves nothing out, and
/// what was collected by hand between two runs is told by the next. A receipt has one key, so it goes once.
struct ReceiptMailing {
    let store: Store
    /// The edition whose pipeline mails: what another pipeline took in is for that to answer. Nil for all.
    var edition: String?
    let folder: ReceiptFolder
    let mail: ReceiptMail
    let workdays: Workdays
    let now: Date

    /// What came of it.
    struct Result: Sendable, Hashable {
        /// Receipts that were not in the outbox before.
        var queued = 0
        /// How many receipts nobody gets, by the senders of whom no address is known.
        var withoutAddress: [String: Int] = [:]
        /// The files whose receipts are not where they were written.
        var lost: [String] = []

        /// As the record of a run keeps it.
        var counts: [String: Int] { ["receipts": queued] }

        /// For the operator, a sentence each.
        var notes: [String] {
            let senders = withoutAddress.sorted { $0.key < $1.key }.map { "\($0.key)（\($0.value) 份）" }
            return
                (senders.isEmpty
                ? []
                : ["回执没有寄出：\(senders.joined(separator: "、"))没有邮件地址。请在 alerts.yml 的 receipts 中补上。"])
                + lost.map { "回执没有寄出：找不到\($0)的回执文件。请用 receipt 重新出具后转交。" }
        }
    }

    /// Queues the receipts of what was recorded after a moment. Without one, where nothing has ever run, of what was received
    /// within a day: who sets up an installation brings the files of years, and nobody waits for their receipts.
    func queue(after moment: Date?) throws -> Result {
        var result = Result()
        var messages: [OutboxEntry] = []
        for submission in try submissions() where isNew(submission, since: moment) {
            let sender = submission.file.origin.sender
            guard let way = mail.ways[sender] else {
                result.withoutAddress[sender, default: 0] += 1
                continue
            }
            guard let message = try message(submission, by: way) else {
                result.lost.append(submission.file.name)
                continue
            }
            messages.append(message)
        }
        let before = try store.outboxCounts().values.reduce(0, +)
        try store.save(alerts: [], messages: messages)
        result.queued = try store.outboxCounts().values.reduce(0, +) - before
        return result
    }

    /// The senders of whom no address is known, with how many files each has sent in all.
    func withoutAddress() throws -> Result {
        let senders = try submissions().map(\.file.origin.sender).filter { mail.ways[$0] == nil }
        return Result(withoutAddress: Dictionary(senders.map { ($0, 1) }, uniquingKeysWith: +))
    }

    /// The files that somebody has sent, as a manifest says. Of one that could not be read nobody knows whose it was.
    private func submissions() throws -> [SubmissionRecord] {
        let read = edition == nil ? [:] : try store.editionsRead()
        return try store.submissions().filter { submission in
            !submission.file.origin.sender.isEmpty && !submission.isMigrated
                && (edition == nil || read[submission.id].map { $0 == edition } ?? true)
        }
    }

    private func isNew(_ submission: SubmissionRecord, since moment: Date?) -> Bool {
        if let moment { return submission.recordedAt > moment }
        return ChinaTime.day(of: submission.file.receivedAt) >= ChinaTime.day(of: now.addingTimeInterval(-86_400))
    }

    /// When a receipt that is ready now may go.
    private var opening: Date {
        guard let hours = mail.hours, !hours.isActive(at: now, workdays) else { return now }
        return hours.opening(after: now, workdays) ?? now
    }

    /// Nil where there is no receipt to send.
    private func message(_ submission: SubmissionRecord, by way: any Channel) throws -> OutboxEntry? {
        let file = submission.file
        let path = SubmissionReceipt.workbook(
            of: file.path, name: file.ownName, sha256: file.sha256 ?? "", region: file.origin.region,
            in: folder.folder.path)
        guard let bytes = FileManager.default.contents(atPath: path) else { return nil }
        let key = String(
            SHA256.digest(of: "receipt \(submission.id) \(file.sha256 ?? "") \(file.origin.sender)".utf8).prefix(32))
        let draft = Draft(
            subject: "报送回执：\(file.ownName)（\(submission.status == .quarantined ? "未能收取" : "已收取")）".printable,
            body: try text(of: submission), alerts: [])
        return OutboxEntry(
            key: key, messageID: "<\(key)@\(way.domain)>", receiver: file.origin.sender, channel: type(of: way).kind,
            content: try AlertJSON.text(ParcelContent(draft)), plannedAt: now, dueAt: opening, alerts: [],
            attachments: [
                OutboxEntry.Attachment(
                    name: URL(filePath: path).lastPathComponent,
                    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", bytes: bytes)
            ])
    }

    /// What is to be done about errors, warnings, or both.
    private static let remedies: [[FindingSeverity]: String] = [
        [.error, .warning]: "改正错误、核对并说明警告后重新报送", [.error]: "改正错误后重新报送", [.warning]: "核对警告，属实的说明，有误的改正后重新报送",
    ]

    /// The letter: what became of the file, and what is to be done.
    private func text(of submission: SubmissionRecord) throws -> String {
        let file = submission.file
        let day = ChinaTime.day(of: file.receivedAt).inChinese
        let findings = try store.findings(submission: submission.id).map(\.finding).filter { $0.answer == nil }
        let counts = [(FindingSeverity.error, "错误"), (.warning, "警告")].compactMap { severity, title in
            let count = findings.count { $0.severity == severity.rawValue }
            return count > 0 ? (severity: severity, text: "\(title)\(count)条") : nil
        }
        let outcome: String
        if submission.status == .quarantined {
            outcome = "\(day)收到你单位报送的“\(file.ownName)”，未能收取：\(submission.reason ?? "")请按附件回执改正后重新报送。"
        } else if counts.isEmpty {
            outcome = "\(day)收到你单位报送的“\(file.ownName)”，已收取，没有发现错误和警告。回执见附件。"
        } else {
            outcome =
                "请按附件回执\(Self.remedies[counts.map(\.severity)] ?? "")：\(day)收到你单位报送的“\(file.ownName)”，已收取，"
                + "其中有\(counts.map(\.text).joined(separator: "、"))。"
        }
        return "\(file.origin.sender)：\n\n\(outcome)\n\n本邮件由系统发出，请勿直接回复。\n".printableLines
    }
}

extension SubmissionFile {
    /// As its sender called it, without the folders that it was put into.
    fileprivate var ownName: String { String(path.split(separator: "/").last ?? "") }
}
