internal import Standards

/// Faults of entries of the register of documents, held against what the edition asks for.
extension FindingKind {
    static let filings: [FindingKind] = [unknownFiling, filingWithoutPeriod, badFilingPeriod]

    package static let unknownFiling = FindingKind(
        "unknown-filing", .error, "材料类别无法识别", "材料类别应为{choices}之一，读到“{found}”，该行已收下，不计入应报材料。",
        "请改正类别后重新报送该行。")

    package static let filingWithoutPeriod = FindingKind(
        "filing-without-period", .error, "材料没有写期间", "“{kind}”每年一份，没有写是哪一年度的，该行已收下，不计入应报材料。",
        "请在“期间”一列写明年度（如2026）后重新报送该行。")

    package static let badFilingPeriod = FindingKind(
        "bad-filing-period", .error, "材料的期间无法识别", "“{kind}”的期间应以年份开头，读到“{found}”，该行已收下，不计入应报材料。",
        "请在“期间”一列写明年度（如2026）后重新报送该行。")
}
