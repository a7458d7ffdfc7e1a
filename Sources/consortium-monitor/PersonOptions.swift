import ArgumentParser
import FEEL
import Foundation
import Standards
import UseCases

/// Whose doing something is, and why.
struct PersonOptions: ParsableArguments {
    @Option(help: Language.help("办理人，须在人员名单里。", "The person who does it, named in the list of people."))
    var by: String

    @Option(help: Language.help("说明。", "Why."))
    var comment: String

    @OptionGroup var signing: SigningOptions

    func validate() throws {
        try RequiredText.check([("--by", by), ("--comment", comment)])
    }
}

/// Texts of options that have to say something.
enum RequiredText {
    /// - Throws: `ValidationError` where one is blank.
    static func check(_ texts: [(option: String, text: String)]) throws {
        for (option, text) in texts where text.allSatisfy(\.isWhitespace) {
            throw ValidationError(Language.text("\(option) 不能为空。", "\(option) must not be empty."))
        }
    }
}

/// What people sign with, and by what list of people they are known.
struct SigningOptions: ParsableArguments {
    @Option(
        help: Language.help(
            "本人的密钥文件（OpenSSH），登记了公钥的必须签名；两人的写两次。",
            "The OpenSSH key of a person for whom the list of people names one; twice for two people."))
    var identity: [String] = []

    @Option(help: Language.help("人员名单。默认：pipelines/actors.yml。", "The list of people. Default: pipelines/actors.yml."))
    var actors: String?
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
