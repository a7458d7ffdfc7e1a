import Assessment

/// The smallest change of one figure with which the verdict, or a clause, would come out otherwise, in one line.
struct FragilityLine {
    let fragility: Fragility?

    /// Empty where nothing is to be said.
    var html: HTML {
        guard let fragility else { return .empty }
        return "<p class=\"basis-line\">改变本结果的最小变动：\(fragility.text)</p>\n"
    }
}
