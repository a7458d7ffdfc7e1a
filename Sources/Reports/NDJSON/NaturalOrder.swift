/// The order in which people list codes: runs of digits compare as numbers, all else by its bytes, so that `2.1.1`
/// stands before `10.1.1` and `C9` before `C10`.
enum NaturalOrder {
    static func precedes(_ left: String, _ right: String) -> Bool {
        var left = left.utf8[...]
        var right = right.utf8[...]
        while let a = left.first, let b = right.first {
            if isDigit(a), isDigit(b) {
                let leftRun = takeNumber(&left)
                let rightRun = takeNumber(&right)
                if leftRun.count != rightRun.count { return leftRun.count < rightRun.count }
                if !leftRun.elementsEqual(rightRun) { return leftRun.lexicographicallyPrecedes(rightRun) }
            } else {
                if a != b { return a < b }
                left.removeFirst()
                right.removeFirst()
            }
        }
        return left.isEmpty && !right.isEmpty
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    /// Takes a run of digits off the front, leading zeros left out.
    private static func takeNumber(_ text: inout Substring.UTF8View) -> Substring.UTF8View {
        let end = text.firstIndex { !isDigit($0) } ?? text.endIndex
        let run = text[..<end].drop { $0 == UInt8(ascii: "0") }
        text = text[end...]
        return run
    }
}
