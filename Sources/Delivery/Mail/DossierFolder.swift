import Alerts
import Foundation

/// Where the pages of consortia lie that go with mail, in a folder for each year.
struct DossierFolder {
    let path: String

    /// Servers take no larger mail from strangers; an attachment grows by a third on its way.
    private static let room = 6_000_000

    /// The pages of the consortia of a message, each once, as far as there is room; and a sentence on those left out.
    func attachments(of message: Message) -> (files: [Attachment], note: String) {
        var room = Self.room
        var files: [Attachment] = []
        var omitted: [String] = []
        var pages: Set<String> = []
        // Of a duty a page says no more than the message.
        for notification in message.notifications where !notification.state.isDuty {
            let alert = notification.state.alert
            let page = alert.annotations.page
            guard pages.insert(page).inserted else { continue }
            let file = URL(filePath: path).appending(path: alert.labels[.year]).appending(path: page)
            guard let bytes = try? Data(contentsOf: file), bytes.count <= room else {
                omitted.append(alert.labels[.consortium])
                continue
            }
            room -= bytes.count
            files.append(Attachment(name: file.lastPathComponent, type: "text/html", bytes: bytes))
        }
        let note = omitted.isEmpty ? "" : "档案页未附（没有生成，或超过邮件容量），请到报告目录查看：\(omitted.joined(separator: "、"))\n"
        return (files, note)
    }
}
