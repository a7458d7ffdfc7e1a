package import Standards

/// Whom an act is about: what has to be known of a consortium to tell who may decide on it.
package struct Subject: Sendable, Hashable {
    package let consortium: String
    /// GB/T 2260 codes of where it lies.
    package let regions: [String]
    /// The units that belong to it, or did, those that lead it among them.
    package let units: [Institution]

    /// What is of a region and of no consortium.
    /// - Parameters:
    ///   - region: GB/T 2260; empty for the whole country.
    ///   - name: as messages call it.
    package init(region: String, called name: String) {
        consortium = name
        regions = [region]
        units = []
    }

    /// - Parameter members: entries of its list of members, those who have left included: they have been judged with it.
    package init(_ consortium: Consortium, members: [RegisterEntry]) {
        self.consortium = consortium.id
        regions = consortium.homes
        let leads = [consortium.leadSchool, consortium.leadEnterprise].filter { !$0.isEmpty }.map {
            Institution(name: $0)
        }
        units =
            leads
            + members.filter { $0.form == .members && $0.consortium == consortium.id }.map {
                Institution(name: $0.values["name"] ?? "", creditCode: $0.values["creditCode"] ?? "")
            }
    }
}
