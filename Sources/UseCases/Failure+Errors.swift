import Alerts
import Assessment
import Collection
import Configuration
import Standards
import Store

extension Failure {
    /// What an error of one of the targets means to the shell; nil for one that is none of ours.
    package init?(_ error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let error as StoreError:
            switch error {
            case .locked: self.init(.locked, error.description)
            case .missing, .diskFull, .readOnly, .cannotOpen, .notAStore, .newerSchema, .occupied, .ownBackup,
                .linkedBackup, .inUse, .failed:
                self.init(.configuration, error.description)
            case .notADatabase, .damaged: self.init(.input, error.description)
            }
        case let error as ConfigurationError: self.init(.configuration, error.description)
        case let error as RuleBookError: self.init(.configuration, error.description)
        default: return nil
        }
    }
}
