import ArgumentParser
import Foundation
import UseCases

struct ScheduleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schedule",
        abstract: Language.text("定时任务：打印、安装、检查。", "The scheduled jobs: print, install, check them."),
        discussion: Language.text(
            "每夜运行流水线，每周核对和备份，每天早晨检查，上班后发出待发的告警。",
            "Runs the pipelines every night, verifies and backs up every week, watches and delivers every morning."),
        subcommands: [Print.self, Install.self, Check.self])

    struct Print: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: Language.text("打印全部文件，不作改动。", "Print every file; change nothing."))

        @OptionGroup var options: ScheduleOptions

        func run() throws {
            let installation = try options.installation()
            let files = installation.schedule.files(installation.kind)
            for file in files {
                if let only = options.file {
                    guard file.path == only else { continue }
                    Console.write(forPrograms: file.text)
                    return
                }
                Console.write("# ==> \(file.path)\n\(file.text)\n")
            }
            if let only = options.file {
                let paths = files.map(\.path).joined(separator: "、")
                throw Failure(.configuration, "--file 应为 \(paths) 之一，读到“\(only)”。")
            }
        }
    }

    struct Install: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: Language.text("写入 /etc 下的各个文件。", "Write the files below /etc."))

        @OptionGroup var options: ScheduleOptions

        func run() throws {
            let installation = try options.installation()
            let written = try installation.install()
            for path in written { Console.write("已写入 \(path)\n") }
            if written.isEmpty { Console.write("定时任务已是最新，没有改动。\n") }
            guard installation.kind == .systemd, !written.isEmpty else { return }
            let timers = installation.schedule.links(.systemd).map { ($0.path as NSString).lastPathComponent }
            Console.write("请执行：systemctl daemon-reload && systemctl start \(timers.joined(separator: " "))\n")
        }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: Language.text("检查装好的定时任务与应有的是否一致。", "Compare what is installed with what should be."))

        @OptionGroup var options: ScheduleOptions

        func run() throws {
            let problems = try options.installation().problems()
            guard problems.isEmpty else { throw Failure(.check, problems.map { $0 + "。" }.joined(separator: "\n")) }
            Console.write("定时任务已装好，与应有的一致。\n")
        }
    }
}

/// What a schedule is made for.
struct ScheduleOptions: ParsableArguments {
    @Argument(
        help: Language.help(
            "流水线文件，如 pipelines/municipal-annual.yml，按先后执行。默认：安装目录 pipelines 下的全部。",
            "Pipeline files, run in this order. Default: all of the folder pipelines."))
    var pipelines: [String] = []

    @Option(help: Language.help("cron 或 systemd。", "cron or systemd."))
    var kind = Schedule.Kind.cron

    @Option(help: Language.help("安装目录。", "The folder of the installation."))
    var home = Schedule.usualHome

    @Option(help: Language.help("程序所在的目录。", "The folder of the binary."))
    var bin = Schedule.usualBin

    @Option(help: Language.help("以哪个用户执行。", "The user that jobs run as."))
    var user = Schedule.usualUser

    @Option(
        help: Language.help(
            "九点几分发出待发的告警。默认：由本机和安装目录定出的单数分钟，各处不同。",
            "The minute after nine of deliveries. Default: an odd one that the machine and the folder decide."))
    var minute: Int?

    @Option(help: Language.help("当作根目录的目录，供制作镜像和试用。", "The folder taken as /, for images and trials."))
    var root = "/"

    @Option(help: Language.help("只打印这一个文件，如 /etc/cron.d/consortium-monitor。", "Print this file alone."))
    var file: String?

    func installation() throws -> ScheduleInstallation {
        if let minute, !(0...59).contains(minute) {
            throw Failure(.configuration, "--minute 应为 0 至 59，读到 \(minute)。")
        }
        for (option, text) in [("--home", home), ("--bin", bin)] where !Schedule.isPath(text) {
            throw Failure(.configuration, "\(option) 应为绝对路径，只含字母、数字和 /._-，读到“\(text)”。")
        }
        guard Schedule.isName(user) else {
            throw Failure(.configuration, "--user 应为用户名，读到“\(user)”。")
        }
        let chosen = pipelines.isEmpty ? try Schedule.pipelines(in: root, home) : pipelines
        for pipeline in chosen where !Schedule.isPipeline(pipeline) {
            throw Failure(
                .configuration, "流水线应为安装目录下的 pipelines/名称.yml，名称只含字母、数字和连字符，读到“\(pipeline)”。")
        }
        return ScheduleInstallation(
            Schedule(
                home: home, bin: bin, user: user, pipelines: chosen,
                deliveryMinute: minute ?? Schedule.deliveryMinute(root: root, home: home)),
            kind: kind, root: root)
    }
}

extension Schedule.Kind: ExpressibleByArgument {}
