import Foundation
import Standards
import TestSupport

extension Standard {
    /// The trial standard of the repository, its digest left blank.
    static func trial() throws -> Standard {
        try Standard.load(from: Repository.trialStandard, digest: { _ in "" })
    }
}
