internal import Glibc
internal import Safekeeping

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
    /// How many of the bytes somebody named: links in these are followed. What was found below is opened step by step,
    /// for a folder that was looked through may be a link to somewhere else by the time its files are read.
    private let namedCount: Int

    package init(_ text: String) {
        self.init(bytes: Array(text.utf8))
    }

    private init(bytes: [UInt8], named count: Int? = nil) {
        self.bytes = bytes
        namedCount = count ?? bytes.count
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
        /// When its bytes were last changed, in nanoseconds since 1970 by the clock of the disk.
        package let modified: Int64

        init(_ status: stat) {
            kind =
                switch status.st_mode & S_IFMT {
                case S_IFREG: .file
                case S_IFDIR: .folder
                case S_IFLNK: .symbolicLink
                default: .other
                }
            size = Int(status.st_size)
            identity = [UInt64(status.st_dev), UInt64(status.st_ino)]
            linkCount = Int(status.st_nlink)
            modified = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
        }

        /// Whether two looks found the same file with the same bytes, as far as looks can tell.
        package func isUnchanged(since earlier: Status) -> Bool {
            (identity, size, modified) == (earlier.identity, earlier.size, earlier.modified)
        }
    }

    /// What is there; nil where nothing is.
    package func status(followingLinks: Bool) -> Status? {
        var status = stat()
        let result =
            isNamed
            ? withCString { followingLinks ? stat($0, &status) : lstat($0, &status) }
            : (try? inFolder { fstatat($0, $1, &status, followingLinks ? 0 : AT_SYMLINK_NOFOLLOW) }) ?? -1
        return result == 0 ? Status(status) : nil
    }

    /// What the folder at the path holds, in the order of the bytes of the names.
    package func entries() throws(SourceFileError) -> [FilePath] {
        let descriptor =
            isNamed
            ? withCString { Glibc.open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
            : try open(O_RDONLY | O_DIRECTORY)
        guard descriptor >= 0 else { throw SourceFileError(errno: errno) }
        guard let folder = fdopendir(descriptor) else {
            let error = SourceFileError(errno: errno)
            close(descriptor)
            throw error
        }
        defer { closedir(folder) }
        var names: [[UInt8]] = []
        while let entry = readdir(folder) {
            let name = Self.name(of: entry)
            if name != Array(".".utf8), name != Array("..".utf8) { names.append(name) }
        }
        names.sort { $0.lexicographicallyPrecedes($1) }
        return names.map { FilePath(bytes: bytes + [UInt8(ascii: "/")] + $0, named: namedCount) }
    }

    /// The bytes of an entry's name. The system hands out records as long as their names, so reading `d_name` as the 256
    /// bytes of its type would reach past the last record.
    static func name(of entry: UnsafePointer<dirent>) -> [UInt8] {
        guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { preconditionFailure("dirent has a d_name") }
        let name = UnsafeRawPointer(entry) + offset
        return Array(UnsafeRawBufferPointer(start: name, count: strlen(name.assumingMemoryBound(to: CChar.self))))
    }

    private var isNamed: Bool { namedCount == bytes.count }

    /// Opens what is at the path, its last component and those that nobody named not being links.
    /// - Returns: a descriptor, for the caller to close.
    func open(_ flags: CInt) throws(SourceFileError) -> CInt {
        let flags = flags | O_NOFOLLOW | O_CLOEXEC
        let descriptor =
            isNamed ? withCString { Glibc.open($0, flags) } : try inFolder { openat($0, $1, flags) }
        guard descriptor >= 0 else { throw SourceFileError(errno: errno) }
        return descriptor
    }

    /// Goes down from the folder that somebody named, and calls `body` with the folder that the last component is in.
    private func inFolder(
        _ body: (_ folder: CInt, _ name: UnsafePointer<CChar>) -> CInt
    ) throws(SourceFileError) -> CInt {
        let root = FilePath(bytes: Array(bytes.prefix(namedCount)))
        var folder = root.withCString { Glibc.open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        let steps = bytes[namedCount...].split(separator: UInt8(ascii: "/")).map { FilePath(bytes: Array($0)) }
        for step in steps.dropLast() where folder >= 0 {
            let next = step.withCString { openat(folder, $0, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) }
            let code = errno
            close(folder)
            // A link is no folder to the system.
            if next < 0, code == ENOTDIR { throw .symbolicLink }
            errno = code
            folder = next
        }
        guard folder >= 0, let last = steps.last else { throw SourceFileError(errno: errno) }
        let result = last.withCString { body(folder, $0) }
        let code = errno
        close(folder)
        errno = code
        return result
    }

    /// The name for people: in UTF-8 or else in GB18030, and without what would disturb a line of a terminal or a log.
    package var name: String {
        let name = Array(bytes.split(separator: UInt8(ascii: "/")).last ?? [])
        let isText = String(validating: name, as: UTF8.self) != nil
        let text = isText ? nil : try? DecodedText(converting: name, from: .gb18030)
        let plain = String(decoding: text?.bytes ?? name, as: UTF8.self)
        return plain.printable(replacement: "_")
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
