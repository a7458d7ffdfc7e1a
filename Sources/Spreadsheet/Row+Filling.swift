extension Row {
    /// The row with texts in cells that had none; cells beyond its end are added.
    package func filling(_ texts: [Int: String]) -> Row {
        var filled = Row(document: [])
        filled.start(number: number, isHidden: isHidden)
        for position in 0..<max(count, (texts.keys.max() ?? -1) + 1) {
            let own = text(at: position)
            let start = filled.spilled
            filled.spill((own.isEmpty ? texts[position] ?? "" : own).utf8)
            filled.appendSpilled(from: start, type: own.isEmpty ? .text : type(at: position))
        }
        return filled
    }
}
