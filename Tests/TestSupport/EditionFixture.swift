package import Foundation

/// The trial standard in a folder of its own, with one place changed.
package struct EditionFixture {
    private let folder: TemporaryFolder
    package var url: URL { folder.url.appending(path: "edition") }
    /// The line of the change, from 1.
    package private(set) var line = 0

    /// Puts `replacement` in the place of the first `text` in `file`; the test fails where there is none.
    package init(_ file: String, _ text: String, _ replacement: String) throws {
        folder = try TemporaryFolder()
        try FileManager.default.copyItem(at: Repository.trialStandard.resolvingSymlinksInPath(), to: url)
        line = try replace(file, text, replacement)
    }

    package struct NotThere: Error {
        package let text: String
    }

    /// The line of the change, from 1.
    @discardableResult
    package func replace(_ file: String, _ text: String, _ replacement: String) throws -> Int {
        let place = url.appending(path: file)
        var contents = try String(contentsOf: place, encoding: .utf8)
        guard let range = contents.range(of: text) else { throw NotThere(text: text) }
        let line = contents[..<range.lowerBound].count { $0.isNewline } + 1
        contents.replaceSubrange(range, with: replacement)
        try Data(contents.utf8).write(to: place)
        return line
    }
}
