/// The unified social credit code (统一社会信用代码) of a legal person, after GB 32100–2015: seventeen digits or letters
/// and a check character.
package enum CreditCode {
    /// The letters without I, O, S, V and Z, which look like digits or one another.
    private static let characters = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")

    /// Whether a text in half-width letters is a code whose check character fits.
    package static func isValid(_ text: String) -> Bool {
        let values = text.uppercased().compactMap { characters.firstIndex(of: $0) }
        guard text.count == 18, values.count == 18 else { return false }
        var weight = 1
        var sum = 0
        for value in values.dropLast() {
            sum += value * weight
            weight = weight * 3 % 31
        }
        return (31 - sum % 31) % 31 == values[17]
    }
}
