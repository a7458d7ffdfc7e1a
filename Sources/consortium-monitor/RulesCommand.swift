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
            abstract: Language.text(
                "用中文解说各条款的判断办法；加 --province 与省级要求对照。",
                "Say in Chinese what each clause asks; with --province, beside what the province asks."),
            discussion: Language.text("文字由规则本身生成。", "The text is made from the rules themselves."))

        @Argument(help: Language.help("只看这一条款。", "Only this clause."))
        var clause: String?

        @Option(
            help: Language.help(
                "与这一省的要求对照，各写出处；GB/T 2260 代码，如 430000。",
                "Beside what this province asks, each with its source; a GB/T 2260 code, such as 430000."))
        var province: String?

        @OptionGroup var shared: SharedOptions

        func run() throws {
            if let province { return try compare(with: province) }
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

        /// What the country and a province ask, a block each.
        private func compare(with province: String) throws {
            guard RegionCode.isCode(province) else {
                throw Failure(.configuration, "--province 应为 GB/T 2260 六位代码，如 430000，读到“\(province)”。")
            }
            let installation = try shared.installation()
            let book = try installation.programmes(of: installation.edition(shared.edition))
            let name = try installation.regionNames()[province]
            let overlay = book.overlay(of: province)
            let comparison = RulesComparison(book.edition, book.programme, overlay)
            Console.write("国家：《\(book.edition.title)》（\(book.edition.version)）\n")
            if let overlay {
                let document = overlay.document
                let facts = [document.issuer, document.number, overlay.validFrom.map { "自\($0.inChinese)起适用" }]
                    .compactMap(\.self)
                Console.write(
                    "\(name)：\(overlay.title)，《\(document.title)》"
                        + (facts.isEmpty ? "" : "（\(facts.joined(separator: "，"))）") + "\n")
                if let note = document.note { Console.write("  \(note)\n") }
            } else {
                Console.write("\(name)：没有另定要求，只按国家标准。\n")
            }
            var table = TerminalTable(columns: [.init("要求"), .init("国家"), .init(name), .init("出处")])
            for row in comparison.rows {
                let sources = [row.national?.source, row.provincial?.source].compactMap(\.self)
                table.append([
                    .init(row.title), .init(words(row.national) ?? "—"),
                    .init(words(row.provincial) ?? (row.national == nil ? "—" : "同国家")),
                    .init(sources.joined(separator: "；")),
                ])
            }
            Console.write("\n" + table.rendered(colour: Console.hasColour))
            Console.write("其余 \(comparison.unchangedParameters) 个参数和全部条款与国家标准相同；来文规定的，省里只能从严。\n")
        }

        private func words(_ side: RulesComparison.Side?) -> String? {
            side.map { "\($0.text)［\($0.basis == .clause ? "原文" : "暂定")］" }
        }
    }
}
