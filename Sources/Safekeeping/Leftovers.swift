internal import Foundation
internal import Glibc

/// What processes that were killed while they wrote a file have left beside it. Every file is made under such a name and
/// renamed once it is whole, so nothing under one is of use to anybody.
package enum Leftovers {
    /// Removes them from `folder` and the folders below it. Those of a process that is still at work stay.
    package static func remove(in folder: String) {
        let files = FileManager.default
        guard let below = files.enumerator(atPath: folder) else { return }
        let found = below.compactMap { $0 as? String }.filter { isLeftover(($0 as NSString).lastPathComponent) }
        for name in found { unlink("\(folder)/\(name)") }
    }

    /// Removes those of the file at `path` alone, in a folder that is not ours.
    package static func remove(beside path: String) {
        let folder = (path as NSString).deletingLastPathComponent
        let name = (path as NSString).lastPathComponent
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
        for other in names where other.hasPrefix(name + ".") || other.hasPrefix(".\(name).") {
            if isLeftover(other) { unlink("\(folder.isEmpty ? "." : folder)/\(other)") }
        }
    }

    /// `.C001.html.4711.partial`, `回执.xlsx.4711.part`, `copy.sqlite.4711.partial-journal`; and as older versions named
    /// them: `.C001.html.partial`, `copy.sqlite.<UUID>.partial`, `.dat.nosync1267.a1b2c3`.
    package static func isLeftover(_ name: String) -> Bool {
        if name.hasPrefix(".dat.nosync") { return true }
        if let match = name.wholeMatch(of: /.*\.([0-9]+)\.(part|partial|partial-journal|partial-wal|partial-shm)/) {
            return !isAtWork(match.1)
        }
        return name.wholeMatch(of: /\..*\.partial|.*\.[0-9A-Fa-f-]{36}\.partial(-journal)?/) != nil
    }

    private static func isAtWork(_ process: Substring) -> Bool {
        guard let id = pid_t(process), id > 0, id != getpid() else { return false }
        return kill(id, 0) == 0 || errno == EPERM
    }
}
