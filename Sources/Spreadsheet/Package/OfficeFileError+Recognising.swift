extension OfficeFileError.Problem {
    /// What to say of a file that is no zip archive, by its first bytes.
    static func unrecognised(_ bytes: [UInt8]) -> Self {
        if bytes.isEmpty { return .empty }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            return isEncryptedPackage(bytes) ? .encrypted : .oldFormat
        }
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return .truncated }
        let text = bytes.prefix(512).drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF, 0xFF, 0xFE].contains($0) }
        return text.first == UInt8(ascii: "<") ? .textInDisguise : .notAPackage
    }

    /// Whether a compound file holds an encrypted package instead of a workbook: its directory has a stream of that
    /// name, in UTF-16.
    private static func isEncryptedPackage(_ bytes: [UInt8]) -> Bool {
        var name: [UInt8] = []
        for byte in "EncryptedPackage".utf8 { name += [byte, 0] }
        // Entries of the directory are 128 bytes each, and sectors a multiple of that.
        let entries = stride(from: 0, to: bytes.count - name.count, by: 128)
        return entries.contains { bytes[$0] == name[0] && bytes[$0..<$0 + name.count].elementsEqual(name) }
    }
}
