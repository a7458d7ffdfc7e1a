package import FEEL

/// Somebody who may put things on record, as `pipelines/actors.yml` names him or her.
package struct Actor: Sendable, Hashable {
    /// As it stands in 认定人; no two actors of one name.
    package let name: String
    package let role: Role
    /// GB/T 2260 code of the region that he or she speaks for; empty for the whole country.
    package let region: String
    /// Where he or she works or has an interest: a tie to a consortium that one of them belongs to (回避).
    package let units: [Institution]
    /// Ids of consortia that he or she keeps away from for another reason (申请回避).
    package let recusals: [String]
    /// Ids of the consortia that a 秘书处 speaks for; empty for every other role.
    package let consortia: [String]
    /// The first and the last day of the appointment; nil where it has no end on that side.
    package let from: CalendarDate?
    package let until: CalendarDate?
    /// What he or she signs decisions with; nil where decisions are not signed.
    package let key: PublicKey?

    package init(
        name: String, role: Role, region: String = "", units: [Institution] = [], recusals: [String] = [],
        consortia: [String] = [], from: CalendarDate? = nil, until: CalendarDate? = nil, key: PublicKey? = nil
    ) {
        self.name = name
        self.role = role
        self.region = region
        self.units = units
        self.recusals = recusals
        self.consortia = consortia
        self.from = from
        self.until = until
        self.key = key
    }

    /// Whether he or she held the role on a day.
    func isAppointed(on day: CalendarDate) -> Bool {
        (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
    }
}
