internal import FEEL
internal import Review
internal import Standards

extension Workspace {
    /// Puts on record that what was decided on a case has been carried out, by the document that says so.
    ///
    /// - Parameters:
    ///   - draft: its evidence is the number of the document.
    ///   - revokes: whether the transition to 取消资格 is put on record with it; else it must be there.
    /// - Throws: ``Failure`` where the people may not say this, or there is nothing to carry out.
    package func execute(
        _ text: String, _ draft: DecisionDraft, revoking revokes: Bool, actors: String?, progress: Progress
    ) async throws -> RecordedDecision {
        guard revokes else { return try await decide(text, draft, actors: actors, progress: progress) }
        let name = try caseName(text)
        let state = try await caseFile(text).found
        guard state.decisions.contains(.execute), state.state != .closed else {
            throw Failure(
                .configuration, "案件 \(text) 现为“\(state.stateText)”，不能登记执行，没有记录。请用 review show 查看。")
        }
        var transition = TransitionDraft(
            consortium: name.consortium, to: Standing.revoked.title, by: draft.by, ground: draft.ground,
            document: draft.evidence ?? "")
        transition.identities = draft.identities
        _ = try self.transition(transition, actors: actors, progress: progress)
        return try await decide(text, draft, actors: actors, progress: progress)
    }
}
