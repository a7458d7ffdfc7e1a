/// A series as a line the height of a word: a dot a year, the last one larger, a gap where nothing was reported.
struct Sparkline {
    /// A value a year, NaN where none was reported.
    let values: [Double]
    /// What a screen reader says.
    let description: String

    private static let width = 84.0
    private static let height = 24.0
    private static let margin = 4.0

    var html: HTML {
        let points = self.points
        guard points.contains(where: { $0 != nil }) else { return .empty }
        let lines: [HTML] = segments(points).filter { $0.count > 1 }.map { segment in
            let coordinates = segment.map { "\(coordinate($0.x)),\(coordinate($0.y))" }.joined(separator: " ")
            return "<polyline points=\"\(coordinates)\"/>"
        }
        let last = points.lastIndex { $0 != nil }
        let dots: [HTML] = points.enumerated().compactMap { index, point in
            point.map { point in
                let isLast = index == last
                return """
                    <circle\(isLast ? " class=\"last\"" : "" as HTML) cx="\(coordinate(point.x))" \
                    cy="\(coordinate(point.y))" r="\(isLast ? "2.6" : "1.6")"/>
                    """
            }
        }
        return """
            <svg class="spark" viewBox="0 0 \(Int(Self.width)) \(Int(Self.height))" width="\(Int(Self.width))" \
            height="\(Int(Self.height))" role="img" aria-label="\(description)">\(lines)\(dots)</svg>
            """
    }

    private typealias Point = (x: Double, y: Double)

    private var points: [Point?] {
        let known = values.filter(\.isFinite)
        guard let least = known.min(), let most = known.max() else { return [] }
        let step = values.count > 1 ? (Self.width - 2 * Self.margin) / Double(values.count - 1) : 0
        return values.enumerated().map { index, value in
            guard value.isFinite else { return nil }
            // A level series runs along the middle.
            let share = most > least ? (value - least) / (most - least) : 0.5
            return (
                x: Self.margin + Double(index) * step,
                y: Self.height - Self.margin - share * (Self.height - 2 * Self.margin)
            )
        }
    }

    private func segments(_ points: [Point?]) -> [[Point]] {
        points.split { $0 == nil }.map { $0.compactMap { $0 } }
    }

    private func coordinate(_ value: Double) -> String { Figures.decimal(value, places: 1) }
}
