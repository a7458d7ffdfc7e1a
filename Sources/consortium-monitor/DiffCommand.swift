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
    var from: String?

    @Option(help: Language.help("至这一天（含）所知。默认：现在。", "What was known at the end of this day. Default: now."))
    var to: String?

    @Flag(
        help: Language.help(
            "自本人上次查看以来，须写 --by；看完记下这一次。只看一家或一省的不记。",
            "Since one looked last; takes --by. The look is noted afterwards, unless it is of one consortium or province."
        ))
    var sinceLast = false

    @Option(help: Language.help("查看人，须在人员名单里。", "Who looks, named in the list of people."))
    var by: String?

    @Flag(help: Language.help("不记下这一次查看。", "Do not note this look."))
    var keep = false

    @Option(help: Language.help("只看这一家。", "Only this consortium."))
    var consortium: String?

    @OptionGroup var provinceOption: ProvinceOption
    @OptionGroup var output: ComparisonOptions
    @OptionGroup var shared: SharedOptions

    func validate() throws {
        guard sinceLast else {
            if from == nil {
                throw ValidationError(Language.text("请写 --from 日期，或 --since-last。", "Name --from or --since-last."))
            }
            if by != nil || keep {
                throw ValidationError(
                    Language.text("--by 和 --keep 只与 --since-last 连用。", "--by and --keep go with --since-last."))
            }
            return
        }
        if from != nil || to != nil {
            throw ValidationError(
                Language.text("--since-last 不与 --from、--to 连用。", "--since-last goes without --from and --to."))
        }
        if by?.allSatisfy(\.isWhitespace) ?? true {
            throw ValidationError(Language.text("请用 --by 写明查看人。", "Name who looks with --by."))
        }
    }

    func run() async throws {
        let workspace = try shared.workspace()
        guard let from else { return try await showSinceLast(workspace) }
        let days = (from: try day(from, "--from"), to: try to.map { try day($0, "--to") })
        let compared = try await workspace.diff(
            year: year, from: ChinaTime.end(of: days.from), to: days.to.map(ChinaTime.end), only: consortium,
            province: try provinceOption.code())
        let until = days.to?.inChinese ?? "现在"
        try output.write(
            [(compared, "\(compared.year)年度评定，\(days.from.inChinese)至\(until)")], workspace, title: "评定结果比较")
    }

    private func showSinceLast(_ workspace: Workspace) async throws {
        let province = try provinceOption.code()
        let look = try await workspace.diffSinceLastLook(
            of: by ?? "", year: year, only: consortium, province: province)
        let isWhole = consortium == nil && province == nil
        let since =
            look.isFirst
            ? "首次查看，自\(ChinaTime.day(of: look.from).inChinese)报送截止以来"
            : "自\(ChinaTime.minute(look.from))上次查看以来"
        let note = isWhole && !keep ? "" : "，不记为查看"
        try output.write(
            [(look.compared, "\(look.compared.year)年度评定，\(look.by)\(since)\(note)")], workspace, title: "评定结果比较")
        // Who did not get it has not seen it.
        if isWhole, !keep { try workspace.noteLook(look) }
    }

    private func day(_ text: String, _ option: String) throws(Failure) -> CalendarDate {
        guard let day = CalendarDate(text) else {
            throw Failure(.configuration, "\(option) 应为日期，如 2026-03-31，读到“\(text)”。")
        }
        return day
    }
}
