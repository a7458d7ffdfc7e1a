package import FEEL

/// The two kinds of body that the ministry designates.
package enum ConsortiumKind: String, Sendable, CaseIterable {
    /// 市域产教联合体
    case municipal
    /// 行业产教融合共同体
    case industry

    package var title: String {
        switch self {
        case .municipal: "市域产教联合体"
        case .industry: "行业产教融合共同体"
        }
    }

    /// As its documents call it after the first time.
    package var shortTitle: String {
        switch self {
        case .municipal: "联合体"
        case .industry: "共同体"
        }
    }
}

/// A designated consortium, as the register of consortia describes it.
package struct Consortium: Sendable, Hashable, Identifiable {
    package let id: String
    package let name: String
    package let kind: ConsortiumKind
    /// GB/T 2260 code of the province, six digits.
    package let province: String
    /// GB/T 2260 code of the prefecture; empty where there is none.
    package let prefecture: String
    package let park: String
    package let parkLevel: String
    package let leadSchool: String
    package let leadEnterprise: String
    package let cohort: String
    package let stage: String
    /// The day of designation; nil where the register leaves it blank.
    package let designatedOn: CalendarDate?
    /// The day from which the entry holds (renaming, a new lead unit, another prefecture); nil for from the beginning.
    package let validFrom: CalendarDate?
    /// The consortium that this one came of, by merger or split, or several (C001、C002); nil where there is none.
    package let predecessor: String?
    /// GB/T 2260 codes of the regions beside province and prefecture in which a cluster of cities lies.
    package let otherRegions: [String]
    /// The level at which it was designated, and since when; without a day of its own, since ``designatedOn``.
    package let level: DesignationLevel?
    package let levelOn: CalendarDate?

    package init(
        id: String, name: String, kind: ConsortiumKind, province: String, prefecture: String, park: String,
        parkLevel: String, leadSchool: String, leadEnterprise: String, cohort: String, stage: String,
        designatedOn: CalendarDate?, validFrom: CalendarDate? = nil, predecessor: String? = nil,
        otherRegions: [String] = [], level: DesignationLevel? = nil, levelOn: CalendarDate? = nil
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.province = province
        self.prefecture = prefecture
        self.park = park
        self.parkLevel = parkLevel
        self.leadSchool = leadSchool
        self.leadEnterprise = leadEnterprise
        self.cohort = cohort
        self.stage = stage
        self.designatedOn = designatedOn
        self.validFrom = validFrom
        self.predecessor = predecessor
        self.otherRegions = otherRegions
        self.level = level
        self.levelOn = levelOn
    }
}
