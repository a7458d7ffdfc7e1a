import Configuration
import Foundation
import Standards
import TestSupport

/// The trial standard in a folder of its own, with one place changed.
struct StandardFixture {
    private let folder: TemporaryFolder
    var url: URL { folder.url.appending(path: "standard") }
    /// The line of the change, from 1.
    private(set) var line = 0

    /// Puts `replacement` in the place of the first `text` in `file`; the test fails where there is none.
    init(_ file: String, _ text: String, _ replacement: String) throws {
        folder = try TemporaryFolder()
        try FileManager.default.copyItem(at: Repository.trialStandard.resolvingSymlinksInPath(), to: url)
        line = try replace(file, text, replacement)
    }

    struct NotThere: Error {
        let text: String
    }

    /// The line of the change, from 1.
    @discardableResult
    func replace(_ file: String, _ text: String, _ replacement: String) throws -> Int {
        let place = url.appending(path: file)
        var contents = try String(contentsOf: place, encoding: .utf8)
        guard let range = contents.range(of: text) else { throw NotThere(text: text) }
        let line = contents[..<range.lowerBound].count { $0.isNewline } + 1
        contents.replaceSubrange(range, with: replacement)
        try Data(contents.utf8).write(to: place)
        return line
    }

    func load() throws -> Edition {
        try Edition.load(from: url, digest: { _ in "" })
    }

    func digestedBytes() throws -> Data {
        var digested = Data()
        _ = try Edition.load(from: url) { bytes in
            digested = bytes
            return ""
        }
        return digested
    }

    /// What is wrong with it, an issue a line.
    func issues() throws -> [String] {
        do {
            _ = try Edition.load(from: url, digest: { _ in "" })
            _ = try RuleTestSuite.load(from: url, for: Edition.trial())
            return []
        } catch let error as ConfigurationError {
            return error.issues.map(\.description)
        }
    }
}
