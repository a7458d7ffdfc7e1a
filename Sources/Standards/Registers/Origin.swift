/// On whose word something was received: a consortium's secretariat, or an authority.
package enum Authority: String, Sendable, CaseIterable {
    /// 秘书处
    case secretariat
    /// 主管部门
    case authority

    package var title: String {
        switch self {
        case .secretariat: "秘书处"
        case .authority: "主管部门"
        }
    }
}

/// Who says what a submission says, and of whom it may speak (DESIGN §7).
package struct Origin: Sendable, Hashable {
    package let authority: Authority
    /// GB/T 2260 code of the region that an authority speaks for; empty for the whole country, and for a secretariat.
    package let region: String
    /// The unit that sent it, as the manifest names it; empty where none does.
    package let sender: String
    /// The one consortium that a secretariat's file may speak of; nil for an authority, and where nothing tells.
    package let consortium: String?

    package init(authority: Authority, region: String = "", sender: String = "", consortium: String? = nil) {
        self.authority = authority
        self.region = region
        self.sender = sender
        self.consortium = consortium
    }

    /// An authority that speaks for the whole country: the ministry.
    package static let ministry = Origin(authority: .authority)
}

/// Regions by their GB/T 2260 codes: six digits, of which a province has the first two and a prefecture the first four.
package enum RegionCode {
    /// Whether `region` contains the region `other` or is the same; the empty code is the whole country.
    package static func contains(_ region: String, _ other: String) -> Bool {
        if region.isEmpty || region == other { return true }
        let significant = region.hasSuffix("0000") ? 2 : region.hasSuffix("00") ? 4 : 6
        return region.count == 6 && other.count == 6 && other.prefix(significant) == region.prefix(significant)
    }
}

extension RegionCode {
    /// Whether a text has the form of a code: six digits.
    package static func isCode(_ text: String) -> Bool {
        text.utf8.count == 6 && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
