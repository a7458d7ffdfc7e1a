/// A word that answers a doubt about a figure (统计口径调整, 政策变化 …), which people write before what they have to say.
package struct ExplanationCode: Sendable, Hashable {
    package let title: String
    /// Whether the word alone says nothing, as 其他 does.
    package let needsText: Bool
    /// Whether what is said is a reason for giving a figure of an earlier year differently.
    package let isReason: Bool

    package init(title: String, needsText: Bool = false, isReason: Bool = false) {
        self.title = title
        self.needsText = needsText
        self.isReason = isReason
    }
}
