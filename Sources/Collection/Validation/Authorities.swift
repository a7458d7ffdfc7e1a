package import Standards

/// What has to be known to tell whether a source may say what it says (DESIGN §7): which consortia are registered and
/// where they lie, which incidents an authority registered, and who sent what.
package struct Authorities: Sendable {
    package private(set) var consortia: KnownConsortia
    private var incidents: [String: [Incident]] = [:]
    /// What documents stated of a consortium.
    private var statements: [String: [RegisterEntry]] = [:]
    private let submissions: [SentSubmission]
    private let regions: RegionTable
    /// Whether secretariats may still take back entries of their own.
    let isWindowOpen: Bool
    /// The targets of places, each with its region.
    let targets: [LocalTarget]

    /// - Parameters:
    ///   - incidents: all that stand, those of secretariats (``Standards/Incident/reportedBy``) among them.
    ///   - statements: those of documents.
    ///   - submissions: those in the ledger that somebody may take back.
    ///   - regions: gives regions their names in messages.
    package init(
        consortia: [Consortium] = [], incidents: [Incident] = [], statements: [RegisterEntry] = [],
        submissions: [SentSubmission] = [],
        isWindowOpen: Bool = true, regions: RegionTable = RegionTable(), targets: [LocalTarget] = []
    ) {
        self.consortia = KnownConsortia(consortia)
        self.submissions = submissions
        self.isWindowOpen = isWindowOpen
        self.regions = regions
        self.targets = targets
        add(incidents)
        add(statements)
    }

    /// Takes in what a submission of the same batch registers, for those that come after it.
    package mutating func add(_ permitted: Submission) {
        consortia.add(permitted.consortia)
        add(permitted.entries)
        guard permitted.origin.authority == .authority else { return add(permitted.incidents) }
        add(
            permitted.incidents.map { incident in
                var incident = incident
                incident.region = permitted.origin.region
                return incident
            })
    }

    private mutating func add(_ incidents: [Incident]) {
        for incident in incidents { self.incidents[incident.id.identifier, default: []].append(incident) }
    }

    private mutating func add(_ entries: [RegisterEntry]) {
        for entry in entries where entry.form == .statements { statements[entry.consortium, default: []].append(entry) }
    }

    /// Whether an authority registered an incident of this id, for whatever consortium.
    func isRegistered(incident id: String) -> Bool {
        incidents[id.identifier]?.contains { $0.reportedBy == nil } ?? false
    }

    /// Whether anybody told of an incident of this id.
    package func isIncident(_ id: String) -> Bool { incidents[id.identifier] != nil }

    /// The incidents of a consortium, in the order of their ids.
    func incidents(of consortium: String) -> [Incident] {
        incidents.values.joined().filter { $0.consortium == consortium }.sorted { $0.id < $1.id }
    }

    /// What documents stated of a consortium.
    func statements(of consortium: String) -> [RegisterEntry] { statements[consortium, default: []] }

    /// The incidents of an id.
    func incidents(_ id: String) -> [Incident] { incidents[id.identifier] ?? [] }

    /// The submissions whose SHA-256 begins with these digits.
    func submissions(_ receipt: String) -> [SentSubmission] {
        submissions.filter { $0.sha256.hasPrefix(receipt) }
    }

    /// Whether a consortium lies in `region`; nil where none is registered under the id.
    func lies(_ consortium: String, in region: String) -> Bool? {
        region.isEmpty ? true : consortia[consortium]?.lies(in: region)
    }

    /// A region as messages name it.
    func name(of region: String) -> String { regions.names.name(of: region) ?? region }
}

/// A submission in the ledger, as far as taking it back needs to know it.
package struct SentSubmission: Sendable, Hashable {
    /// Its id in the ledger.
    package let id: Int
    package let sha256: String
    package let origin: Origin
    /// The registers and figures that it holds.
    package let forms: Set<FormKind>
    /// Whether its sender may still take it back: until the close of the window that it was sent in.
    package let isOpen: Bool

    package init(id: Int, sha256: String, origin: Origin, forms: Set<FormKind> = [], isOpen: Bool) {
        self.id = id
        self.sha256 = sha256
        self.origin = origin
        self.forms = forms
        self.isOpen = isOpen
    }
}
