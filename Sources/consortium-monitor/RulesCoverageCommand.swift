import ArgumentParser
import Configuration
import Reports
import Standards
import UseCases

extension RulesCommand {
    struct Coverage: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "各标准落实了来文的哪些句子。",
            discussion: """
                每一句来文由观测点、条款、参数或日历的期限落实；没有落实的写明理由。有句子既没有落实也没有理由，
                或者写了不存在的编号的，退出码为 5。
                """)

        @Flag(help: "列出没有落实的句子和理由。")
        var missing = false

        @OptionGroup var shared: SharedOptions

        func run() throws {
            let coverage = try shared.installation().coverage()
            writeTable(coverage)
            if missing { coverage.parts.forEach(writeUncarried) }
            guard !coverage.issues.isEmpty else { return }
            Console.write("\n")
            for issue in coverage.issues { Console.write("\(issue)\n") }
            throw Failure(.check, "来文条目有 \(coverage.issues.count) 处没有着落。请照上面所列改正 data/norms。")
        }

        private func writeTable(_ coverage: NormCoverage) {
            var table = TerminalTable(columns: [
                .init("来文", widest: 48), .init("句数", alignment: .right), .init("已落实", alignment: .right),
                .init("其中正反例俱全", alignment: .right), .init("其中部分落实", alignment: .right),
                .init("未落实，有理由", alignment: .right), .init("遗漏", alignment: .right),
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
            Console.write(table.rendered(colour: Console.hasColour))
        }

        /// The sentences of a source that nothing carries; of one that may not be quoted, their places.
        private func writeUncarried(_ part: NormCoverage.Part) {
            let uncarried = part.sentences.filter { !$0.state.isCarried }
            guard !uncarried.isEmpty else { return }
            Console.write("\n\(part.source.title)\n")
            for sentence in uncarried {
                let norm = sentence.norm
                let text = part.source.wording == .placed ? norm.place : norm.text
                Console.write("  \(norm.id)  \(text)\n    \(norm.reason ?? "遗漏：没有落实，也没有理由")\n")
            }
        }
    }
}
