import ArgumentParser
import Assessment
import FEEL
import Foundation
import UseCases
import Reports
import Standards

struct RulesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: Language.text("列出、检验、解说标准的规则。", "List, test and describe the rules of an edition."),
        subcommands: [List.self, Test.self, Describe.self, Coverage.self], defaultSubcommand: List.self)

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: Language.text("列出条款和参数及其依据。", "Every clause and parameter, with its basis."))

        @OptionGroup var shared: SharedOptions

        func run() throws {
            let edition = try shared.installation().rules(shared.edition).edition
            var clauses = TerminalTable(columns: [
                .init("条款"), .init("名称", widest: 48), .init("文字依据"), .init("数值依据"), .init("生效"),
            ])
            for clause in edition.clauses {
                clauses.append([
                    .init(clause.code), .init(clause.title), .init(clause.basis.title), .init(clause.numbers.title),
                    .init(clause.trigger == .automatic ? "自动" : "须认定"),
                ])
            }
            var parameters = TerminalTable(columns: [
                .init("参数"), .init("值", alignment: .right), .init("单位"), .init("自"), .init("依据"),
                .init("出处", widest: 60),
            ])
            for parameter in edition.parameters {
                for setting in parameter.settings {
                    parameters.append([
                        .init(parameter.name), .init(setting.value.description), .init(parameter.unit),
                        .init("\(setting.validFrom)年"), .init(setting.basis.title), .init(setting.reference),
                    ])
                }
            }
            guard edition.judges else {
                Console.write("《\(edition.title)》没有否定性指标等条款，也没有规定结论办法，只列监测情况。\n\n")
                Console.write(
                    filings(of: edition).rendered(colour: Console.hasColour, width: Console.tableWidth) + "\n")
                Console.write(parameters.rendered(colour: Console.hasColour, width: Console.tableWidth))
                return
            }
            if let ratings = edition.ratings {
                Console.write(
                    Self.points(of: ratings).rendered(colour: Console.hasColour, width: Console.tableWidth) + "\n")
            }
            Console.write(clauses.rendered(colour: Console.hasColour, width: Console.tableWidth) + "\n")
            Console.write(parameters.rendered(colour: Console.hasColour, width: Console.tableWidth))
        }

        /// What people rate, and what takes away from it.
        private static func points(of ratings: RatingScheme) -> TerminalTable {
            var table = TerminalTable(columns: [
                .init("观测点"), .init("内容", widest: 80), .init("评定"), .init("依据"),
            ])
            for group in ratings.groups {
                table.append([
                    .init(group.code), .init(group.title), .init(group.deduction == nil ? "" : "扣分"), .init(""),
                ])
                for point in group.points {
                    table.append([
                        .init(point.code), .init(point.text),
                        .init(RatingGrade.allCases.map(\.title).joined(separator: "/")), .init(ratings.basis.title),
                    ])
                }
            }
            return table
        }

        private func filings(of edition: Edition) -> TerminalTable {
            var table = TerminalTable(columns: [
                .init("材料"), .init("名称", widest: 40), .init("报送"), .init("依据"), .init("出处", widest: 40),
            ])
            for filing in edition.filings {
                table.append([
                    .init(filing.id), .init(filing.title), .init(filing.frequency == .year ? "每年" : "组建时"),
                    .init(filing.basis.title), .init(filing.reference.place),
                ])
            }
            return table
        }
    }

    struct Test: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: Language.text("执行规则旁的用例（*.test.yml）。", "Run the rule tests beside the rules (*.test.yml)."))

        @Flag(help: Language.help("列出全部用例，包括相符的。", "Name every case, also those that hold."))
        var verbose = false

        @OptionGroup var shared: SharedOptions

        func run() throws {
            let installation = try shared.installation()
            let rules = try installation.rules(shared.edition)
            let suites = try installation.ruleTests(of: rules.edition)
            let runner = RuleTestRunner(rules)
            var failed = 0
            for suite in suites {
                let results = suite.cases.map(runner.run)
                failed += results.count { !$0.holds }
                Console.write("\(suite.file)：\(results.count) 个用例，\(results.count { !$0.holds }) 个不符\n")
                for result in results where verbose || !result.holds {
                    Console.write("  \(result.holds ? "✓" : "✗") 第\(result.test.line)行 \(result.test.name)\n")
                    for difference in result.differences { Console.write("      \(difference)\n") }
                }
            }
            if failed > 0 { throw Failure(.check, "规则用例有 \(failed) 个不符。请改正规则或用例。") }
        }
    }

    struct Describe: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: Language.text("用中文解说各条款的判断办法。", "Say in Chinese what each clause asks."),
            discussion: Language.text("文字由规则本身生成。", "The text is made from the rules themselves."))

        @Argument(help: Language.help("只看这一条款。", "Only this clause."))
        var clause: String?

        @OptionGroup var shared: SharedOptions

        func run() throws {
            let rules = try shared.installation().rules(shared.edition)
            let wanted = rules.edition.clauses.filter { clause == nil || $0.code == clause }
            guard !rules.edition.clauses.isEmpty else {
                throw Failure(
                    .configuration, "《\(rules.edition.title)》没有否定性指标等条款，没有可以解说的判断办法。")
            }
            guard !wanted.isEmpty else {
                let codes = rules.edition.clauses.map(\.code).joined(separator: "、")
                throw Failure(.configuration, "标准里没有条款“\(clause ?? "")”。现有：\(codes)。")
            }
            for clause in wanted { Console.write(rules.description(of: clause) + "\n") }
        }
    }
}
