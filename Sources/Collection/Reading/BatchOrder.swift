internal import FEEL
internal import Foundation
internal import Spreadsheet
internal import Standards

/// Puts the files of a batch in order, and finds those whose order cannot be told.
///
/// What was sent later counts, so the files of one subject go by the day on which they were received, as a manifest
/// says; then by when each was last saved, where all of them say so; then by what their names tell.
struct BatchOrder {
    private(set) var items: [Batch.Item]
    private let names: [String: NaturalName]
    /// The subjects whose files all say when they were saved, each another time or not.
    private var savedSubjects: Set<Subject> = []

    /// Files that revise one another: of one sender, about one consortium.
    private struct Subject: Hashable {
        let rank: Int
        let receivedOn: CalendarDate?
        let region: String
        let sender: String
        let isOfSecretariat: Bool
        let consortium: String

        init(of item: Batch.Item, about consortium: String) {
            rank = item.rank
            receivedOn = item.receivedOn
            region = item.arrival.root.region
            sender = item.arrival.line?.sender ?? ""
            isOfSecretariat = item.arrival.isOfSecretariat
            self.consortium = consortium
        }
    }

    init(_ items: [Batch.Item], isKnown: (String) -> Bool = { _ in false }) {
        names = Dictionary(items.map { ($0.path, NaturalName($0.name)) }) { first, _ in first }
        self.items = []
        self.items = items.sorted { precedes($0, $1) }
        orderBySaving()
        for position in items.indices { self.items[position].order = order(of: self.items[position]) }
        findContests(isKnown)
    }

    private func precedes(_ left: Batch.Item, _ right: Batch.Item) -> Bool {
        if left.rank != right.rank { return left.rank < right.rank }
        switch (left.receivedOn, right.receivedOn) {
        case (let day?, let otherDay?) where day != otherDay: return day < otherDay
        case (.some, nil): return true
        case (nil, .some): return false
        default: break
        }
        let relation = relation(left, right)
        if relation.order != 0 { return relation.order < 0 }
        return left.path.utf8.lexicographicallyPrecedes(right.path.utf8)
    }

    private func relation(_ left: Batch.Item, _ right: Batch.Item) -> NaturalName.Relation {
        guard let name = names[left.path], let other = names[right.path] else { return (0, false) }
        return name.relation(to: other)
    }

    /// The subject of a file about one consortium; nil for others.
    private func subject(of item: Batch.Item) -> Subject? {
        guard item.subjects.count == 1, let consortium = item.subjects.first else { return nil }
        return Subject(of: item, about: consortium)
    }

    /// When the file was saved where that is what its subject goes by, then its name.
    private func order(of item: Batch.Item) -> String {
        let name = names[item.path]?.sortKey ?? item.name
        guard let savedAt = item.glimpse.savedAt, let subject = subject(of: item), savedSubjects.contains(subject)
        else {
            return name
        }
        let seconds = String(Int(savedAt.timeIntervalSince1970.rounded(.down)))
        return "s\(String(repeating: "0", count: max(0, 12 - seconds.count)))\(seconds)\u{1}\(name)"
    }

    /// Lets the files of a subject change places among themselves.
    private mutating func orderBySaving() {
        let positions = Dictionary(grouping: items.indices) { subject(of: items[$0]) }
        for case (let subject?, let positions) in positions {
            let group = positions.map { items[$0] }
            guard group.allSatisfy({ $0.glimpse.savedAt != nil }) else { continue }
            savedSubjects.insert(subject)
            let saved = group.enumerated().sorted {
                ($0.element.glimpse.savedAt ?? .distantPast, $0.offset)
                    < ($1.element.glimpse.savedAt ?? .distantPast, $1.offset)
            }
            for (position, (_, item)) in zip(positions, saved) { items[position] = item }
        }
    }

    /// Whether something tells which of two files was sent later.
    private func isTold(_ left: Batch.Item, _ right: Batch.Item) -> Bool {
        if left.receivedOn != right.receivedOn { return true }
        if let subject = subject(of: left), subject == self.subject(of: right), savedSubjects.contains(subject),
            left.glimpse.savedAt != right.glimpse.savedAt
        {
            return true
        }
        return relation(left, right).isTold
    }

    /// Brings together the files that may give the same figure though nothing says which of them is the later one.
    private mutating func findContests(_ isKnown: (String) -> Bool) {
        var known: [Int: Bool] = [:]
        func isNew(_ position: Int) -> Bool {
            if let isKnown = known[position] { return !isKnown }
            let digest = try? SourceFile.digest(of: items[position].location, size: items[position].size)
            known[position] = digest.map(isKnown) ?? false
            return known[position] == false
        }
        // Files that differ in any of these are no rivals.
        var positions: [Subject: [Int]] = [:]
        for position in items.indices where items[position].rank == Batch.Item.lastRank {
            let item = items[position]
            guard item.mayGiveFigures else { continue }
            for consortium in item.subjects {
                positions[Subject(of: item, about: consortium), default: []].append(position)
            }
        }
        var rivals: [Int: Set<Int>] = [:]
        for group in positions.values {
            for (index, left) in group.enumerated() {
                for right in group[(index + 1)...]
                where isRival(items[left], items[right]) && isNew(left) && isNew(right) {
                    rivals[left, default: []].insert(right)
                    rivals[right, default: []].insert(left)
                }
            }
        }
        var seen: Set<Int> = []
        for start in rivals.keys.sorted() where seen.insert(start).inserted {
            var members = [start]
            var next = 0
            while next < members.count {
                members += (rivals[members[next]] ?? []).sorted().filter { seen.insert($0).inserted }
                next += 1
            }
            members.sort()
            let contest = Contest(
                members.map { items[$0] },
                rivals: members.map { member in
                    Set(members.indices.filter { rivals[member]?.contains(members[$0]) == true })
                })
            for member in members { items[member].contest = contest }
        }
    }

    private func isRival(_ left: Batch.Item, _ right: Batch.Item) -> Bool {
        left.path != right.path && left.arrival.line?.sender == right.arrival.line?.sender && !isTold(left, right)
    }
}

extension Batch.Item {
    /// Manifests come first, then registers of consortia, then all else.
    fileprivate static let lastRank = 2

    fileprivate var rank: Int {
        switch form {
        case .manifest: 0
        case .consortia: 1
        default: Self.lastRank
        }
    }

    /// Whether there may be figures in the file, of which alone two files can say different things: a text holds one
    /// table, and its first rows tell which.
    fileprivate var mayGiveFigures: Bool {
        format != .other || form.map { $0.collectedAs == .observations } ?? true
    }

    fileprivate var receivedOn: CalendarDate? { arrival.line?.receivedOn }

    /// Whom the file may be about, as its cover or its first rows say; where they do not, as the folder that it is in.
    fileprivate var subjects: Set<String> {
        if let consortium = arrival.line?.consortium { return [consortium] }
        if !glimpse.consortia.isEmpty { return glimpse.consortia }
        return Set(arrival.folders.suffix(1).map(\.identifier))
    }
}
