internal import Collection
internal import FEEL
internal import Standards

extension FormDeclaration {
    /// `签字：甲某；日期：2024年2月20日；公章：有。`, and what is lacking.
    var sentence: String {
        let parts = [
            opinion.flatMap { $0.isEmpty ? nil : "意见：\($0.hasSuffix("。") ? String($0.dropLast()) : $0)" },
            signatory.isEmpty ? nil : "签字：\(signatory)",
            date.map { "日期：\($0.inChinese)" },
            isSealed == true ? "公章：有" : nil,
            lacking.isEmpty ? nil : "缺：\(lacking.joined(separator: "、"))",
        ]
        return parts.compactMap(\.self).joined(separator: "；") + "。"
    }
}
