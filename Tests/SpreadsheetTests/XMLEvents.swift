import CExpat

@testable import Spreadsheet

/// What a document says, in a form in which two parsers can be held against each other.
struct XMLEvents: Equatable, CustomStringConvertible {
    private(set) var description = ""
    private var text = ""

    /// As our reader reads it.
    init(_ bytes: [UInt8], windowSize: Int = 1 << 16) throws(OfficeFileError) {
        var xml = try XMLReader(bytes, windowSize: windowSize)
        while let event = try xml.next() {
            switch event {
            case .start:
                let name = xml.string(xml.name.localRange)
                var attributes: [String] = []
                for index in 0..<xml.attributes.count where !xml.isDeclaration(xml.attributes[index].name) {
                    let attribute = xml.attributes[index]
                    let value =
                        attribute.isResolved
                        ? String(decoding: xml.resolved[attribute.value], as: UTF8.self) : xml.string(attribute.value)
                    attributes.append(
                        Self.name(xml.string(attribute.name.localRange), in: attribute.namespace) + "=" + value)
                }
                start(Self.name(name, in: xml.namespace), attributes)
            case .end:
                end(Self.name(xml.string(xml.name.localRange), in: xml.namespace))
            case .text:
                var bytes: [UInt8] = []
                xml.appendText(to: &bytes)
                text += String(decoding: bytes, as: UTF8.self)
            }
        }
    }

    /// As expat reads it; nil where it refuses.
    init?(expat bytes: [UInt8]) {
        self.init()
        guard let parser = XML_ParserCreateNS(nil, 0x7C) else { return nil }
        defer { XML_ParserFree(parser) }
        let isRead = withUnsafeMutablePointer(to: &self) { events in
            XML_SetUserData(parser, events)
            XML_SetElementHandler(
                parser,
                { data, name, list in
                    XMLEvents.change(data) { $0.start(XMLEvents.name(expat: name), XMLEvents.attributes(expat: list)) }
                },
                { data, name in
                    XMLEvents.change(data) { $0.end(XMLEvents.name(expat: name)) }
                })
            XML_SetCharacterDataHandler(parser) { data, characters, count in
                guard let characters else { return }
                let bytes = UnsafeRawBufferPointer(start: characters, count: Int(count))
                XMLEvents.change(data) { $0.text += String(decoding: bytes, as: UTF8.self) }
            }
            return bytes.withUnsafeBytes {
                XML_Parse(parser, $0.baseAddress?.assumingMemoryBound(to: CChar.self), CInt($0.count), 1)
                    == XML_STATUS_OK
            }
        }
        guard isRead else { return nil }
    }

    private init() {}

    private mutating func start(_ name: String, _ attributes: [String]) {
        flush()
        description += "<\(([name] + attributes).joined(separator: " "))>"
    }

    private mutating func end(_ name: String) {
        flush()
        description += "</\(name)>"
    }

    private mutating func flush() {
        if !text.isEmpty { description += "[\(text)]" }
        text = ""
    }

    private static func name(_ local: String, in namespace: XMLNamespace) -> String {
        namespace == .none ? local : "\(namespace)|\(local)"
    }

    private static func name(expat name: UnsafePointer<CChar>?) -> String {
        let parts = name.map { String(cString: $0) }?.split(separator: "|", omittingEmptySubsequences: false) ?? []
        guard parts.count > 1, let local = parts.last else { return parts.joined() }
        return Self.name(String(local), in: XMLNamespace(uri: parts.dropLast().joined(separator: "|")))
    }

    private static func attributes(expat list: UnsafeMutablePointer<UnsafePointer<CChar>?>?) -> [String] {
        var attributes: [String] = []
        var index = 0
        while let list, let name = list[index], let value = list[index + 1] {
            attributes.append(Self.name(expat: name) + "=" + String(cString: value))
            index += 2
        }
        return attributes
    }

    private static func change(_ data: UnsafeMutableRawPointer?, _ change: (inout Self) -> Void) {
        guard let events = data?.assumingMemoryBound(to: Self.self) else { return }
        change(&events.pointee)
    }

    /// `text` in UTF-16 with its mark.
    static func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
        let units = (text.hasPrefix("\u{FEFF}") ? "" : "\u{FEFF}") + text
        return units.utf16.flatMap { unit in
            let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
            return isBigEndian ? bytes : bytes.reversed()
        }
    }
}
