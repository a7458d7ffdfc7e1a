import Configuration
import FEEL
import Foundation
import Standards
import Store
import TestSupport
import Testing

/// A year under a real cron with the installed file: an installation in a folder, and what happens to it by days.
///
/// The clock is set from job to job, so a year takes as long as its jobs do: `SimulatedYear/simulate` says how. What happens is
/// in `SimulatedYear/scenario.yml`; whatever pipelines the project has are run.
struct SimulatedYear {
    private static let source = Repository.root.appending(path: "Tests/EndToEndTests/SimulatedYear")
    private static let consortia: Set = ["C001", "C002", "C003", "C014", "C053"]
    private static let deliveryMinute = 17
    /// The year, and a few nights of the next.
    static let nights = ["2026-01-01", "2027-01-12"].compactMap { CalendarDate($0) }

    private let work: Workplace
    private let folder: URL
    private let events: [Event]
    private let pipelines: [String]

    /// What happens on a day: files that come before its night's run, or a command that somebody types at a minute of it.
    private struct Event {
        let day: CalendarDate
        let minute: Int
        /// Where a file lies, and its path in the inbox.
        var files: [(path: String, place: String)] = []
        var command: String?
    }

    init(mailPort: Int) throws {
        work = try Workplace()
        folder = work.url.appending(path: "machine")
        let home = folder.appending(path: "home")
        let files = FileManager.default
        for path in ["home/data", "home/backups", "etc/cron.d", "image/var/lib", "image/usr/local/bin"] {
            try files.createDirectory(at: folder.appending(path: path), withIntermediateDirectories: true)
        }
        // As the README's operator section installs it.
        for name in ["standards", "forms", "norms", "reference"] {
            try files.copyItem(
                at: Repository.root.appending(path: "data/\(name)"), to: home.appending(path: "data/\(name)"))
        }
        try files.moveItem(at: work.url.appending(path: "pipelines"), to: home.appending(path: "pipelines"))
        let alerts = try String(contentsOf: Self.source.appending(path: "alerts.yml"), encoding: .utf8)
        try Data(alerts.replacing("PORT", with: "\(mailPort)").utf8).write(
            to: home.appending(path: "pipelines/alerts.yml"))
        // One file of alerts for all pipelines, so that each receiver's night is one message.
        for name in try files.contentsOfDirectory(atPath: home.appending(path: "pipelines").path) {
            let pipeline = home.appending(path: "pipelines/\(name)")
            let text = try String(contentsOf: pipeline, encoding: .utf8)
            try Data(text.replacing("alerts: industry-alerts.yml", with: "alerts: alerts.yml").utf8).write(to: pipeline)
        }
        try files.removeItem(at: home.appending(path: "pipelines/industry-alerts.yml"))
        for half in ["submissions", "registers"] {
            try files.createDirectory(
                at: work.url.appending(path: "var/inbox/communities/\(half)"), withIntermediateDirectories: true)
        }
        try work.receiveSample(only: Self.consortia, until: 2024)
        try files.moveItem(at: work.url.appending(path: "var"), to: home.appending(path: "var"))

        // `schedule install` makes the file for an image of the machine.
        let image = folder.appending(path: "image")
        try files.createSymbolicLink(
            at: image.appending(path: "var/lib/consortium-monitor"), withDestinationURL: home)
        let installed = try Program(in: folder).run([
            "schedule", "install", "--minute", "\(Self.deliveryMinute)", "--root", image.path,
        ])
        #expect(installed.status == 0, "\(installed.errors)")
        try files.copyItem(
            at: image.appending(path: "etc/cron.d/consortium-monitor"),
            to: folder.appending(path: "etc/cron.d/consortium-monitor"))
        pipelines = try files.contentsOfDirectory(atPath: home.appending(path: "pipelines").path)
            .filter { name in !["actors.yml", "alerts.yml", "calendar.yml"].contains { name.hasSuffix($0) } }
        events = try Self.events(in: folder)
    }

    // MARK: - The scenario

    private static func events(in folder: URL) throws -> [Event] {
        let log = IssueLog()
        let data = try Data(contentsOf: source.appending(path: "scenario.yml"))
        let root = try #require(YAMLDocument(name: "scenario.yml", data: data, log: log).root)
        var events: [Event] = []
        for (number, entry) in root.items.enumerated() {
            var event = try Self.event(on: entry)
            event.command = entry["say"]?.rawText?.trimmingCharacters(in: .whitespacesAndNewlines)
            let staged = folder.appending(path: "staged/\(number)")
            func stage(_ text: String, as place: String) throws {
                let file = staged.appending(path: "\(event.files.count)")
                try FileManager.default.createDirectory(at: staged, withIntermediateDirectories: true)
                try Data(text.utf8).write(to: file)
                event.files.append((file.path, place))
            }
            for name in (entry["receive"]?.items ?? []).compactMap(\.rawText) {
                let text = try String(contentsOf: Workplace.sample.appending(path: name), encoding: .utf8)
                try stage(
                    try lines(of: text, matching: entry["lines"]?.rawText), as: entry["as"]?.rawText ?? name)
            }
            for written in entry["write"]?.items ?? [] {
                try stage(written["text"]?.rawText ?? "", as: written["to"]?.rawText ?? "")
            }
            events.append(event)
        }
        #expect(log.issues.isEmpty, "\(log.issues)")
        return events
    }

