package import History

/// Where panels are read, those of a few consortia at a time: from memory, which never fails, or from where they are kept.
package struct PanelSource<Failure: Error>: Sendable {
    /// The panels of some consortia, by their ids; one that reported nothing may be left out.
    let panels: @Sendable (_ consortia: [String]) throws(Failure) -> [String: Panel]

    package init(_ panels: @escaping @Sendable (_ consortia: [String]) throws(Failure) -> [String: Panel]) {
        self.panels = panels
    }
}

extension PanelSource where Failure == Never {
    /// Panels that stand in memory.
    init(_ input: AssessmentInput) {
        self.init { _ in input.panels }
    }
}
