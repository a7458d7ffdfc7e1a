/// The elements that are open, and what prefixes mean in them.
struct XMLScope {
    private struct Element {
        /// Where its name starts in ``names``.
        let name: Int
        let namespace: XMLNamespace
        /// What holds again when it is closed.
        let outer: Declared
    }

    private struct Binding {
        let prefix: [UInt8]
        let key: UInt64
        let namespace: XMLNamespace

        init(prefix: ArraySlice<UInt8>, namespace: XMLNamespace) {
            self.prefix = Array(prefix)
            key = Self.key(of: prefix)
            self.namespace = namespace
        }

        /// The first eight bytes of a prefix, which nearly always tell it from others.
        static func key(of prefix: ArraySlice<UInt8>) -> UInt64 {
            prefix.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
        }
    }

    static let mostBindings = 128

    private struct Declared {
        /// Of elements without a prefix.
        var namespace: XMLNamespace
        /// How many of ``bindings``.
        var bindings: Int
    }

    private var elements: [Element] = []
    /// The names of the open elements, one after the other, up to ``namesEnd``.
    private var names: [UInt8] = []
    private var namesEnd = 0
    private var bindings = [Binding(prefix: Array("xml".utf8)[...], namespace: .xml)]
    /// With what the element to be opened next has declared by now.
    private var inner = Declared(namespace: .none, bindings: 1)
    private var outer = Declared(namespace: .none, bindings: 1)

    /// Declares what `prefix`, empty for elements without one, means in the element that is opened next.
    mutating func declare(_ prefix: ArraySlice<UInt8>, _ namespace: XMLNamespace) {
        if prefix.isEmpty {
            inner.namespace = namespace
        } else {
            bindings.append(Binding(prefix: prefix, namespace: namespace))
            inner.bindings += 1
        }
    }

    /// Of elements without a prefix.
    var namespace: XMLNamespace { inner.namespace }

    /// How many prefixes are declared by now, those that hide others among them.
    var bindingCount: Int { bindings.count }

    /// What a prefix means; nil where it was not declared.
    func namespace(of prefix: ArraySlice<UInt8>) -> XMLNamespace? {
        let key = Binding.key(of: prefix)
        return bindings.last { $0.key == key && $0.prefix.elementsEqual(prefix) }?.namespace
    }

    /// Opens the element whose name is at `range` of `bytes`.
    mutating func open(_ bytes: [UInt8], _ range: Range<Int>, _ namespace: XMLNamespace) {
        elements.append(Element(name: namesEnd, namespace: namespace, outer: outer))
        let end = namesEnd + range.count
        if names.count < end { names.append(contentsOf: repeatElement(0, count: end - names.count)) }
        for index in range {
            names[namesEnd] = bytes[index]
            namesEnd += 1
        }
        outer = inner
    }

    /// The name of the element opened last; nil where none is open.
    var openName: ArraySlice<UInt8>? { elements.last.map { names[$0.name..<namesEnd] } }

    /// Whether the element opened last has the name.
    func isOpen(_ name: Span<UInt8>) -> Bool {
        guard let element = elements.last, namesEnd - element.name == name.count else { return false }
        for index in name.indices where names[element.name + index] != name[index] { return false }
        return true
    }

    /// Closes the element opened last and gives its namespace.
    mutating func close() -> XMLNamespace {
        guard let element = elements.popLast() else { return .none }
        namesEnd = element.name
        if bindings.count > element.outer.bindings { bindings.removeSubrange(element.outer.bindings...) }
        inner = element.outer
        outer = element.outer
        return element.namespace
    }
}
