internal import Collection
internal import Store

/// The findings of a file that was examined.
enum ExaminedFindings: Sendable {
    case made([Finding])
    /// Still being made on another core, while the figures of a large file are stored: none of them changes what is.
    case pending(Aside<[Finding]>)

    /// All of them, as soon as they are there.
    /// - Throws: what made them impossible.
    func all() throws -> [Finding] {
        switch self {
        case .made(let findings): findings
        case .pending(let aside): try aside.wait()
        }
    }
}

extension Submission {
    /// Whether it is a large file that has nothing but figures, and so a transaction of its own.
    var isBulk: Bool {
        size > ReadAhead.sizeLimit && isAccepted && forms == [.observations] && entries.isEmpty && formFields.isEmpty
    }
}
