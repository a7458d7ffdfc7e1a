import Foundation
import Spreadsheet
import TestSupport
import Testing

struct SourceFileTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func path(_ name: String) -> String { folder.url.appending(path: name).path }

    @Test func `the digest is SHA-256 of the bytes`() throws {
        // The vectors of FIPS 180-2, appendix B, and the empty message.
        let vectors = [
            "": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "abc": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            String(repeating: "a", count: 1_000_000):
                "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
        ]
        for (text, digest) in vectors {
            try Data(text.utf8).write(to: folder.url.appending(path: "message"))
            let file = try SourceFile(path: path("message"), name: "message")
            #expect(file.sha256 == digest)
            #expect(file.bytes == Array(text.utf8))
            #expect(SourceFile(name: "message", bytes: Array(text.utf8)).sha256 == digest)
        }
    }

    @Test func `a symbolic link is not followed`() throws {
        try Data("secret".utf8).write(to: folder.url.appending(path: "target"))
        try FileManager.default.createSymbolicLink(atPath: path("link"), withDestinationPath: path("target"))
        #expect(throws: SourceFileError.symbolicLink) { try SourceFile(path: path("link"), name: "link") }
    }

    @Test func `what is no plain file is refused`() throws {
        #expect(throws: SourceFileError.notAPlainFile) { try SourceFile(path: folder.url.path, name: "folder") }
        #expect(mkfifo(path("pipe"), 0o600) == 0)
        #expect(throws: SourceFileError.notAPlainFile) { try SourceFile(path: path("pipe"), name: "pipe") }
        #expect(throws: SourceFileError.notFound) { try SourceFile(path: path("nothing"), name: "nothing") }
    }

    @Test func `a file above the limit is refused unread`() throws {
        try Data("12345".utf8).write(to: folder.url.appending(path: "five"))
        #expect(try SourceFile(path: path("five"), name: "five", sizeLimit: 5).bytes.count == 5)
        #expect(throws: SourceFileError.tooLarge(size: 5, limit: 4)) {
            try SourceFile(path: path("five"), name: "five", sizeLimit: 4)
        }
        #expect(try SourceFile.prefix(of: FilePath(path("five")), count: 3) == Array("123".utf8))
    }
}
