import Collection
import Standards
import Store

extension RunRecord.Status {
    var title: String {
        switch self {
        case .running: "进行中"
        case .finished: "完成"
        case .failed: "失败"
        case .aborted: "中断"
        }
    }
}

extension FindingCount {
    /// `错误 应为数字`, `已说明 较上年剧增`
    var title: String {
        guard let kind = FindingKind.named(kind) else { return "\(severity) \(kind)" }
        return "\(isAnswered ? "已说明" : kind.severity.title) \(kind.title)"
    }
}
