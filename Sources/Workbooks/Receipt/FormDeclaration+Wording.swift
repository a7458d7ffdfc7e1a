internal import Collection
internal import FEEL

extension FormDeclaration {
    /// `签字：甲某；日期：2024-02-20；公章：有。`, and what is lacking.
    var sentence: String {
        let parts = [
            opinion.flatMap { $0.isEmpty ? nil : "意见：\($0.hasSuffix("。") ? String($0.dropLast()) : $0)" },
            signatory.isEmpty ? nil : "签字：\(signatory)",
            date.map { "日期：\($0)" },
            isSealed == true ? "公章：有" : nil,
            lacking.isEmpty ? nil : "缺：\(lacking.joined(separator: "、"))",
        ]
        return parts.compactMap(\.self).joined(separator: "；") + "。"
    }
}
