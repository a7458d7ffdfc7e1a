import Standards

/// What several consortia report alike in one year: each figure of an indicator that two or more hold is a token, and a
/// consortium is the tokens it holds.
///
/// Tokens are numbered from the rarest to the commonest, which lets pairs be found without looking at all of them.
struct SharedTokens {
    /// By token.
    private(set) var ordinals: [Int16] = []
    private(set) var points: [Int16] = []
    /// The tokens of a row, rising, are those from its start to the next one's.
    private var starts: [Int32]
    private var tokens: [Int32] = []

    var count: Int { ordinals.count }
    var rowCount: Int { starts.count - 1 }

    /// The tokens of a consortium, the rarest first.
    subscript(row: Int) -> ArraySlice<Int32> { tokens[Int(starts[row])..<Int(starts[row + 1])] }

    init(_ table: FigureTable, year: Int) {
        starts = Array(repeating: 0, count: table.count + 1)
        var holdings: [(row: Int32, token: Int32)] = []
        var frequencies: [Int32] = []
        var held: [(figure: UInt64, row: Int32)] = []
        for (place, column) in table.columns.enumerated() {
            held.removeAll(keepingCapacity: true)
            for (row, figure) in table.figures(year: year, column: place).enumerated() where figure != 0 {
                held.append((figure, Int32(row)))
            }
            held.sort(by: <)
            var start = 0
            while start < held.count {
                var end = start + 1
                while end < held.count, held[end].figure == held[start].figure { end += 1 }
                if end - start > 1 {
                    for holder in held[start..<end] { holdings.append((holder.row, Int32(frequencies.count))) }
                    frequencies.append(Int32(end - start))
                    ordinals.append(Int16(column.ordinal))
                    points.append(Int16(column.point))
                }
                start = end
            }
        }
        sortByRow(holdings, numbering: renumber(frequencies))
    }

    /// - Returns: the new number of each token.
    private mutating func renumber(_ frequencies: [Int32]) -> [Int32] {
        let order = frequencies.indices.sorted { (frequencies[$0], $0) < (frequencies[$1], $1) }
        var numbers = [Int32](repeating: 0, count: order.count)
        for (number, token) in order.enumerated() { numbers[token] = Int32(number) }
        ordinals = order.map { ordinals[$0] }
        points = order.map { points[$0] }
        return numbers
    }

    private mutating func sortByRow(_ holdings: [(row: Int32, token: Int32)], numbering: [Int32]) {
        for holding in holdings { starts[Int(holding.row) + 1] += 1 }
        for row in 1..<starts.count { starts[row] += starts[row - 1] }
        var ends = starts
        tokens = Array(repeating: 0, count: holdings.count)
        for holding in holdings {
            tokens[Int(ends[Int(holding.row)])] = numbering[Int(holding.token)]
            ends[Int(holding.row)] += 1
        }
        for row in 0..<rowCount { tokens[Int(starts[row])..<Int(starts[row + 1])].sort() }
    }

    /// The tokens that both hold, rising.
    func common(_ left: Int, _ right: Int) -> [Int32] {
        var common: [Int32] = []
        visitCommon(left, right) { token in
            common.append(token)
            return true
        }
        return common
    }

    /// Hands over the tokens that both hold until `goesOn` returns false.
    @inline(__always)
    func visitCommon(_ left: Int, _ right: Int, _ goesOn: (Int32) -> Bool) {
        var (one, other) = (Int(starts[left]), Int(starts[right]))
        let (oneEnd, otherEnd) = (Int(starts[left + 1]), Int(starts[right + 1]))
        while one < oneEnd, other < otherEnd {
            let (first, second) = (tokens[one], tokens[other])
            if first == second, !goesOn(first) { return }
            if first <= second { one += 1 }
            if second <= first { other += 1 }
        }
    }

    /// How many observation points these tokens are of.
    func pointCount(_ tokens: [Int32]) -> Int { Set(tokens.map { points[Int($0)] }).count }
}
