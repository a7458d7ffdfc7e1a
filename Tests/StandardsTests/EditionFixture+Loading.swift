import Configuration
import Foundation
import Standards
import TestSupport

extension EditionFixture {
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
            return []
        } catch {
            return error.issues.map(\.description)
        }
    }
}
