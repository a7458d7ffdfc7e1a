package import FEEL

/// How fresh what was published is.
package struct Freshness: Sendable, Hashable {
    /// When the one that counts was published; nil where none is registered.
    package let published: CalendarDate?
    /// The last day on which it is fresh.
    package let until: CalendarDate?
}