    /// When something happens: of a file, before the night's run.
    private static func event(on entry: YAMLEntry) throws -> Event {
        let time = entry["at"]?.rawText ?? "00:00"
        let day = CalendarDate(entry["day"]?.rawText ?? "")
        let instant = day.flatMap { ChinaTime.instant($0.description + "T" + time + ":00+08:00") }
        let (date, moment) = (try #require(day), try #require(instant))
        return Event(day: date, minute: Int(moment.timeIntervalSince(ChinaTime.start(of: date)) / 60))
    }

    /// The head of a table, and those of its rows that match.
    private static func lines(of table: String, matching pattern: String?) throws -> String {
        guard let pattern else { return table }
        let expression = try Regex(pattern)
        let lines = table.split(separator: "\n")
        return (lines.prefix(1) + lines.dropFirst().filter { $0.contains(expression) }).joined(separator: "\n") + "\n"
    }

    // MARK: - Nights

    /// The nights on which something comes, or is done.
    var eventful: Set<CalendarDate> { Set(events.map(\.day)) }

    /// Runs the jobs of the nights, and all that happens on them.
    func run(_ nights: [CalendarDate]) throws -> Outcome {
        let library = try #require(Self.library)
        let plan = nights.flatMap { steps(of: $0) }
        let machine = Program(
            in: folder,
            command: Self.unmasked + [
                "unshare", "--mount", "--propagation", "private", "--pid", "--fork", "--kill-child", "--mount-proc",
                Self.source.appending(path: "simulate").path, folder.path, Program.url.path, library,
            ])
        let ran = try machine.run([], input: plan.joined(separator: "\n") + "\n", timeout: 3_600)
        func noted(_ name: String) throws -> String {
            try String(contentsOf: folder.appending(path: "clock/\(name)"), encoding: .utf8)
        }
        return Outcome(
            status: ran.status, errors: ran.errors, complaints: try noted("errors"),
            failures: try noted("done").split(separator: "\n").filter { !$0.hasSuffix(" 0") }.map { String($0) },
            jobs: try noted("done").split(separator: "\n").count, home: folder.appending(path: "home"))
    }

    private func steps(of night: CalendarDate) -> [String] {
        func second(_ minute: Int) -> Int { Int(ChinaTime.start(of: night).timeIntervalSince1970) + minute * 60 + 1 }
        let own = events.filter { $0.day == night }
        var steps = own.flatMap { event in
            event.files.map { (event.minute, "bring \($0.path) \($0.place)") }
                + (event.command.map { [(event.minute, "say \($0)")] } ?? [])
        }
        steps.append((150, "job \(pipelines.count)"))
        // 1 January 1970 was a Thursday. What watches over the runs in the morning changes nothing, and is run on Sundays too.
        if (night.epochDay + 4) % 7 == 0 { steps += [(255, "job 2"), (480, "job 1")] }
        steps.append((540 + Self.deliveryMinute, "job 1"))
        return steps.enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }
            .map { "\(second($0.element.0)) \($0.element.1)" }
    }

    struct Outcome {
        let status: Int32?
        let errors: String
        /// What the jobs wrote to standard error: cron would have mailed it.
        let complaints: String
        /// The jobs that ended with another status than 0.
        let failures: [String]
        let jobs: Int
        let home: URL

        var store: Store {
            get throws { try Store(path: home.appending(path: "var/monitor.sqlite").path) }
        }
    }

    // MARK: - The machine

    /// Goes before a program that waits for signals: what Foundation starts has most of them blocked.
    private static let unmasked = [
        "python3", "-c",
        "import os, signal, sys; signal.pthread_sigmask(signal.SIG_SETMASK, []); os.execvp(sys.argv[1], sys.argv[1:])",
    ]

    static let library: String? = [
        "/usr/lib/x86_64-linux-gnu/faketime", "/usr/lib/aarch64-linux-gnu/faketime", "/usr/lib/faketime",
    ].map { "\($0)/libfaketimeMT.so.1" }.first { FileManager.default.fileExists(atPath: $0) }

    /// Why it cannot be run here; nil where it can.
    static let obstacle: String? = {
        guard FileManager.default.isExecutableFile(atPath: "/usr/sbin/cron") else { return "there is no cron" }
        guard library != nil else { return "there is no libfaketime" }
        guard getuid() == 0 else { return "cron and its clock want to be started by root" }
        let mount = try? Program(
            in: Repository.root,
            command: [
                "unshare", "--mount", "--propagation", "private", "--pid", "--fork", "--mount-proc", "mount", "-t",
                "tmpfs",
                "tmpfs", "/run",
            ]
        ).run()
        return mount?.status == 0 ? nil : "mounts of its own are not allowed here (a container without CAP_SYS_ADMIN?)"
    }()
}
