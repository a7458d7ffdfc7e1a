internal import Glibc

/// The path of a file as the system has it: bytes, which need not be text. Archives that were packed on a Chinese
/// Windows leave names in GBK behind.
package struct FilePath: Hashable, Sendable {
    package enum Kind: Sendable {
        case file, folder, symbolicLink
        /// A pipe, a socket, a device.
        case other
    }

    /// Without a 0.
    private let bytes: [UInt8]

    package init(_ text: String) {
        bytes = Array(text.utf8)
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The path that was given to this process as the argument `text`, in which bytes that are no text were replaced.
    package init(argument text: String) {
        guard text.unicodeScalars.contains("\u{FFFD}") else {
            self.init(text)
            return
        }
        let arguments = UnsafeBufferPointer(start: CommandLine.unsafeArgv, count: Int(CommandLine.argc))
        let given = arguments.lazy.compactMap(\.self).first { String(cString: $0) == text }
        self.init(
            bytes: given.map { UnsafeBufferPointer(start: $0, count: strlen($0)).map(UInt8.init(bitPattern:)) } ?? [])
    }

    package struct Status: Sendable {
        package let kind: Kind
        /// In bytes.
        package let size: Int
        /// The same for every path that leads to it.
        package let identity: [UInt64]
        /// How many names the file has.
        package let linkCount: Int
    }

    /// What is there; nil where nothing is.
    package func status(followingLinks: Bool) -> Status? {
        var status = stat()
        guard withCString({ followingLinks ? stat($0, &status) : lstat($0, &status) }) == 0 else { return nil }
        let kind: Kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .symbolicLink
            default: .other
            }
        return Status(
            kind: kind, size: Int(status.st_size), identity: [UInt64(status.st_dev), UInt64(status.st_ino)],
            linkCount: Int(status.st_nlink))
    }

    /// What the folder at the path holds, in the order of the bytes of the names.
    package func entries() throws(SourceFileError) -> [FilePath] {
        guard let folder = withCString({ opendir($0) }) else { throw SourceFileError(errno: errno) }
        defer { closedir(folder) }
        var names: [[UInt8]] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            if name != Array(".".utf8), name != Array("..".utf8) { names.append(name) }
        }
        names.sort { $0.lexicographicallyPrecedes($1) }
        return names.map { FilePath(bytes: bytes + [UInt8(ascii: "/")] + $0) }
    }

    /// The name for people: in UTF-8 or else in GB18030, and without what would disturb a line of a terminal or a log.
    package var name: String {
        let name = Array(bytes.split(separator: UInt8(ascii: "/")).last ?? [])
        let isText = String(validating: name, as: UTF8.self) != nil
        let text = isText ? nil : try? DecodedText(converting: name, from: .gb18030)
        let plain = String(decoding: text?.bytes ?? name, as: UTF8.self)
        return plain.printable
    }

    func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
        let text = bytes.map { CChar(bitPattern: $0) } + [0]
        return text.withUnsafeBufferPointer { buffer in
            // An array of one element at least has an address.
            guard let address = buffer.baseAddress else { preconditionFailure("an empty path") }
            return body(address)
        }
    }
}
