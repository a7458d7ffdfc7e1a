import ArgumentParser
import UseCases
import Workbooks

struct TemplateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template", abstract: "Write the yearly workbook that a consortium fills in.",
        discussion: """
            With a database the workbook names the consortium and shows what it reported before. Without \
            --consortium and --all it is a blank one, whose cover is to be filled in.
            """)

    @OptionGroup var yearOption: YearOption

    @Option(help: "The consortium that the workbook is for.")
    var consortium: String?

    @Flag(help: "A workbook for each consortium that the edition is for.")
    var all = false

    @Option(name: [.customShort("o"), .customLong("output")], help: "A file, or with --all a folder.")
    var output: String

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        guard !(all && consortium != nil) else { throw ValidationError("--all and --consortium exclude each other.") }
    }

    func run() throws {
        let paths = try shared.workspace().template(
            for: all ? .all : consortium.map { .consortium($0) } ?? .blank, year: yearOption.year, to: output,
            progress: all ? Console.progress : Progress(.silent))
        for path in paths { Console.write("\(path)\n") }
    }
}
