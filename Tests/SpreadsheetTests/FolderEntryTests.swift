import Foundation
import Glibc
import Testing

@testable import Spreadsheet

struct FolderEntryTests {
    /// `readdir` fills a block of memory with records that are as long as their names, so the last one may end where
    /// the memory does. Here it ends at a page that cannot be read.
    @Test func `nothing past the end of a record is read`() throws {
        let page = sysconf(Int32(_SC_PAGESIZE))
        let memory = try #require(
            mmap(nil, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) as UnsafeMutableRawPointer?)
        defer { munmap(memory, 2 * page) }
        try #require(memory != MAP_FAILED && mprotect(memory + page, page, PROT_NONE) == 0)

        let place = try #require(MemoryLayout<dirent>.offset(of: \.d_name))
        for name in ["a", "填报.xlsx", String(repeating: "n", count: 255)] {
            let bytes = Array(name.utf8)
            let length = (place + bytes.count + 1 + 7) / 8 * 8
            let record = memory + page - length
            memset(record, 0, length)
            (record + place).copyMemory(from: bytes, byteCount: bytes.count)
            #expect(FilePath.name(of: record.assumingMemoryBound(to: dirent.self)) == bytes)
        }
    }
}
