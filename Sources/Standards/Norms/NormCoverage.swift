package import Configuration

/// Which sentences of the official texts the editions carry, and which they do not.
package struct NormCoverage: Sendable {
    /// What has become of a sentence.
    package enum State: String, Sendable, CaseIterable {
        /// Carried, and every point and clause that carries it is shown true and false by rule tests.
        case tested
        case carried
        /// Nothing carries it, and the reason is said.
        case reasoned
        /// Nothing carries it, and nobody says why.
        case missing

        package var title: String {
            switch self {
            case .tested: "已纳入核查，正反例俱全"
            case .carried: "已纳入核查"
            case .reasoned: "未纳入核查，有理由"
            case .missing: "遗漏"
            }
        }

        /// Whether something in the data carries the sentence.
        package var isCarried: Bool { self == .tested || self == .carried }
    }

    /// A sentence with what has become of it.
    package struct Sentence: Sendable, Hashable {
        package let norm: Norm
        package let state: State
        /// Those of the norm's carriers that exist.
        package let carriers: [NormCarrier]
        /// The commands and pages that show the carriers on the sample data, each once.
        package let shown: [String]

        /// Whether the carriers leave something out.
        package var isPartial: Bool { state.isCarried && norm.reason != nil }

        /// What carries the sentence, kind by kind; kinds of which there is nothing are left out.
        package var targetsByKind: [(kind: NormCarrier.Kind, targets: [NormCarrier.Target])] {
            NormCarrier.Kind.allCases.compactMap { kind in
                let targets = carriers.map(\.target).filter { $0.kind == kind }
                return targets.isEmpty ? nil : (kind, targets)
            }
        }
    }

    package enum Passage: Sendable, Hashable {
        case heading(String)
        case sentence(Sentence)
    }

    /// The coverage of one source.
    package struct Part: Sendable {
        package let source: NormSource
        /// In the order of the source.
        package let passages: [Passage]

        package var sentences: [Sentence] {
            passages.compactMap { passage in
                if case .sentence(let sentence) = passage { sentence } else { nil }
            }
        }

        package func count(_ state: State) -> Int { sentences.count { $0.state == state } }
    }

    /// In the order of the sources.
    package let parts: [Part]
    /// Carriers that do not exist and sentences that nobody accounts for, each at its place; empty where all is well.
    package let issues: [ConfigurationIssue]

    /// - Parameters:
    ///   - catalogue: what can carry a sentence.
    ///   - tested: the points and clauses that rule tests show to be true and false.
    ///   - showing: what shows each carrier; a carrier that nothing shows is an issue where any is shown.
    package init(
        _ sources: [NormSource], knowing catalogue: NormCatalogue, tested: Set<NormCarrier.Target> = [],
        shownBy showing: NormShowing = .none
    ) {
        var issues: [ConfigurationIssue] = []
        parts = sources.map { source in
            let passages = source.passages.map { passage -> Passage in
                switch passage {
                case .heading(let text): .heading(text)
                case .norm(let norm): .sentence(Self.judge(norm, catalogue, tested, showing, &issues))
                }
            }
            return Part(source: source, passages: passages)
        }
        self.issues = issues
    }

    private static func judge(
        _ norm: Norm, _ catalogue: NormCatalogue, _ tested: Set<NormCarrier.Target>, _ showing: NormShowing,
        _ issues: inout [ConfigurationIssue]
    ) -> Sentence {
        var known: [NormCarrier] = []
        for carrier in norm.carriers {
            if let issue = catalogue.issue(of: carrier) {
                issues.append(ConfigurationIssue(issue, at: carrier.position))
            } else {
                known.append(carrier)
            }
        }
        let state: State
        if known.isEmpty {
            state = norm.reason == nil ? .missing : .reasoned
        } else {
            let testable = known.map(\.target).filter(\.kind.isTestable)
            state = !testable.isEmpty && testable.allSatisfy(tested.contains) ? .tested : .carried
        }
        // A carrier that does not exist has been told already.
        if state == .missing, norm.carriers.isEmpty {
            let issue = NormIssue(expected: "应有 carriers 或 reason", found: "“\(norm.id)”都没有写", remedy: "请补上其中一个")
            issues.append(ConfigurationIssue(issue, at: norm.position))
        }
        var shown: [String] = []
        for carrier in known {
            if let text = showing.text(of: carrier.target) {
                if !shown.contains(text) { shown.append(text) }
            } else if !showing.entries.isEmpty {
                let issue = NormIssue(
                    expected: "应写明由哪个命令或页面显示", found: "“\(carrier.target.code)”没有写", remedy: "请补在 shown/sample.yml")
                issues.append(ConfigurationIssue(issue, at: carrier.position))
            }
        }
        return Sentence(norm: norm, state: state, carriers: known, shown: shown)
    }
}

extension ConfigurationIssue {
    fileprivate init(_ issue: NormIssue, at position: Norm.Position) {
        self.init(
            file: position.file, line: position.line, column: position.column, expected: issue.expected,
            found: issue.found, remedy: issue.remedy, suggestion: issue.suggestion)
    }
}
