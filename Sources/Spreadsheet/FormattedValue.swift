/// What a cell's format makes of a stored value, where it shows something else than its digits or its text: `120万元`
/// where 1200000 is stored, nothing at all where it hides what is stored.
package struct FormattedValue: Sendable, Hashable {
    /// As the workbook stores it, a number in plain decimals: `1200000`.
    package let stored: String
    /// The number that is shown, in plain decimals with all digits that are stored: `120`; nil where a text is shown, or
    /// digits that are set as in `2025-03-01`.
    package let number: String?
    /// What the format writes before and behind the digits, without white space around it: `万元`, `¥`; empty where it
    /// writes nothing.
    package let unit: String
    /// How many places the point is moved to the right to get from what is stored to what is shown: -4 here.
    package let scale: Int

    init(stored: String, number: String? = nil, unit: String = "", scale: Int = 0) {
        self.stored = stored
        self.number = number
        self.unit = unit
        self.scale = scale
    }
}
