/// Reads an XML document from front to back: elements with their namespaces, and text. A document type declaration is
/// refused, so there are no entities but the five that XML has itself. What is not well-formed is an error with its
/// line and column.
struct XMLReader: ~Copyable {
    enum Event {
        case start, end
        /// A piece of text; one text may come in several.
        case text
    }

    static let deepest = 256
    static let longestName = 1_024

    /// The document from somewhere on, in UTF-8; it moves on as the document is read.
    private(set) var window: [UInt8]
    private(set) var windowEnd = 0
    /// The next byte of the window to look at.
    var position = 0
    private let input: XMLInput

    /// How many elements are open: at the start of one it is among them, at its end no longer.
    private(set) var depth = 0
    /// The tag last read.
    var name = XMLName()
    var namespace = XMLNamespace.none
    var attributes = XMLAttributes()
    /// What the window does not have as it stands: text with its references resolved.
    var resolved: [UInt8] = []
    var text = XMLText()

    var scope = XMLScope()
    private var isEmptyElement = false
    var isInCharacterData = false
    private(set) var hasRoot = false

    /// - Parameter windowSize: in bytes; the window grows where a piece of markup needs more.
    init(_ stream: consuming PartStream, windowSize: Int = 1 << 16) {
        window = [UInt8](repeating: 0, count: windowSize)
        input = XMLInput(stream)
    }

    /// The next event; nil at the end of the document.
    mutating func next() throws(OfficeFileError) -> Event? {
        if isEmptyElement {
            isEmptyElement = false
            close()
            return .end
        }
        while true {
            if position == windowEnd, !(try fill()) {
                guard depth == 0, !isInCharacterData else { throw error(.endsTooSoon) }
                guard hasRoot else { throw error(.noElement) }
                return nil
            }
            if isInCharacterData || window[position] != UInt8(ascii: "<") {
                if try readText() { return .text }
            } else if let event = try readMarkup() {
                return event
            }
        }
    }

    /// Reads on to the next start of an element; false at the end of the document. Text, comments and ends between
    /// starts are passed over here, so that none of them can change what the reader of a part makes of an element.
    mutating func nextStart() throws(OfficeFileError) -> Bool { try nextStart(above: -1) }

    /// As ``nextStart()``, among what is deeper than `outside`, a number of open elements; false once that is left.
    mutating func nextStart(above outside: Int) throws(OfficeFileError) -> Bool {
        while depth > outside, let event = try next() {
            if event == .start { return true }
        }
        return false
    }

    /// Passes over what is left of the element whose start was read last.
    mutating func skip() throws(OfficeFileError) {
        let outside = depth - 1
        while depth > outside, try next() != nil {}
    }

    /// Adds the text of the element whose start was read last to `target`, and leaves the element. Text beyond `limit`
    /// bytes is dropped when there is one byte too many, for the caller to see.
    mutating func readText(into target: inout [UInt8], limit: Int) throws(OfficeFileError) {
        if target.count <= limit, readPlainText(into: &target) { return }
        let outside = depth - 1
        while depth > outside, let event = try next() {
            guard event == .text, target.count <= limit else { continue }
            appendText(to: &target)
        }
    }

    /// Does what ``readText(into:limit:)`` does where the element is nothing but text that stands for itself and the
    /// window has it whole, as nearly always; otherwise nothing, and says false.
    private mutating func readPlainText(into target: inout [UInt8]) -> Bool {
        guard !isEmptyElement else { return false }
        let run = plainRun()
        let nameLength = name.range.count
        let tag = position + run
        guard windowEnd - tag > nameLength + 2, isText("</", at: tag),
            window[tag + 2 + nameLength] == UInt8(ascii: ">"),
            scope.isOpen(window.span.extracting(tag + 2..<tag + 2 + nameLength))
        else { return false }
        append(position..<tag, of: window, to: &target)
        position = tag + nameLength + 3
        close()
        return true
    }

    /// Moves the window on so that the bytes from ``position`` are kept; false where the document has no more.
    mutating func fill() throws(OfficeFileError) -> Bool {
        defer { position = 0 }
        return try input.fill(&window, &windowEnd, from: position)
    }

    /// Whether `count` more bytes are there.
    mutating func ensure(_ count: Int) throws(OfficeFileError) -> Bool {
        while windowEnd - position < count {
            guard try fill() else { return false }
        }
        return true
    }

    /// A fault of the document's form at the byte that is `offset` after ``position``.
    func error(_ problem: XMLProblem, offset: Int = 0) -> OfficeFileError {
        fault(problem, at: min(position + offset, windowEnd))
    }

    /// A fault of the document's form at `offset` of the window.
    func fault(_ problem: XMLProblem, at offset: Int) -> OfficeFileError {
        OfficeFileError(.malformedXML(problem), part: input.part, position: input.position(of: offset, in: window))
    }

    /// A fault in what the document says, found where it is being read.
    func error(_ problem: OfficeFileError.Problem) -> OfficeFileError {
        OfficeFileError(problem, part: input.part, position: input.position(of: position, in: window))
    }

    /// Whether nothing of the document has been passed.
    var isAtStart: Bool { position == 0 && input.isAtStart }

    private mutating func readMarkup() throws(OfficeFileError) -> Event? {
        guard try ensure(2) else { throw error(.endsTooSoon) }
        switch window[position + 1] {
        case UInt8(ascii: "/"):
            try readEndTag()
            close()
            return .end
        case UInt8(ascii: "!"):
            try readDeclaration()
        case UInt8(ascii: "?"):
            try readInstruction()
        default:
            guard depth > 0 || !hasRoot else { throw error(.contentAfterEnd) }
            guard depth < Self.deepest else { throw error(.tooDeep(limit: Self.deepest)) }
            isEmptyElement = try readStartTag()
            depth += 1
            hasRoot = true
            return .start
        }
        return nil
    }

    private mutating func close() {
        namespace = scope.close()
        depth -= 1
    }
}
