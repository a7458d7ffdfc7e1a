import Standards
import TestSupport

extension Edition {
    /// The trial standard of the repository, its digest left blank.
    static let trial = Result { try Edition.load(from: Repository.trialStandard, digest: { _ in "" }) }
}

extension Indicator {
    /// An indicator of the trial standard.
    static func trial(_ code: String) throws -> Indicator {
        struct Unknown: Error { let code: String }
        guard let indicator = try Edition.trial.get().indicator(IndicatorCode(code)) else { throw Unknown(code: code) }
        return indicator
    }
}
