package import Standards

/// A figure while its values come in, in the order of receipt: what each voice said last.
///
/// `Content` is whatever is kept of a value: a packed cell with its place, a revision.
package struct FigureCell<Content> {
    private var own: (content: Content, isBlank: Bool)?
    private var authority: (content: Content, isBlank: Bool)?

    package init() {}

    package mutating func observe(_ content: Content, of value: ObservedValue, _ voice: Voice) {
        switch voice {
        case .own: Self.take(content, of: value, into: &own)
        case .authority: Self.take(content, of: value, into: &authority)
        }
    }

    private static func take(
        _ content: Content, of value: ObservedValue, into held: inout (content: Content, isBlank: Bool)?
    ) {
        let isBlank = value.status == .missing
        // Where nothing stands, a blank still shows where one would look for the figure.
        if value == .missing, held?.isBlank == false { return }
        held = (content, isBlank)
    }

    /// What counts: the authority's word where it has given one. Where nothing does, the last blank or 撤回; nil where
    /// nothing came in.
    package var standing: Content? {
        if let authority, !authority.isBlank { return authority.content }
        return own?.content ?? authority?.content
    }
}
