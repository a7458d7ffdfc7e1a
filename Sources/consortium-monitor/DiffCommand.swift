import ArgumentParser
import FEEL
import Foundation
import Reports
import Standards
import UseCases

struct DiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: Language.text(
            "比较两天所知的评定结果：哪些结论变了，因何而变。", "Which outcomes changed between two days, and what changed them."))

    @Option(
        help: Language.help("年度，如 2025。默认：按日历应评定的年度。", "The assessed year. Default: the one that is due."))
    var year: String?

    @Option(help: Language.help("自这一天（含）所知，如 2026-03-31。", "What was known at the end of this day."))
    var from: String

    @Option(help: Language.help("至这一天（含）所知。默认：现在。", "What was known at the end of this day. Default: now."))
    var to: String?

    @Option(help: Language.help("只看这一家。", "Only this consortium."))
    var consortium: String?

    @OptionGroup var provinceOption: ProvinceOption
    @OptionGroup var output: ComparisonOptions
    @OptionGroup var shared: SharedOptions

    func run() async throws {
        let workspace = try shared.workspace()
        let days = (from: try day(from, "--from"), to: try to.map { try day($0, "--to") })
        let compared = try await workspace.diff(
            year: year, from: ChinaTime.end(of: days.from), to: days.to.map(ChinaTime.end), only: consortium,
            province: try provinceOption.code())
        let until = days.to?.inChinese ?? "现在"
        try output.write(
            [(compared, "\(compared.year)年度评定，\(days.from.inChinese)至\(until)")], workspace, title: "评定结果比较")
    }

    private func day(_ text: String, _ option: String) throws(Failure) -> CalendarDate {
        guard let day = CalendarDate(text) else {
            throw Failure(.configuration, "\(option) 应为日期，如 2026-03-31，读到“\(text)”。")
        }
        return day
    }
}
