/// How a clause is said.
struct ClauseStyle {
    /// What stands before the verb: 都 after "each of", otherwise nothing.
    var adverb = ""
    /// Whether the clause is denied.
    var isNegated = false
    /// Whether clauses are joined without commas, as they are before a noun.
    var isTight = false

    static let plain = ClauseStyle()

    /// The same style, denied where this is not and the other way round.
    var negated: ClauseStyle {
        ClauseStyle(adverb: adverb, isNegated: !isNegated, isTight: isTight)
    }

    /// The style of a clause that stands by itself.
    var independent: ClauseStyle { ClauseStyle(isNegated: isNegated, isTight: isTight) }

    /// `subject`, the adverb, a denial where there is one, and what is said of the subject.
    func clause(_ subject: String, _ predicate: String) -> String {
        subject + adverb + (isNegated ? "不" : "") + predicate
    }

    /// `subject`, the adverb, and what is said of the subject in the affirmative or in the negative.
    func clause(_ subject: String, _ affirmative: String, negated negative: String) -> String {
        subject + adverb + (isNegated ? negative : affirmative)
    }
}
