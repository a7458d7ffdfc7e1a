/// What is wrong with a piece of XML.
package enum XMLProblem: Hashable, Sendable {
    case unsupportedEncoding(String)
    case invalidCharacter
    /// A document type declaration. No part has one, so there are no entities to expand and none to fetch.
    case documentType
    case unknownEntity(String)
    case endsTooSoon
    case noElement
    case contentAfterEnd
    case syntax
    case mismatchedTag(expected: String, found: String)
    case duplicateAttribute(String)
    case undeclaredPrefix(String)
    case tooDeep(limit: Int)
    case tooManyAttributes(limit: Int)
    case tooManyNamespaces(limit: Int)
    case markupTooLong(limit: Int)
}
