package import Standards

/// How far two people agree who rated the same points.
///
/// With `n` points, `n_ij` of them rated i by the one and j by the other, `r_i` and `c_j` the sums of the rows and columns, and
/// linear weights `w_ij = 1 − |i − j| / (k − 1)` over the k = 3 grades:
///
///     p_o = Σ w_ij n_ij / n        p_e = Σ w_ij r_i c_j / n²        κ_w = (p_o − p_e) / (1 − p_e)
///
/// (J. Cohen, Weighted kappa, Psychological Bulletin 70, 1968). Where both use one and the same grade throughout,
/// `p_e` is 1 and κ_w is not defined, however well they agree: nil. Where each uses one grade throughout and not the
/// same, it is 0. It is nil without points.
package struct Agreement: Sendable, Hashable {
    package let points: Int
    /// On how many they find the same.
    package let agreed: Int
    /// Linearly weighted kappa, −1…1; nil where it is not defined.
    package let kappa: Double?

    package init(_ pairs: [(RatingGrade, RatingGrade)]) {
        let grades = RatingGrade.allCases
        let places = pairs.map { (grades.firstIndex(of: $0.0) ?? 0, grades.firstIndex(of: $0.1) ?? 0) }
        let (count, last) = (places.count, grades.count - 1)
        points = count
        agreed = places.count { $0.0 == $0.1 }
        // Everything times k − 1, so that the sums are whole numbers.
        let observed = places.reduce(0) { $0 + last - abs($1.0 - $1.1) }
        var expected = 0
        for first in grades.indices {
            for second in grades.indices {
                let (row, column) = (places.count { $0.0 == first }, places.count { $0.1 == second })
                expected += (last - abs(first - second)) * row * column
            }
        }
        let rest = last * count * count - expected
        kappa = rest == 0 ? nil : Double(observed * count - expected) / Double(rest)
    }

    /// 0…1; nil without points.
    package var share: Double? { points == 0 ? nil : Double(agreed) / Double(points) }
}
