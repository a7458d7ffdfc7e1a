package import FEEL

/// What stands where a form is to be signed: the promise of the applicant, the opinion of the authority that recommends.
package struct FormDeclaration: Sendable, Hashable, Identifiable {
    /// Id in the form.
    package let id: String
    /// `申报单位承诺`
    package let title: String
    /// Nil where the form asks for none, empty where none was written.
    package let opinion: String?
    /// The names of those who signed, `甲某、乙某`; empty where none is written.
    package let signature: String
    /// Whether a picture stands where the name belongs.
    package let isSignedByPicture: Bool
    package let date: CalendarDate?
    /// The day as it was written; empty for a blank.
    package let dateText: String
    /// Whether there is a seal, that is a picture beside that of a signature; nil where none belongs there.
    package let isSealed: Bool?
    /// What is not there, by the names that the form has for it.
    package let lacking: [String]

    /// Who signed, as far as a text tells.
    package var signatory: String { signature.isEmpty && isSignedByPicture ? Self.picture : signature }

    /// Whether somebody put his name or a seal to it.
    package var isSigned: Bool { !signatory.isEmpty || isSealed == true }

    private static let picture = "（图片）"

    package init(
        id: String, title: String, opinion: String?, signature: String, isSignedByPicture: Bool, date: CalendarDate?,
        dateText: String, isSealed: Bool?, lacking: [String]
    ) {
        self.id = id
        self.title = title
        self.opinion = opinion
        self.signature = signature
        self.isSignedByPicture = isSignedByPicture
        self.date = date
        self.dateText = dateText
        self.isSealed = isSealed
        self.lacking = lacking
    }
}
