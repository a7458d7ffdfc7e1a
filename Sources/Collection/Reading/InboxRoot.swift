package import Standards

/// A folder, or a single file, that is collected, and on whose word what lies in it was received.
package struct InboxRoot: Sendable, Hashable {
    package let path: String
    package let authority: Authority
    /// GB/T 2260 code of the region that an authority speaks for; empty for the whole country, and for secretariats.
    package let region: String

    package init(path: String, authority: Authority, region: String = "") {
        self.path = path
        self.authority = authority
        self.region = region
    }
}
