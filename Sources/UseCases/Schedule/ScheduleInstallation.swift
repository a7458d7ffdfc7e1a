internal import Foundation
internal import Platform
internal import Safekeeping

/// A schedule on a machine: its files written, and held against what they should be.
package struct ScheduleInstallation: Sendable {
    package let schedule: Schedule
    package let kind: Schedule.Kind
    /// In place of the machine's `/`: for images and trials.
    package let root: String

    package init(_ schedule: Schedule, kind: Schedule.Kind, root: String = "/") {
        self.schedule = schedule
        self.kind = kind
        self.root = root
    }

    private func place(_ path: String) -> String {
        (root.hasSuffix("/") ? String(root.dropLast()) : root) + path
    }

    /// Writes every file, whole, and makes the links.
    /// - Returns: the paths that were written; those that were so already are left alone.
    package func install() throws(Failure) -> [String] {
        var written: [String] = []
        for file in schedule.files(kind) where content(of: file.path) != file.text {
            let path = place(file.path)
            do throws(DurableFile.WritingError) {
                try DurableFile.makeFolder((path as NSString).deletingLastPathComponent, mode: 0o755)
                try DurableFile.write(Array(file.text.utf8), to: path, mode: 0o644)
            } catch {
                throw Failure(.configuration, "无法写入 \(path)：\(error.reason)。请以 root 执行，或用 --root 指明别的目录。")
            }
            written.append(file.path)
        }
        for link in schedule.links(kind) where target(of: link.path) != link.target {
            let path = place(link.path)
            do {
                try DurableFile.makeFolder((path as NSString).deletingLastPathComponent, mode: 0o755)
                try? FileManager.default.removeItem(atPath: path)
                try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: link.target)
            } catch {
                throw Failure(.configuration, "无法建立链接 \(path)。请以 root 执行，或用 --root 指明别的目录。")
            }
            written.append(link.path)
        }
        return written
    }

    /// What is not as it should be, a sentence each with the remedy; empty where the machine does what is asked.
    package func problems() -> [String] {
        let command = "consortium-monitor schedule install --kind \(kind.rawValue)"
        var problems: [String] = []
        for file in schedule.files(kind) {
            guard let content = content(of: file.path) else {
                problems.append("缺少 \(file.path)。请以 root 执行 \(command)")
                continue
            }
            if let difference = Self.difference(content, file.text) {
                problems.append("\(file.path) \(difference)。如不是有意改动，请以 root 执行 \(command)")
            }
        }
        for link in schedule.links(kind) where target(of: link.path) != link.target {
            let timer = (link.path as NSString).lastPathComponent
            problems.append("定时器 \(timer) 没有启用。请以 root 执行 \(command)，再执行 systemctl daemon-reload")
        }
        let other = Schedule.Kind.allCases.filter { $0 != kind }.flatMap { schedule.files($0) }
        let shared = Set(schedule.files(kind).map(\.path))
        for file in other where !shared.contains(file.path) && content(of: file.path) != nil {
            problems.append("还有另一种定时任务 \(file.path)，同一件事会执行两次。请删去其中一种")
        }
        for pipeline in schedule.pipelines where !exists("\(schedule.home)/\(pipeline)") {
            problems.append("\(schedule.home) 里没有流水线 \(pipeline)。请放入该文件，或改选流水线")
        }
        if !exists(schedule.binary) { problems.append("没有程序 \(schedule.binary)。请安装，或用 --bin 指明所在的目录") }
        if kind == .cron, let zone, zone != Self.zone {
            problems.append("本机时区是 \(zone)，cron 按本机时间执行。请执行 timedatectl set-timezone \(Self.zone)")
        }
        return problems
    }

    private static let zone = "Asia/Shanghai"

    /// The machine's zone, by the link that systemd and Debian keep; nil where that cannot be told.
    private var zone: String? {
        target(of: "/etc/localtime").flatMap { $0.components(separatedBy: "zoneinfo/").last }
    }

    private func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: place(path)) }

    private func content(of path: String) -> String? { try? String(contentsOfFile: place(path), encoding: .utf8) }

    private func target(of path: String) -> String? {
        try? FileManager.default.destinationOfSymbolicLink(atPath: place(path))
    }

    /// The first line in which two texts differ: `第 12 行应为“…”，读到“…”`.
    private static func difference(_ actual: String, _ expected: String) -> String? {
        guard actual != expected else { return nil }
        let actual = actual.split(separator: "\n", omittingEmptySubsequences: false)
        let expected = expected.split(separator: "\n", omittingEmptySubsequences: false)
        let line = zip(actual, expected).prefix { $0 == $1 }.count
        func text(_ lines: [Substring]) -> String { line < lines.count ? "“\(lines[line].prefix(80))”" : "没有这一行" }
        return "第 \(line + 1) 行应为\(text(expected))，实为\(text(actual))"
    }
}
