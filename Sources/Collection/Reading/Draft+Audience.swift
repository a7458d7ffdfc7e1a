internal import Standards

/// For consortia of which kind a file is, as far as its rows and its place tell.
struct Audience {
    /// The kind that the edition is for; nil where nobody asks.
    var kind: ConsortiumKind?
    /// Whether a row is of this edition: of a consortium of its kind, or of one that nobody knows.
    var includesOwn = false
    /// The kind of consortia that rows are of which the edition is not for.
    var other: ConsortiumKind?
    /// Whether rows say that they are of another edition.
    var namesOther = false
}

extension Draft {
    /// Notes of whom a row is whose meaning hangs on the edition.
    mutating func noteSubject(_ id: String) {
        guard let kind = audience.kind, !audience.includesOwn else { return }
        let subject = consortium(id)
        if let registered = known[subject], registered.kind != kind {
            audience.other = registered.kind
        } else {
            audience.includesOwn = true
        }
    }

    /// Whom the file is for where that is nobody of the edition's kind: what another edition asks is left to it whole.
    /// A file of which a part is for this one is read here, and the rest told.
    var otherAudience: OtherAudience? {
        guard let kind = audience.kind else { return nil }
        if let own = ownConsortium.flatMap({ known[$0] }) { return own.kind == kind ? nil : .kind(own.kind) }
        guard !audience.includesOwn, !speaksOfAll else { return nil }
        return audience.other.map { .kind($0) } ?? (audience.namesOther ? .edition : nil)
    }

    /// Whether there is an entry whose meaning hangs on no edition.
    private var speaksOfAll: Bool {
        !consortia.entries.isEmpty || !policies.entries.isEmpty || !incidents.entries.isEmpty || !transitions.isEmpty
            || !withdrawals.isEmpty || !manifest.isEmpty
    }
}

extension FormKind {
    /// Whether what a row means hangs on the edition: codes of points and clauses, kinds of document, words for members.
    var dependsOnEdition: Bool {
        switch self {
        case .consortia, .transitions, .policies, .incidents, .manifest, .withdrawals: false
        case .observations, .determinations, .workplans, .documents, .tasks, .ratings, .evaluations, .targets, .figures,
            .funds, .evidence, .members:
            true
        }
    }
}
