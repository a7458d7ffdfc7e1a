import ArgumentParser
import Reports
import UseCases

struct SimulateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: Language.text(
            "试用另一种口径，看往年哪些联合体的结果会变。不改动任何数据和规则。",
            "Judge past years by other numbers or rules and list who flips. Nothing is changed."))

    @Option(
        help: Language.help(
            "试用的参数，如 突破倍数=1.5，可写多次。参数名见 rules list。",
            "A parameter on trial, NAME=NUMBER; may be repeated. The names are those of rules list."))
    var set: [String] = []

    @Option(
        help: Language.help(
            "试用的规则文件，与标准目录里要替换的文件同名，如 negative-list.yml。",
            "A file that stands in for the edition's of the same name, such as negative-list.yml."))
    var rules: String?

    @Option(
        help: Language.help(
            "年度，可写多次。默认：基年至应评定的年度。", "A year; may be repeated. Default: from the base year to the one that is due."))
    var year: [String] = []

    @Option(help: Language.help("只看这一家。", "Only this consortium."))
    var consortium: String?

    @OptionGroup var provinceOption: ProvinceOption
    @OptionGroup var output: ComparisonOptions
    @OptionGroup var shared: SharedOptions

    func run() async throws {
        let workspace = try shared.workspace()
        let years = try await workspace.simulate(
            RuleTrial(settings: set, file: rules), years: year.isEmpty ? nil : year, only: consortium,
            province: try provinceOption.code())
        let trial = (set + [rules].compactMap(\.self)).joined(separator: "、")
        try output.write(
            years.map { ($0, "\($0.year)年度评定，现行口径与试用口径（\(trial)）") }, workspace, title: "口径试用结果")
    }
}
