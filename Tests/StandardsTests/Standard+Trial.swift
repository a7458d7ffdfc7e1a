import Foundation
import Standards
import TestSupport

extension Edition {
    /// The trial standard of the repository, its digest left blank.
    static func trial() throws -> Edition {
        try Edition.load(from: Repository.trialStandard, digest: { _ in "" })
    }

    static let noticeFolder = Repository.root.appending(path: "data/standards/moe-notice-2023-15")

    /// The indicators of the notice of 2023.
    static func notice() throws -> Edition { try Edition.load(from: noticeFolder, digest: { _ in "" }) }

    /// The guide for industry communities.
    static func guide() throws -> Edition {
        try Edition.load(
            from: Repository.root.appending(path: "data/standards/industry-community-guide-2023"), digest: { _ in "" })
    }
}
