import ArgumentParser
import Standards
import UseCases

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: Language.text("检查配置、标准和规则，不作改动。", "Validate configuration, standards and rules; change nothing."))

    @Argument(
        help: Language.help(
            "流水线文件。默认：pipelines 目录的全部流水线和全部标准。",
            "A pipeline file. Default: every pipeline of the folder pipelines, and every edition."))
    var pipeline: String?

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let report = try shared.installation().check(
            pipeline: pipeline, today: ChinaTime.day(of: try shared.instant()))
        for edition in report.editions {
            Console.write("标准 \(edition.edition.id)：\(edition.edition.summary)\n")
            for warning in edition.warnings { Console.write("  提醒 \(warning)\n") }
            for overlay in edition.overlays { Console.write("  各省口径 \(overlay)\n") }
            for form in edition.forms { Console.write("  表单 \(form)\n") }
        }
        for pipeline in report.pipelines {
            let definition = pipeline.definition
            let actors = pipeline.actors.map { "，人员名单 \($0) 人" } ?? ""
            Console.write("流水线 \(definition.id)：\(definition.title)，接收者 \(pipeline.receivers) 个\(actors)\n")
        }
        for warning in report.warnings { Console.write("提醒 \(warning)\n") }
        guard report.failures.isEmpty else { throw Failure(.configuration, report.failures.joined(separator: "\n")) }
        Console.write("配置、标准和规则无误。\n")
    }
}

extension Edition {
    /// `市域产教联合体建设标准（试行），观测点 116 个，填报项 119 个，度量 16 个，条款 7 条`
    fileprivate var summary: String {
        "\(title)，观测点 \(points.count) 个，填报项 \(indicators.count) 个，度量 \(measures.count) 个，条款 \(clauses.count) 条"
            + (filings.isEmpty ? "" : "，材料 \(filings.count) 种")
            + (ratings.map { "，评议观测点 \($0.points.count) 个" } ?? "")
    }
}
