import ArgumentParser
import Collection
import FEEL
import Foundation
import UseCases
import Standards
import Store

/// The options that every command takes.
struct SharedOptions: ParsableArguments {
    @Option(
        help: Language.help(
            "数据库文件。默认：var/monitor.sqlite，或环境变量 CONSORTIUM_MONITOR_DATABASE。",
            "The SQLite file. Default: var/monitor.sqlite, or CONSORTIUM_MONITOR_DATABASE."))
    var database: String?

    @Option(
        help: Language.help(
            "标准和参照表所在的目录。默认：data，或环境变量 CONSORTIUM_MONITOR_DATA。",
            "The folder with editions and reference tables. Default: data, or CONSORTIUM_MONITOR_DATA."))
    var data: String?

    @Option(
        help: Language.help("所用的标准，即 data/standards 下的目录名。", "The edition to judge by: a folder of data/standards."))
    var edition = Installation.defaultEdition

    @Option(
        help: Language.help(
            "当作现在的时刻，供试用和测试：2026-04-10T09:00:00+08:00。",
            "The instant taken as now, for trials and tests: 2026-04-10T09:00:00+08:00.",
            visibility: .hidden))
    var now: String?

    var databasePath: String {
        database ?? environment("CONSORTIUM_MONITOR_DATABASE") ?? "var/monitor.sqlite"
    }

    func installation() throws -> Installation {
        try Installation.locate(named: data ?? environment("CONSORTIUM_MONITOR_DATA"))
    }

    func instant() throws -> Date {
        guard let now = now ?? environment("CONSORTIUM_MONITOR_NOW") else { return Date() }
        guard let instant = ChinaTime.instant(now) else {
            throw Failure(.configuration, "--now 应为时间，如 2026-04-10T09:00:00+08:00，读到“\(now)”。")
        }
        return instant
    }

    func workspace() throws -> Workspace {
        let now = try instant()
        return Workspace(
            installation: try installation(), database: databasePath, edition: edition, now: now,
            stillness: Stillness(from: now), environment: ProcessInfo.processInfo.environment)
    }

    private func environment(_ name: String) -> String? {
        ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }
}

/// The year that a command is about.
struct YearOption: ParsableArguments {
    @Option(help: Language.help("年度，如 2025。", "The assessed year, such as 2025."))
    var year: String
}

/// The day whose knowledge a command is to use.
struct AsOfOption: ParsableArguments {
    @Option(
        name: .customLong("as-of"),
        help: Language.help(
            "只用到这一天为止收到的数据，如 2026-03-31。", "Use what was known at the end of this day, such as 2026-03-31."))
    var day: String?

    /// The last second of the day; nil for now.
    func instant() throws -> Date? {
        guard let day else { return nil }
        guard let date = CalendarDate(day) else {
            throw Failure(.configuration, "--as-of 应为日期，如 2026-03-31，读到“\(day)”。")
        }
        return ChinaTime.end(of: date)
    }
}

/// Narrows a list to one province.
struct ProvinceOption: ParsableArguments {
    @Option(
        help: Language.help(
            "只看这一省的联合体，GB/T 2260 代码，如 430000。",
            "Only the consortia of this province, by its GB/T 2260 code, such as 430000."))
    var province: String?

    func code() throws(Failure) -> String? {
        if let province, !RegionCode.isCode(province) {
            throw Failure(.configuration, "--province 应为 GB/T 2260 六位代码，如 430000，读到“\(province)”。")
        }
        return province
    }
}

/// The assessed year of commands that know one by themselves.
struct LastYearOption: ParsableArguments {
    @Option(help: Language.help("年度。默认：最近一个已结束的年度。", "The assessed year. Default: the last year that has ended."))
    var year: String?
}

/// Where the files are that belong to a store.
struct ArchiveOption: ParsableArguments {
    @Option(
        help: Language.help(
            "收下的文件的存放位置。默认：数据库旁的 received。",
            "Where files that were taken in are kept. Default: received beside the database."))
    var archive: String?
}

/// Where the files are that were set aside.
struct QuarantineOption: ParsableArguments {
    @Option(
        help: Language.help(
            "收不下的文件放在哪里。默认：数据库旁的 quarantine。",
            "Where files that could not be taken in are kept. Default: quarantine beside the database."))
    var quarantine: String?
}
