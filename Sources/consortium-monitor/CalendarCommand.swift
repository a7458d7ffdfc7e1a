import ArgumentParser
import Foundation
import Reports
import Standards
import UseCases

struct CalendarCommand: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, csv, json, ics
    }

    static let configuration = CommandConfiguration(
        commandName: "calendar",
        abstract: Language.text("列出一年里要办的事项、截止日和提醒日。", "List what is due in a year, with its reminders."),
        discussion: Language.text(
            "事项写在 pipelines/calendar.yml，工作日见 data/reference/workdays.csv。",
            "The duties are in pipelines/calendar.yml, the working days in data/reference/workdays.csv."))

    @Option(help: Language.help("截止日所在的年份。默认：今年。", "The year that the days lie in. Default: this year."))
    var year: String?

    @Option(
        help: Language.help(
            "只列与谁有关的事项：秘书处、市州、省级、部级。", "Only what concerns secretariat, prefecture, province or ministry."))
    var role: String?

    @OptionGroup var provinceOption: ProvinceOption

    @Option(
        help: Language.help(
            "text 供人看，csv 供表格软件打开，json 供程序读，ics 供日历软件导入。",
            "text for people, csv for spreadsheets, json for programs, ics for calendars."))
    var format = Format.text

    @Option(
        help: Language.help(
            "写到哪个文件，整份替换。默认：标准输出。", "The file to write, replaced whole. Default: standard output."))
    var out: String?

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let workspace = try shared.workspace()
        let calendar = try workspace.yearCalendar(
            year: year, party: try party(), province: try provinceOption.code())
        let text =
            switch format {
            case .text: rendered(calendar)
            case .csv: calendar.table.csv
            case .json: try calendar.json()
            case .ics: calendar.iCalendar(madeAt: workspace.now).text
            }
        if let out {
            try workspace.write(text, to: out)
        } else {
            format == .text ? Console.write(text) : Console.write(forPrograms: text)
        }
    }

    private func party() throws -> DutyParty? {
        guard let role else { return nil }
        guard let party = DutyParty.allCases.first(where: { $0.title == role || $0.rawValue == role }) else {
            let known = DutyParty.allCases.map(\.title).joined(separator: "、")
            throw Failure(.configuration, "--role 应为 \(known) 之一，读到“\(role)”。")
        }
        return party
    }

    private func rendered(_ calendar: YearCalendar) -> String {
        guard !calendar.entries.isEmpty else { return "\(calendar.title)\n没有要办的事项。\n" }
        return "\(calendar.title)\n"
            + calendar.table.rendered(colour: Console.hasColour, width: Console.tableWidth)
            + calendar.warnings.map { "提醒 \($0)。\n" }.joined()
    }
}
