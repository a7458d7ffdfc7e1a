/// The vocabularies that office files are written in; the strict names of a vocabulary mean the same as its older ones.
enum XMLNamespace: UInt8, Sendable {
    case none
    case spreadsheet
    case wordprocessing
    /// Of pictures and shapes, and of how they stand in a text.
    case drawing, drawingInText
    /// Of pictures and shapes in older files.
    case vectorMarkup
    /// Of attributes that refer to relationships.
    case relationships
    case packageRelationships
    case contentTypes
    case markupCompatibility
    /// Of the days on which a document was made and changed.
    case dublinCoreTerms
    case xml
    /// Of attributes that declare namespaces.
    case xmlns
    case other

    init(uri: String) {
        self =
            switch uri {
            case "": .none
            case "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                "http://purl.oclc.org/ooxml/spreadsheetml/main":
                .spreadsheet
            case "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                "http://purl.oclc.org/ooxml/wordprocessingml/main":
                .wordprocessing
            case "http://schemas.openxmlformats.org/drawingml/2006/main", "http://purl.oclc.org/ooxml/drawingml/main":
                .drawing
            case "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
                "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing":
                .drawingInText
            case "urn:schemas-microsoft-com:vml": .vectorMarkup
            case "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                "http://purl.oclc.org/ooxml/officeDocument/relationships":
                .relationships
            case "http://schemas.openxmlformats.org/package/2006/relationships": .packageRelationships
            case "http://schemas.openxmlformats.org/package/2006/content-types": .contentTypes
            case "http://schemas.openxmlformats.org/markup-compatibility/2006": .markupCompatibility
            case "http://purl.org/dc/terms/": .dublinCoreTerms
            case "http://www.w3.org/XML/1998/namespace": .xml
            default: .other
            }
    }
}
