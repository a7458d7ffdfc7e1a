extension XMLReader {
    /// Whether the tag last read is of the element.
    @inline(__always)
    func isAt(_ namespace: XMLNamespace, _ local: StaticString) -> Bool {
        self.namespace == namespace && name.localRange.count == local.utf8CodeUnitCount
            && isText(local, at: name.localRange.lowerBound)
    }

    /// The value of an attribute of the tag last read; nil where it has none.
    func attribute(_ local: StaticString, in namespace: XMLNamespace = .none) -> String? {
        withAttribute(local, in: namespace) { String(copying: $0) }
    }

    /// Shows the value of an attribute of the tag last read to `body`.
    @inline(__always)
    func withAttribute<Result>(
        _ local: StaticString, in namespace: XMLNamespace = .none, _ body: (Span<UInt8>) -> Result
    ) -> Result? {
        for index in 0..<attributes.count where attributes[index].namespace == namespace {
            let attribute = attributes[index]
            let name = attribute.name.localRange
            guard name.count == local.utf8CodeUnitCount, isText(local, at: name.lowerBound) else { continue }
            return body((attribute.isResolved ? resolved.span : window.span).extracting(attribute.value))
        }
        return nil
    }

    /// Adds the text last read to `target`.
    @inline(__always)
    func appendText(to target: inout [UInt8]) {
        append(text.range, of: text.isResolved ? resolved : window, to: &target)
    }

    @inline(__always)
    func append(_ range: Range<Int>, of bytes: [UInt8], to target: inout [UInt8]) {
        bytes.withUnsafeBufferPointer { target.append(contentsOf: UnsafeBufferPointer(rebasing: $0[range])) }
    }

    /// Whether the window has `text` at `offset`; it must reach that far.
    @inline(__always)
    func isText(_ text: StaticString, at offset: Int) -> Bool {
        let bytes = window.span
        for index in 0..<text.utf8CodeUnitCount where bytes[offset + index] != text.utf8Start[index] { return false }
        return true
    }

    func string(_ range: Range<Int>) -> String { String(decoding: window[range], as: UTF8.self) }
}

extension XMLReader {
    @inline(__always)
    func isSame(_ left: XMLName, _ right: XMLName) -> Bool {
        let (left, right) = (left.range, right.range)
        guard left.count == right.count else { return false }
        let bytes = window.span
        for offset in 0..<left.count where bytes[left.lowerBound + offset] != bytes[right.lowerBound + offset] {
            return false
        }
        return true
    }

    /// Whether an attribute declares a namespace: `xmlns` or `xmlns:prefix`.
    @inline(__always)
    func isDeclaration(_ name: XMLName) -> Bool {
        let word = name.hasPrefix ? name.prefixRange : name.range
        return word.count == 5 && isText("xmlns", at: word.lowerBound)
    }

    /// Takes note of the namespaces that the tag last read declares.
    mutating func declareNamespaces() throws(OfficeFileError) {
        for index in 0..<attributes.count where isDeclaration(attributes[index].name) {
            let attribute = attributes[index]
            let name = attribute.name
            let uri = (attribute.isResolved ? resolved : window)[attribute.value]
            let prefix = name.hasPrefix ? window[name.localRange] : []
            guard !name.hasPrefix || !uri.isEmpty else { throw fault(.syntax, at: name.range.lowerBound) }
            guard scope.bindingCount < XMLScope.mostBindings else {
                throw fault(.tooManyNamespaces(limit: XMLScope.mostBindings), at: name.range.lowerBound)
            }
            scope.declare(prefix, XMLNamespace(uri: String(decoding: uri, as: UTF8.self)))
        }
    }

    /// Finds the namespaces of the tag last read and of its attributes.
    mutating func resolvePrefixes() throws(OfficeFileError) {
        namespace = name.hasPrefix ? try namespace(of: name) : scope.namespace
        for index in 0..<attributes.count where attributes[index].name.hasPrefix {
            let name = attributes[index].name
            attributes[index].namespace = isDeclaration(name) ? .xmlns : try namespace(of: name)
        }
    }

    private func namespace(of name: XMLName) throws(OfficeFileError) -> XMLNamespace {
        let prefix = window[name.prefixRange]
        guard let namespace = scope.namespace(of: prefix) else {
            throw fault(.undeclaredPrefix(String(decoding: prefix, as: UTF8.self)), at: name.range.lowerBound)
        }
        return namespace
    }
}

extension String {
    init(copying bytes: Span<UInt8>) {
        self = bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }
}
