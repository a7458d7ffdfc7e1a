/// Which consortia hang together, each with another by tokens of at least so many observation points, by way of others
/// too.
///
/// Two that share tokens of `least` points share one among the tokens of each that are left when its commonest ones, of
/// `least` − 1 points together, are put aside. Only those are looked up; and who has been found to belong to a group is
/// not held against its other members. So the cost is that of reading all tokens, and of the pairs that share a rare
/// token and no more.
struct TokenGroups {
    private let shared: SharedTokens
    private let least: Int
    private var parents: [Int32]
    /// By row, one with which it was found to share enough; −1 where there is none.
    private(set) var links: [Int32]

    // Who holds a token, in groups: a chain of groups a token, and of each a chain of rows.
    private var firstGroups: [Int32]
    private var groups: [(row: Int32, holder: Int32, next: Int32)] = []
    private var holders: [(row: Int32, next: Int32)] = []

    private var checkedFor: [Int32]
    private var seenFor: [Int32]
    private var stamp: Int32 = 0

    init(_ shared: SharedTokens, least: Int, pointCount: Int) {
        self.shared = shared
        self.least = least
        parents = (0..<Int32(shared.rowCount)).map { $0 }
        links = Array(repeating: -1, count: shared.rowCount)
        firstGroups = Array(repeating: -1, count: shared.count)
        checkedFor = Array(repeating: -1, count: shared.rowCount)
        seenFor = Array(repeating: -1, count: pointCount)
        for row in 0..<shared.rowCount { place(row) }
    }

    /// The rows of each group, rising; by the first of them.
    var members: [[Int]] {
        mutating get {
            var places: [Int: Int] = [:]
            var members: [[Int]] = []
            for row in parents.indices where links[row] >= 0 {
                let root = Int(root(of: Int32(row)))
                if let place = places[root] {
                    members[place].append(row)
                } else {
                    places[root] = members.count
                    members.append([row])
                }
            }
            return members
        }
    }

    private mutating func place(_ row: Int) {
        let rare = rareTokens(of: row)
        for token in rare {
            var group = firstGroups[Int(token)]
            while group >= 0 {
                if root(of: groups[Int(group)].row) != root(of: Int32(row)) { join(row, groups[Int(group)].holder) }
                group = groups[Int(group)].next
            }
        }
        for token in rare { note(Int32(row), holds: Int(token)) }
    }

    /// Joins the row to the group of the first of these holders with which it shares enough.
    private mutating func join(_ row: Int, _ first: Int32) {
        var holder = first
        while holder >= 0 {
            let (other, next) = holders[Int(holder)]
            holder = next
            guard checkedFor[Int(other)] != row else { continue }
            checkedFor[Int(other)] = Int32(row)
            guard sharesEnough(row, Int(other)) else { continue }
            links[row] = other
            if links[Int(other)] < 0 { links[Int(other)] = Int32(row) }
            parents[Int(root(of: Int32(row)))] = root(of: other)
            return
        }
    }

    private mutating func note(_ row: Int32, holds token: Int) {
        let own = root(of: row)
        var group = firstGroups[token]
        while group >= 0 {
            if root(of: groups[Int(group)].row) == own {
                holders.append((row, groups[Int(group)].holder))
                groups[Int(group)].holder = Int32(holders.count - 1)
                return
            }
            group = groups[Int(group)].next
        }
        holders.append((row, -1))
        groups.append((row, Int32(holders.count - 1), firstGroups[token]))
        firstGroups[token] = Int32(groups.count - 1)
    }

    private mutating func root(of row: Int32) -> Int32 {
        var row = row
        while parents[Int(row)] != row {
            parents[Int(row)] = parents[Int(parents[Int(row)])]
            row = parents[Int(row)]
        }
        return row
    }

    /// Less the commonest tokens, of fewer points than are asked for.
    private mutating func rareTokens(of row: Int) -> ArraySlice<Int32> {
        let tokens = shared[row]
        var points = 0
        stamp += 1
        for place in tokens.indices.reversed() {
            let point = Int(shared.points[Int(tokens[place])])
            guard seenFor[point] != stamp else { continue }
            seenFor[point] = stamp
            points += 1
            if points == least { return tokens[...place] }
        }
        return tokens[tokens.startIndex..<tokens.startIndex]
    }

    mutating func sharesEnough(_ left: Int, _ right: Int) -> Bool {
        var points = 0
        stamp += 1
        shared.visitCommon(left, right) { token in
            let point = Int(shared.points[Int(token)])
            if seenFor[point] != stamp {
                seenFor[point] = stamp
                points += 1
            }
            return points < least
        }
        return points >= least
    }
}
