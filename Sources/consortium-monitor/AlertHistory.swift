import Alerts
import Foundation
import Standards
import UseCases

extension Workspace {
    /// Prints everything that happened to an alert, and who was told what of it.
    func showAlertHistory(_ id: String) throws {
        let (state, events) = try alertHistory(id)
        let notes = state.alert.annotations
        Console.write(
            "\(state.id)\n\(notes.consortiumName)  \(notes.title)：\(notes.outcomeTitle)，\(state.status.title)\n")
        if let acknowledgement = state.acknowledgement {
            let until = acknowledgement.until.map { "，至\(ChinaTime.minute($0))" } ?? ""
            Console.write("已由\(acknowledgement.by)确认：\(acknowledgement.comment)\(until)\n")
        }
        for event in events { Console.write("  \(ChinaTime.minute(event.at))  \(event.title)  \(event.text)\n") }
    }
}
