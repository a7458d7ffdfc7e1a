package import Configuration
import Foundation

extension AlertsConfiguration {
    /// Reads and checks what `alerts.yml` says of alerts, receivers and routes. What is wrong goes to the log of the
    /// document; the ways to the receivers are read by the room that sends.
    ///
    /// - Parameters:
    ///   - root: the whole file.
    ///   - others: the keys of the file that other rooms read.
    package init(_ root: YAMLEntry, knowing vocabulary: Vocabulary, beside others: [String] = []) {
        self = ConfigurationReader(vocabulary: vocabulary, others: others).configuration(root)
    }
}
