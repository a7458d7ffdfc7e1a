internal import Standards

/// Faults in what says which figure a row is about.
extension FindingKind {
    static let places: [FindingKind] = [
        unknownIndicator, unknownConsortium, badYear, badBasis, unknownRegion, missingKey, badPeriod,
    ]

    package static let unknownIndicator = FindingKind(
        "unknown-indicator", .error, "没有这个观测点", "标准中没有观测点“{found}”，本行未采用。",
        "{suggestion}")

    package static let unknownConsortium = FindingKind(
        "unknown-consortium", .error, "没有登记的联合体", "“{found}”不在登记表中，也不在本批登记表中，其数据登记后才参加评估。",
        "请核对编号；确未登记的，请报主管部门登记。")

    package static let badYear = FindingKind(
        "bad-year", .error, "年度不对", "年度应为四位年份（如2025），读到“{found}”，本行未采用。",
        "请改正后重报。")

    package static let badBasis = FindingKind(
        "bad-basis", .error, "口径不对", "口径应填“实际”或“承诺”，读到“{found}”，本行未采用。",
        "请改正后重报。")

    package static let unknownRegion = FindingKind(
        "unknown-region", .warning, "没有这个地区", "“{found}”不是GB/T 2260的代码或名称。",
        "请填六位代码或全称。")

    package static let badPeriod = FindingKind(
        "bad-period", .error, "期间不对", "{indicator}按年度报送，期间应留空或填“全年”，读到“{found}”，本行未采用。",
        "请报全年的数。")

    package static let missingKey = FindingKind(
        "missing-key", .error, "缺少必填项", "“{column}”不能为空，本行未采用。",
        "请补填后重报。")
}
