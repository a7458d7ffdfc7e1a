import Foundation

/// How a command is run that has to heed permissions, by tests that may themselves be run by root.
enum OrdinaryUser {
    /// What goes before the command: of root's rights nothing but the name is left.
    static let wrapper: [String] = getuid() == 0 ? ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] : []
}
