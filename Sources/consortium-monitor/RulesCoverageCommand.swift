import ArgumentParser
import Configuration
import Reports
import Standards
import UseCases

extension RulesCommand {
    struct Coverage: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: Language.text(
                "列出各标准把来文的哪些句子纳入了核查。", "Which sentences of the official texts the editions carry."),
            discussion: Language.text(
                """
                每一句来文由观测点、条款、参数或日历的期限核查；没有纳入核查的写明理由。有句子既没有纳入核查也没有理由，
                或者写了不存在的编号的，退出码为 5。

                --consortium、--year 和 --html 一起用，另写一页：逐句着色，标出该联合体本年度结论所依据的原文和各条的结果。
                """,
                """
                A sentence is carried by observation points, clauses, parameters or days of the calendar; one that is not \
                has its reason. One with neither, or a carrier that does not exist, ends with status 5.

                --consortium, --year and --html together write a page: the texts with what the verdict of that consortium \
                rests on.
                """))

        @Flag(help: Language.help("列出没有纳入核查的句子和理由。", "List what is not carried, with the reasons."))
        var missing = false

        @Flag(
            help: Language.help(
                "逐句列出在示例数据上由哪个命令或页面显示，没有的列出理由。",
                "List, sentence by sentence, the command or page that shows it on the sample data, or why none does."))
        var shown = false

        @Option(
            help: Language.help(
                "把某个联合体的结论落到原文上，写成一页；与 --year、--html 一起用。",
                "Write a page on this consortium's verdict; with --year and --html."))
        var consortium: String?

        @Option(help: Language.help("这一页写到哪个文件。", "The file of that page."))
        var html: String?

        @Option(help: Language.help("这一页看哪个年度。", "The year of that page."))
        var year: String?

        @OptionGroup var asOf: AsOfOption
        @OptionGroup var shared: SharedOptions

        func validate() throws {
            guard (consortium == nil) == (html == nil), (consortium == nil) == (year == nil) else {
                throw Failure(
                    .configuration, "--consortium、--year 和 --html 要一起用。全部来文的页面在报告目录的 norms.html。")
            }
        }

        func run() async throws {
            if let consortium, let html {
                let page = try await shared.workspace().writeNorms(
                    of: consortium, year: year, asOf: try asOf.instant(), to: html)
                Console.write("\(page)\n")
                return
            }
            let coverage = try shared.installation().coverage()
            writeTable(coverage)
            if shown { coverage.parts.forEach(writeShown) }
            if missing { coverage.parts.forEach(writeUncarried) }
            guard !coverage.issues.isEmpty else { return }
            Console.write("\n")
            for issue in coverage.issues { Console.write("\(issue)\n") }
            throw Failure(.check, "来文条目有 \(coverage.issues.count) 处没有着落。请照上面所列改正 data/norms。")
        }

        private func writeTable(_ coverage: NormCoverage) {
            var table = TerminalTable(columns: [
                .init("来文", widest: 48), .init("句数", alignment: .right), .init("已纳入核查", alignment: .right),
                .init("其中正反例俱全", alignment: .right), .init("其中部分纳入", alignment: .right),
                .init("未纳入，有理由", alignment: .right), .init("遗漏", alignment: .right),
            ])
            for part in coverage.parts {
                let sentences = part.sentences
                let counts = [
                    sentences.count, sentences.count(where: \.state.isCarried), part.count(.tested),
                    sentences.count(where: \.isPartial), part.count(.reasoned),
                ]
                let missing = part.count(.missing)
                table.append(
                    [.init(part.source.title)] + counts.map { .init(String($0)) }
                        + [.init(String(missing), style: missing > 0 ? .red : .plain)])
            }
            Console.write(table.rendered(colour: Console.hasColour, width: Console.tableWidth))
        }

        /// Every sentence of a source with what shows it, or why nothing does; of one that may not be quoted, their places.
        private func writeShown(_ part: NormCoverage.Part) {
            Console.write("\n\(part.source.title)\n")
            for sentence in part.sentences {
                let norm = sentence.norm
                let text = part.source.wording == .placed ? norm.place : norm.text
                Console.write("  \(norm.id)  \(text)\n")
                for shown in sentence.shown {
                    Console.write("    \(shown.hasPrefix("page ") ? "页面 \(shown.dropFirst(5))" : shown)\n")
                }
                if sentence.shown.isEmpty { Console.write("    \(norm.reason ?? "没有写明理由")\n") }
            }
        }

        /// The sentences of a source that nothing carries; of one that may not be quoted, their places.
        private func writeUncarried(_ part: NormCoverage.Part) {
            let uncarried = part.sentences.filter { !$0.state.isCarried }
            guard !uncarried.isEmpty else { return }
            Console.write("\n\(part.source.title)\n")
            for sentence in uncarried {
                let norm = sentence.norm
                let text = part.source.wording == .placed ? norm.place : norm.text
                Console.write("  \(norm.id)  \(text)\n    \(norm.reason ?? "遗漏：没有纳入核查，也没有写明理由")\n")
            }
        }
    }
}
