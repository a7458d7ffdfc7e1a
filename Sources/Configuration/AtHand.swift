package import Foundation

/// Reads what may or may not be there. What cannot be read is never taken for what is not there: a province's rules would be
/// left out without a word.
package enum AtHand {
    /// The names in a folder, in no order; none where there is no such folder.
    /// - Throws: why it cannot be read.
    package static func names(in folder: URL) throws -> [String] {
        try ifThere { try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)) } ?? []
    }

    /// The same; what cannot be read goes to `log`, and the names are none.
    package static func names(in folder: URL, log: IssueLog) -> [String] {
        do {
            return try names(in: folder)
        } catch {
            log.add(
                ConfigurationIssue(
                    file: folder.lastPathComponent, line: 0, column: 0, expected: "应能读这个文件夹", found: "打不开",
                    remedy: "请检查文件夹权限"))
            return []
        }
    }

    /// The paths of everything below a folder, in no order; none where there is no such folder.
    /// - Throws: why it cannot be read.
    package static func paths(below folder: URL) throws -> [String] {
        // Of a folder that cannot be read it would say that it is empty.
        guard try !names(in: folder).isEmpty else { return [] }
        return try FileManager.default.subpathsOfDirectory(atPath: folder.path(percentEncoded: false))
    }

    /// The bytes of a file; nil where there is no such file.
    /// - Throws: why it cannot be read.
    package static func content(of file: URL) throws -> Data? {
        try ifThere { try Data(contentsOf: file) }
    }

    private static func ifThere<Value>(_ read: () throws -> Value) throws -> Value? {
        do {
            return try read()
        } catch let error as CocoaError where error.code == .fileReadNoSuchFile || error.code == .fileNoSuchFile {
            return nil
        }
    }
}
