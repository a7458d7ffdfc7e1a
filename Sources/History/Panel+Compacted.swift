extension Panel {
    /// The panel with the texts that its cells hold and no others, in the order of the cells: however a panel was made,
    /// the same cells are the same bytes.
    package var compacted: Panel {
        guard !pool.texts.isEmpty else { return self }
        var texts = TextPool()
        func kept(_ cell: PackedCell) -> PackedCell {
            switch PackedCell.Tag(rawValue: cell.tagBits) {
            case .text?, .rejected?, .pooledNumber?:
                let place = texts.place(of: pool[cell.coefficient])
                return PackedCell(bits: cell.bits & 0xFF | UInt64(bitPattern: place) << 8)
            default: return cell
            }
        }
        let actual = actual.map(kept)
        let committed = committed.map(kept)
        let plans = plans.map { Plan(index: $0.index, cell: kept($0.cell)) }
        return Panel(
            layout: layout, actual: actual, committed: committed, plans: plans, locators: locators, pool: texts)
    }
}
