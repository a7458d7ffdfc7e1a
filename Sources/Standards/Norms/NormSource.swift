/// An official text as data: its sentences in the order of the source. Loaded from `data/norms/<id>.yml`.
package struct NormSource: Sendable, Hashable, Identifiable {
    /// How much of the source's wording the data hold.
    package enum Wording: String, Sendable, CaseIterable {
        /// Every sentence word by word.
        case verbatim
        /// Our own short descriptions: the text is known from reprints only.
        case described
        /// Our own short descriptions, of which what we publish shows the places only: the text belongs to others.
        case placed
    }

    package enum Passage: Sendable, Hashable {
        /// A title, an addressee, the head of a table: words of the source that ask for nothing.
        case heading(String)
        case norm(Norm)
    }

    /// The name of the file without its extension: `moe-notice-2023-15`.
    package let id: String
    package let title: String
    /// 教职成厅函〔2023〕15号; nil where it has none.
    package let number: String?
    package let issuer: String?
    /// As the source gives it; nil where it bears none.
    package let date: String?
    /// What is to be known of it: that it is damaged, that it is cited from a reprint.
    package let note: String?
    package let wording: Wording
    /// Id of the edition that carriers are of where they name none.
    package let edition: String
    package let passages: [Passage]

    package init(
        id: String, title: String, number: String?, issuer: String?, date: String?, note: String?, wording: Wording,
        edition: String, passages: [Passage]
    ) {
        self.id = id
        self.title = title
        self.number = number
        self.issuer = issuer
        self.date = date
        self.note = note
        self.wording = wording
        self.edition = edition
        self.passages = passages
    }

    package var norms: [Norm] {
        passages.compactMap { passage in
            if case .norm(let norm) = passage { norm } else { nil }
        }
    }
}
