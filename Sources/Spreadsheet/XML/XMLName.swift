/// The name of an element or an attribute, as offsets in the window.
struct XMLName {
    var start: Int32 = 0
    /// Where the part after the prefix starts; ``start`` for a name without one.
    var local: Int32 = 0
    var end: Int32 = 0

    var hasPrefix: Bool { local > start }

    var range: Range<Int> { Int(start)..<Int(end) }
    var prefixRange: Range<Int> { Int(start)..<Int(local) - 1 }
    var localRange: Range<Int> { Int(local)..<Int(end) }
}

/// An attribute of the tag last read, as offsets.
struct XMLAttribute {
    let name: XMLName
    let valueStart: Int32
    let valueEnd: Int32
    var namespace = XMLNamespace.none
    /// Whether the value is among the resolved bytes rather than in the window.
    let isResolved: Bool

    init(_ name: XMLName, value: Range<Int>, isResolved: Bool) {
        self.name = name
        valueStart = Int32(truncatingIfNeeded: value.lowerBound)
        valueEnd = Int32(truncatingIfNeeded: value.upperBound)
        self.isResolved = isResolved
    }

    var value: Range<Int> { Int(valueStart)..<Int(valueEnd) }
}

/// The attributes of a tag. Their places are used again for those of the next, of which there are very many.
struct XMLAttributes {
    static let limit = 128

    private(set) var count = 0
    private var places: [XMLAttribute] = []

    subscript(index: Int) -> XMLAttribute {
        get { places[index] }
        set { places[index] = newValue }
    }

    mutating func removeAll() { count = 0 }

    mutating func append(_ attribute: XMLAttribute) {
        if count < places.count {
            places[count] = attribute
        } else {
            places.append(attribute)
        }
        count += 1
    }
}

/// The text last read, as offsets.
struct XMLText {
    var range = 0..<0
    /// Whether the text is among the resolved bytes rather than in the window.
    var isResolved = false
}
