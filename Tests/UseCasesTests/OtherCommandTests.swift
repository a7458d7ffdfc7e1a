import Foundation
import TestSupport
import Testing

@testable import UseCases

@Suite("Other programs")
struct OtherCommandTests {
    /// Says what was asked, and where the program's errors go.
    private static let command = ["sh", "-c", "cat; readlink /proc/self/fd/2"]

    /// The files below folders that this process has open.
    private static func open(below folders: Set<String>) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").compactMap {
            try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)")
        }.filter { file in folders.contains { file.hasPrefix($0) } }
    }

    /// The folder of the program's files.
    private static func folder(_ output: String) throws -> String {
        let lines = output.split(separator: "\n").map(String.init)
        try #require(lines.count == 2 && lines[0] == "asked", "\(output)")
        return URL(filePath: lines[1]).deletingLastPathComponent().path
    }

    @Test func `what was asked leaves no file open`() throws {
        let folders = try (0..<5).map { _ in
            try Self.folder(OtherCommand.run(Self.command, input: Array("asked\n".utf8)).output)
        }
        #expect(Set(folders).count == 5)
        #expect(try Self.open(below: Set(folders)) == [])
    }

    @Test func `what a test runs leaves no file open`() throws {
        let place = try TemporaryFolder()
        let folders = try (0..<5).map { _ in
            try Self.folder(Program(in: place.url, command: Self.command).run(input: "asked\n").output)
        }
        #expect(Set(folders).count == 5)
        #expect(try Self.open(below: Set(folders)) == [])
    }

    @Test(
        arguments: [
            (["sh", "-c", "exit 7"], 7), (["no-such-program"], 127), (["sh", "-c", "kill -9 $$"], nil),
            (["sleep", "60"], nil),
        ] as [([String], Int32?)])
    func `how it ended is told, and what was killed has not ended`(command: [String], status: Int32?) {
        #expect(OtherCommand.run(command, limit: 2).status == status)
    }
}
