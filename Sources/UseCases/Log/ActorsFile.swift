internal import Foundation
internal import Spreadsheet

/// The list of people as a run goes by it, byte for byte.
struct ActorsFile {
    let content: Data
    let sha256: String

    init(_ file: URL) throws(Failure) {
        guard let content = try? Data(contentsOf: file) else {
            throw Failure(.configuration, "人员名单 \(file.path) 打不开。请检查路径和权限。")
        }
        self.content = content
        sha256 = SourceFile(name: "", bytes: Array(content)).sha256
    }
}
