/// How much an archive may hold. All sizes are in bytes, and those of what was inflated are of what really was.
package struct PackageLimits: Sendable {
    package var parts: Int
    package var sheets: Int
    /// Of all parts together that are read, inflated; pictures and the like are not.
    package var size: Int
    /// Inflated to compressed, of a part above ``ratioThreshold``. Sheets of real figures come to 20, blank ones to 60.
    package var ratio: Int
    package var ratioThreshold: Int
    /// Of a part that is held whole in memory: the document, styles, the list of sheets.
    package var partInMemory: Int
    /// UTF-8 of all shared strings.
    package var sharedText: Int
    package var sharedStrings: Int

    package init(
        parts: Int = 10_000, sheets: Int = 1_000, size: Int = 256 << 20, ratio: Int = 200,
        ratioThreshold: Int = 4 << 20,
        partInMemory: Int = 64 << 20, sharedText: Int = 64 << 20, sharedStrings: Int = 8_000_000
    ) {
        self.parts = parts
        self.sheets = sheets
        self.size = size
        self.ratio = ratio
        self.ratioThreshold = ratioThreshold
        self.partInMemory = partInMemory
        self.sharedText = sharedText
        self.sharedStrings = sharedStrings
    }
}
