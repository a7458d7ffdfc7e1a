import ArgumentParser
import FEEL
import Foundation
import Standards
import UseCases

/// Whose doing something is, and why.
struct PersonOptions: ParsableArguments {
    @Option(help: Language.help("办理人，如“湖南省教育厅 李某”。", "The person who does it."))
    var by: String

    @Option(help: Language.help("说明。", "Why."))
    var comment: String

    func validate() throws {
        for (name, text) in [("--by", by), ("--comment", comment)]
        where text.trimmingCharacters(in: .whitespacesAndNewlines).isEmpty {
            throw ValidationError(Language.text("\(name) 不能为空。", "\(name) must not be empty."))
        }
    }
}

/// Days as options name them.
enum DayOption {
    /// The first moment after a day.
    static func end(of text: String, _ option: String) throws(Failure) -> Date {
        guard let day = CalendarDate(text) else {
            throw Failure(.configuration, "\(option) 应为日期，如 2026-06-30，读到“\(text)”。")
        }
        return ChinaTime.start(of: day).addingTimeInterval(86_400)
    }
}
