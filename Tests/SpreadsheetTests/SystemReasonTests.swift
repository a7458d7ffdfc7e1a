import Foundation
import Glibc
import Platform
import TestSupport
import Testing

@testable import Spreadsheet

@Suite("What the system refuses")
struct SystemReasonTests {
    @Test func `every number is told in Chinese`() throws {
        for code in CInt(1)...140 {
            for attempt in [SystemReason.Attempt.reading, .writing] {
                let text = SystemReason.text(code, while: attempt)
                #expect(!text.contains { $0.isASCII && $0.isLetter } && text.contains(/\p{Han}/), "\(code): \(text)")
            }
        }
        #expect(SystemReason.text(EACCES, while: .reading) == "没有读取权限")
        #expect(SystemReason.text(ENOSPC, while: .writing) == "磁盘已满")
        #expect(SystemReason.text(4_711, while: .writing) == "系统错误，编号 4711")
    }

    @Test func `what Foundation meets is told by its number`() throws {
        let error = try #require(throws: (any Error).self) {
            try FileManager.default.createDirectory(atPath: "/dev/null/x", withIntermediateDirectories: true)
        }
        let text = SystemReason.text(of: error, while: .writing)
        #expect(!text.contains { $0.isASCII && $0.isLetter }, "\(text)")
    }

    /// The C library's own texts are English.
    @Test func `nobody else makes words of a number`() throws {
        let sources = Repository.root.appending(path: "Sources")
        for file in try FileManager.default.subpathsOfDirectory(atPath: sources.path) where file.hasSuffix(".swift") {
            let text = try String(contentsOf: sources.appending(path: file), encoding: .utf8)
            #expect(!text.contains("strerror(") && !text.contains("localizedDescription"), "\(file)")
        }
    }

    @Test func `a name that is too long and a path through a file are told`() throws {
        let long = "/tmp/" + String(repeating: "长", count: 100)
        let error = try #require(throws: SourceFileError.self) { try SourceFile(path: long, name: "") }
        #expect(error.reason == "文件名或路径过长")
        #expect(throws: SourceFileError.notFound) { try SourceFile(path: "/dev/null/x", name: "") }
    }
}
