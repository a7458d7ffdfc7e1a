import Foundation
import TestSupport
import Testing

/// A disk of a few pages, mounted for one script alone and gone with it.
struct SmallDisk {
    let kibibytes: Int
    /// Where it is mounted.
    let folder: String

    /// Whether this machine lets us mount one: as root, or in a user namespace of our own.
    static let isAvailable: Bool = {
        let probe = FileManager.default.temporaryDirectory
        return (try? script(#"mount -t tmpfs -o size=4k none "$PWD""#, in: probe).run().status) == 0
    }()

    /// Runs a script of the shell with the disk in its place and the command at hand as `$PROGRAM`.
    func run(_ script: String, in work: Workplace) throws -> Program.Outcome {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        return try Self.script(
            "mount -t tmpfs -o size=\(kibibytes)k none '\(folder)' || exit 99\n\(script)", in: work.url
        )
        .run(environment: ["CONSORTIUM_MONITOR_NOW": Workplace.now])
    }

    private static func script(_ script: String, in folder: URL) -> Program {
        let unshare = ["unshare", "--mount"] + (getuid() == 0 ? [] : ["--map-root-user"])
        return Program(in: folder, command: unshare + ["bash", "-c", script])
    }
}

extension Trait where Self == ConditionTrait {
    /// Skips a test, saying why, where no disk can be mounted.
    static var needsSmallDisk: Self {
        .enabled(if: SmallDisk.isAvailable, "skipped: no small disk can be mounted here (unshare and mount refused)")
    }
}
