/// A node that writes down what the node within it gives.
final class RecordedNode: ValueNode {
    private let node: any Node
    private let expression: Expression

    init(_ node: any Node, _ expression: Expression) {
        self.node = node
        self.expression = expression
    }

    func value(_ frame: Frame) -> Value {
        guard let recorder = frame.recorder else { return node.value(frame) }
        recorder.begin()
        let value = node.value(frame)
        recorder.end(expression, value)
        return value
    }
}
