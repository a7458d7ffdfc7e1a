internal import Foundation

/// What a schedule may be made for: its words stand in files that a shell and systemd read.
extension Schedule {
    /// Whether a path needs no quotes anywhere.
    package static func isPath(_ text: String) -> Bool {
        text.wholeMatch(of: /(\/[A-Za-z0-9._-]+)+/) != nil && !text.split(separator: "/").contains("..")
    }

    package static func isName(_ text: String) -> Bool { text.wholeMatch(of: /[a-z_][a-z0-9_-]*/) != nil }

    /// Whether a path names a pipeline below the installation's folder; systemd's instances are called after its file.
    package static func isPipeline(_ text: String) -> Bool {
        text.wholeMatch(of: /pipelines\/[A-Za-z0-9][A-Za-z0-9-]*\.yml/) != nil
    }

    /// Every pipeline of the installation in `home`.
    package static func pipelines(in root: String, _ home: String) throws(Failure) -> [String] {
        let folder = URL(filePath: root).appending(path: String(home.dropFirst())).appending(path: "pipelines")
        let pipelines = Installation.pipelineNames(in: folder).map { "pipelines/\($0)" }
        guard !pipelines.isEmpty else {
            throw Failure(.configuration, "\(folder.path) 里没有流水线。请指明流水线，或用 --home 指明安装目录。")
        }
        return pipelines
    }

    /// The delivery minute of an installation, by the machine's id where it has one.
    package static func deliveryMinute(root: String, home: String) -> Int {
        let machine = URL(filePath: root).appending(path: "etc/machine-id")
        return deliveryMinute(of: ((try? String(contentsOf: machine, encoding: .utf8)) ?? "") + home)
    }
}
