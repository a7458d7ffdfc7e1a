/// Who has a part in what the calendar asks for.
package enum DutyParty: String, Sendable, Hashable, CaseIterable {
    case secretariat, prefecture, province, ministry

    package var title: String {
        switch self {
        case .secretariat: "秘书处"
        case .prefecture: "市州"
        case .province: "省级"
        case .ministry: "部级"
        }
    }
}
