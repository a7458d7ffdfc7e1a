import ArgumentParser
import Foundation
import UseCases

struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: Language.text("出具总览和各联合体的档案（网页）。", "Write the HTML overview and a page a consortium."))

    @OptionGroup var yearOption: YearOption

    @Option(help: Language.help("写到哪个文件夹。", "The folder to write to."))
    var out: String

    @OptionGroup var asOf: AsOfOption
    @OptionGroup var shared: SharedOptions

    func run() async throws {
        let overview = try await shared.workspace().report(
            year: yearOption.year, asOf: try asOf.instant(), to: URL(filePath: out, directoryHint: .isDirectory),
            progress: Console.progress)
        Console.write("\(overview.path)\n")
    }
}
