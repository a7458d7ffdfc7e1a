import ArgumentParser
import UseCases

extension ReviewCommand {
    struct Sheet: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "sheet",
            abstract: Language.text(
                "生成认定表，即供认定人填写的工作簿，一行一件。", "Write the workbook in which a reviewer decides, a row a case."),
            discussion: Language.text(
                """
                写 --by 的，列出人员名单准许其认定、无须回避的未结案件；省级核查列出本地区的一般数据疑点。填好后用 collect --as authority \
                报送，或放入登记表收件目录；留空的行不产生效力。认定只对表上所列的数据作出，其后数据有变动的，暂停生效。
                """,
                """
                With --by it lists the open cases that the list of people lets the reviewer decide, without those to keep \
                away from; for a provincial verifier the weak signals of the province. The filled workbook is taken in by \
                collect --as authority; blank rows say nothing. A decision is bound to what the sheet shows.
                """))

        @Option(help: Language.help("认定人，须在人员名单里。默认：不限，由填写人写明。", "Who decides. Default: whoever fills it in."))
        var by: String?

        @OptionGroup var provinceOption: ProvinceOption

        @Option(help: Language.help("只列这一条款的案件，如 16.5。", "Only this clause's cases, such as 16.5."))
        var clause: String?

        @OptionGroup var yearOption: LastYearOption

        @Option(
            name: [.customShort("o"), .customLong("output")],
            help: Language.help("写到哪个文件，如 认定表.xlsx。", "The workbook to write (xlsx)."))
        var output: String

        @Option(
            help: Language.help(
                "人员名单。默认：pipelines/actors.yml。", "The list of people. Default: pipelines/actors.yml."))
        var actors: String?

        @OptionGroup var shared: SharedOptions

        func run() async throws {
            var request = ReviewSheetRequest()
            (request.reviewer, request.clause, request.actors) = (by, clause, actors)
            request.province = try provinceOption.code()
            let written = try await shared.workspace().reviewSheet(request, year: yearOption.year, to: output)
            guard written.cases + written.parts > 0 else {
                let recused = written.recused == 0 ? "" : "另有 \(written.recused) 件须回避。"
                return Console.write("没有\(by.map { "可由\($0)认定的" } ?? "")未结案件，没有生成认定表。\(recused)\n")
            }
            let parts = written.parts == 0 ? "" : "，可逐项认定 \(written.parts) 项"
            let recused = written.recused == 0 ? "" : "；须回避、未列入 \(written.recused) 件"
            Console.write(
                "\(written.path)：\(written.consortia) 家，\(written.cases) 件\(parts)\(recused)。\n填好后：\(written.command)\n"
            )
        }
    }
    struct Sign: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "sign",
            abstract: Language.text(
                "对填好的认定表或认定登记表签名，写成带签名的登记表。", "Sign a filled workbook or register of determinations."),
            discussion: Language.text(
                """
                人员名单登记了公钥的认定人，其认定须签名。签名后的登记表用 collect --as authority 报送；两人共同作出的，第二人对第一人签过的文件再签一次。
                """,
                """
                Those for whom the list of people names a key have to sign. The signed register is taken in by collect \
                --as authority; the second of two people signs what the first one has signed.
                """))

        @Argument(help: Language.help("填好的认定表（xlsx）或认定登记表。", "The filled workbook or register."))
        var file: String

        @Option(help: Language.help("密钥文件（OpenSSH）。", "The file of an OpenSSH key."))
        var identity: [String]

        @Option(
            name: [.customShort("o"), .customLong("output")],
            help: Language.help("写到哪个文件，如 认定-已签名.csv。", "The register to write, a CSV file."))
        var output: String

        @OptionGroup var shared: SharedOptions

        func run() throws {
            let count = try shared.workspace().signRegister(file, identities: identity, to: output)
            Console.write("\(output)：已签名 \(count) 项。\n报送：consortium-monitor collect \(output) --as authority\n")
        }
    }
}
