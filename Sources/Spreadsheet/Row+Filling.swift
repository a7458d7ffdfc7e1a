extension Row {
    /// The row with other texts in some of its cells, by position; cells beyond its end are added.
    package func replacing(_ texts: [Int: String]) -> Row {
        var changed = Row(document: [])
        changed.start(number: number, isHidden: isHidden)
        changed.hide(columns: hidden)
        for position in 0..<max(count, (texts.keys.max() ?? -1) + 1) {
            if texts[position] == nil, let value = formatted(at: position) {
                changed.append(text(at: position), of: value)
                continue
            }
            let start = changed.spilled
            changed.spill((texts[position] ?? text(at: position)).utf8)
            changed.appendSpilled(from: start, type: texts[position] == nil ? type(at: position) : .text)
        }
        return changed
    }
}
