/// `list[2]`, `list[-1]`, and `list[a]` where `a` does not depend on the item.
final class SelectionNode: ValueNode {
    private let list: any Node
    private let selector: any Node

    init(_ list: any Node, by selector: any Node) {
        self.list = list
        self.selector = selector
    }

    func value(_ frame: Frame) -> Value {
        let list = list.value(frame)
        switch selector.value(frame) {
        case .number(let number): return list.item(at: number)
        case .boolean(true): return .list(list.isNull ? [] : list.items)
        default: return .list([])
        }
    }
}

/// `list[condition]`: the items for which the condition is true.
final class FilterNode: ValueNode {
    private let list: any Node
    private let itemSlot: Int
    private let condition: any Node
    /// The steps a round costs.
    private let cost: Int

    init(_ list: any Node, itemSlot: Int, condition: any Node, cost: Int) {
        self.cost = cost
        self.list = list
        self.itemSlot = itemSlot
        self.condition = condition
    }

    func value(_ frame: Frame) -> Value {
        let list = list.value(frame)
        if list.isNull { return .list([]) }
        let items = list.items
        var chosen: [Value] = []
        for (position, item) in items.enumerated() {
            guard frame.spend(cost) else { return .null }
            frame.locals[itemSlot] = item
            frame.recorder?.beginBinding("item", item)
            defer { frame.recorder?.endBinding() }
            switch condition.value(frame) {
            case .boolean(true): chosen.append(item)
            case .number(let number) where position == 0:
                // What looked like an entry of the item is a number from outside: an index.
                return list.item(at: number)
            default: continue
            }
        }
        return .list(chosen)
    }
}

extension Value {
    /// The item at a place from 1, or from −1 backward; null where there is none. Of a value that is not a list, the
    /// first item is the value.
    func item(at place: Decimal128) -> Value {
        let items = items
        guard let place = place.intValue else { return .null }
        if place > 0, place <= items.count { return items[place - 1] }
        if place < 0, place >= -items.count { return items[items.count + place] }
        return .null
    }
}
