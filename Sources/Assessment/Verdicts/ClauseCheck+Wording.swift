import Standards

/// What there is to say of an outcome beside its own sentence: the same in explanations and pages.
extension ClauseCheck {
    /// What stands above the facts that are missing.
    package var lackTitle: String {
        outcome == .undetermined ? "缺少下列数据，补齐后方可判断" : "尚缺下列数据，补齐后结果可能改变"
    }

    /// What has to happen before the outcome changes; nil where nothing holds it, or a waiver stands beside it.
    package var conditionOfChange: String? {
        switch outcome {
        case .suspected: "须由评审人员认定：认定成立的为已触发，认定不成立的不再作为疑似"
        case .triggered where waivedBy != nil: nil
        case .triggered where decidedBy == nil: "数据更正后不再符合条件，或者获得豁免的，结论方可改变"
        case .triggered: "另有日期更晚的认定，或者获得豁免的，结论方可改变"
        case .undetermined: "补齐所缺数据后重新判断"
        case .warning, .clear, .notApplicable: nil
        }
    }
}
