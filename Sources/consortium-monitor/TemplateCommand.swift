import ArgumentParser
import UseCases
import Workbooks

struct TemplateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template",
        abstract: Language.text("生成联合体填报用的年度工作簿。", "Write the yearly workbook that a consortium fills in."),
        discussion: Language.text(
            """
            有数据库时，工作簿写好联合体并附往年填报的数据。不写 --consortium 和 --all 的是空表，封面须自行填写。
            """,
            """
            With a database the workbook names the consortium and shows what it reported before. Without \
            --consortium and --all it is a blank one, whose cover is to be filled in.
            """))

    @OptionGroup var yearOption: YearOption

    @Option(help: Language.help("为哪一家联合体生成。", "The consortium that the workbook is for."))
    var consortium: String?

    @Flag(help: Language.help("为标准适用的每一家联合体各生成一份。", "A workbook for each consortium that the edition is for."))
    var all = false

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: Language.help("输出文件；与 --all 一起用时为输出文件夹。", "A file, or with --all a folder."))
    var output: String

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        guard !(all && consortium != nil) else {
            throw ValidationError(
                Language.text("--all 和 --consortium 只能写一个。", "--all and --consortium exclude each other."))
        }
    }

    func run() throws {
        let paths = try shared.workspace().template(
            for: all ? .all : consortium.map { .consortium($0) } ?? .blank, year: yearOption.year, to: output,
            progress: all ? Console.progress : Progress(.silent))
        for path in paths { Console.write("\(path)\n") }
    }
}
