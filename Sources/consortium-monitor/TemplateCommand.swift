import ArgumentParser
import Collection
import Foundation
import UseCases
import Spreadsheet
import Standards
import Store
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
        let installation = try shared.installation()
        let edition = try installation.edition(shared.edition)
        let year = try yearOption.value(of: edition)
        guard all || consortium != nil else {
            return try write(YearlyTemplate(edition: edition, year: year), to: output)
        }
        let store = try shared.existingStore()
        let consortia = try store.snapshot(edition: edition).consortia
            .filter { all ? $0.kind == edition.kind : $0.id == consortium }
        if let consortium, consortia.isEmpty { throw Failure.unknownConsortium(consortium) }
        let regions = try installation.regions()
        if all { try makeFolder(output) }
        let progress = Progress(all ? Progress.styleOfStandardError : .silent)
        progress.begin("出表")
        for (index, consortium) in consortia.enumerated() {
            progress.advance(index, of: consortia.count, consortium.name)
            let prior = try store.priorValues(of: consortium.id)
            let template = YearlyTemplate(
                edition: edition, year: year, consortium: consortium,
                region: regions.name(of: consortium.prefecture) ?? regions.name(of: consortium.province) ?? "",
                members: try members(of: consortium.id, upTo: year, store)
            ) { prior.last($0, $1, $2)?.value }
            try write(template, to: all ? "\(output)/\(template.fileName)" : output)
        }
        progress.end("\(consortia.count) 份，\(output)")
    }

    /// The rows of the last list of members, by the headings of their columns.
    private func members(of consortium: String, upTo year: ReportingYear, _ store: Store) throws -> [[String: String]] {
        var rows: [[String: String]] = []
        var last: FormFieldRecord?
        for field in try store.lastFormFields(of: consortium, form: FormKind.members.rawValue, upTo: year) {
            if field.row != last?.row || field.sheet != last?.sheet { rows.append([:]) }
            rows[rows.count - 1][field.label] = field.value
            last = field
        }
        return rows
    }

    private func write(_ template: YearlyTemplate, to path: String) throws {
        do {
            try template.write(to: path)
        } catch {
            throw Failure(.configuration, "无法写入 \(error)")
        }
        Console.write("\(path)\n")
    }

    private func makeFolder(_ path: String) throws {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw Failure(.configuration, "无法创建文件夹 \(path)：\(error.localizedDescription)")
        }
    }
}
