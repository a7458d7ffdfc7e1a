import FEEL

extension ObservedValue {
    /// The value as people write it; nil where nothing was reported.
    package var text: String? {
        switch self {
        case .number(let number): number.description
        case .truth(let truth): truth ? "是" : "否"
        case .text(let text), .rejected(let text): text
        case .notApplicable: "不适用"
        case .missing, .withdrawn: nil
        }
    }
}
