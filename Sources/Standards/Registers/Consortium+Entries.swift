package import FEEL

extension Consortium {
    /// The regions whose policies are for the consortium: its province, its prefecture, and the others of a cluster of
    /// cities.
    package var regions: [String] {
        ([province] + homes).filter { !$0.isEmpty }
    }

    /// Where it lies: its prefecture and the other regions of a cluster; its province where it names none.
    package var homes: [String] {
        let prefectures = prefecture.split { !$0.isNumber }.map(String.init) + otherRegions
        return prefectures.isEmpty ? [province] : prefectures
    }

    /// The consortia that this one came of, several after a merger; empty where there is none.
    package var predecessors: [String] {
        (predecessor ?? "").split { "、,，;； ".contains($0) }.map(String.init).filter { $0 != id }
    }

    /// The entry with what it leaves blank as an `earlier` entry of the same consortium says it: a new name says nothing
    /// of the park.
    package func filled(from earlier: Consortium) -> Consortium {
        func filled(_ field: KeyPath<Consortium, String>) -> String {
            self[keyPath: field].isEmpty ? earlier[keyPath: field] : self[keyPath: field]
        }
        // Whoever names a place means the whole of it.
        let staysPut = province.isEmpty && prefecture.isEmpty && otherRegions.isEmpty
        let place = staysPut ? earlier : self
        return Consortium(
            id: id, name: filled(\.name), kind: kind, province: place.province, prefecture: place.prefecture,
            park: filled(\.park), parkLevel: filled(\.parkLevel), leadSchool: filled(\.leadSchool),
            leadEnterprise: filled(\.leadEnterprise), cohort: filled(\.cohort), stage: filled(\.stage),
            designatedOn: designatedOn ?? earlier.designatedOn, validFrom: validFrom,
            predecessor: predecessor ?? earlier.predecessor, otherRegions: place.otherRegions,
            level: level ?? earlier.level, levelOn: level == nil ? earlier.levelOn : levelOn)
    }

    /// The days on which it was designated, as this entry tells: each with its level, nil where the register names none.
    var designations: [(level: DesignationLevel?, day: CalendarDate)] {
        guard let level, let levelOn else { return designatedOn.map { [(level, $0)] } ?? [] }
        // A day of designation beside that of its level is that of the level before it.
        guard let designatedOn, designatedOn < levelOn, let below = level.next else { return [(level, levelOn)] }
        return [(below, designatedOn), (level, levelOn)]
    }
}

extension [Consortium] {
    /// Of several register entries of one consortium, in the order of ``Consortium/validFrom``, the one that holds on
    /// `day`; the first before any does.
    package func entry(on day: CalendarDate) -> Consortium? {
        last { $0.validFrom.map { $0 <= day } ?? true } ?? first
    }

    /// The entries of one consortium in the order of the days they hold from, one without a day first, each with what it
    /// leaves blank as the one before says it.
    package var inOrderOfValidity: [Consortium] {
        guard count > 1 else { return self }
        let sorted = enumerated().sorted { left, right in
            let (first, second) = (left.element.validFrom, right.element.validFrom)
            if first == second { return left.offset < right.offset }
            guard let second else { return false }
            return first.map { $0 < second } ?? true
        }
        return sorted.reduce(into: []) { entries, next in
            entries.append(entries.last.map { next.element.filled(from: $0) } ?? next.element)
        }
    }

    /// The first day on which the register tells of a designation at `level`; nil where it tells of none.
    package func designatedOn(exactly level: DesignationLevel) -> CalendarDate? {
        flatMap(\.designations).filter { $0.level == level }.map(\.day).min()
    }

    /// The day of designation that counts where an edition counts from `level`: the first on which the consortium was
    /// designated at that level or a higher one.
    /// - Returns: whether it is designated at all as far as the register tells, and since when; a register that names no
    ///   level means the one that counts.
    package func designation(at level: DesignationLevel?) -> (isBelow: Bool, day: CalendarDate?) {
        let all = flatMap(\.designations)
        guard let level, contains(where: { $0.level != nil }) else {
            return (false, last?.designatedOn)
        }
        let counting = all.filter { $0.level.map { $0 >= level } ?? false }.map(\.day)
        let isBelow = !contains { $0.level.map { $0 >= level } ?? false }
        return (isBelow, counting.min())
    }
}
