package import FEEL
package import Standards

/// How fresh what was published is.
package struct Freshness: Sendable, Hashable {
    package let publication: Publication
    /// The one that counts; nil where none is registered.
    package let latest: Filing?
    /// The last day on which it is fresh.
    package let until: CalendarDate?
}
