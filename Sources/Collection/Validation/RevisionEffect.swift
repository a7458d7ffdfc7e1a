/// What a figure does to the one that stood in its cell before its submission was taken in.
package enum RevisionEffect: Sendable {
    case replaces
    /// What stands was received later, though it was taken in before.
    case overtaken
    /// What stands is an authority's, and the figure is not.
    case outranked
}
