extension String {
    /// The text as one word of a POSIX shell, to be pasted into a command: as it is where nothing in it means anything to
    /// a shell, else within single quotes. What a terminal must not print stands as `$'\x1b'`, which bash, zsh and
    /// POSIX 2024 read.
    package var shellWord: String {
        if !isEmpty, unicodeScalars.allSatisfy(\.isPlainInShell) { return self }
        guard unicodeScalars.allSatisfy(\.isPrintable) else { return ansiQuoted }
        return "'" + replacing("'", with: #"'\''"#) + "'"
    }

    private var ansiQuoted: String {
        let escaped = unicodeScalars.map { scalar -> String in
            switch scalar {
            case "\\", "'": "\\\(scalar)"
            case let scalar where scalar.isPrintable: String(scalar)
            default: String(scalar).utf8.map { "\\x" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            }
        }
        return "$'" + escaped.joined() + "'"
    }
}

extension Unicode.Scalar {
    /// ASCII that no shell reads as anything but itself, and letters and digits of any script.
    fileprivate var isPlainInShell: Bool {
        switch self {
        case "a"..."z", "A"..."Z", "0"..."9", "_", "-", ".", "/", ":", "@", "%", "+", ",": true
        default: !isASCII && properties.isAlphabetic
        }
    }
}
