internal import Glibc

extension DecodedText {
    /// Converts `file` with the system's converter, which refuses what the encoding does not have.
    init(converting file: [UInt8], from encoding: TextEncoding) throws(TextDecodingError) {
        guard let converter = iconv_open("UTF-8", encoding.rawValue), converter != iconv_t(bitPattern: -1) else {
            throw TextDecodingError(encoding: encoding, problem: .unsupported, offset: 0)
        }
        defer { iconv_close(converter) }

        var text: [UInt8] = []
        // Two bytes of a Chinese character become three.
        text.reserveCapacity(file.count / 2 * 3)
        var block = [UInt8](repeating: 0, count: 1 << 16)
        var read = file.starts(with: encoding.mark) ? encoding.mark.count : 0
        while read < file.count {
            var written = 0
            let code = file.withUnsafeBytes { input in
                block.withUnsafeMutableBytes { output in
                    Self.convert(converter, input, from: &read, into: output, &written)
                }
            }
            text.append(contentsOf: block[..<written])
            switch code {
            case 0, E2BIG: continue
            case EINVAL: throw TextDecodingError(encoding: encoding, problem: .truncated, offset: read)
            default: throw TextDecodingError(encoding: encoding, problem: .invalid, offset: read)
            }
        }
        self.init(encoding: encoding, bytes: text)
    }

    /// Converts until `input` ends, `output` is full or something is wrong; the error number says which.
    private static func convert(
        _ converter: iconv_t, _ input: UnsafeRawBufferPointer, from read: inout Int,
        into output: UnsafeMutableRawBufferPointer, _ written: inout Int
    ) -> CInt {
        // iconv takes its input as mutable and leaves it alone.
        var source = UnsafeMutableRawPointer(mutating: input.baseAddress)?
            .advanced(by: read).assumingMemoryBound(to: CChar.self)
        var sourceLeft = input.count - read
        var target = output.baseAddress?.assumingMemoryBound(to: CChar.self)
        var targetLeft = output.count
        let result = iconv(converter, &source, &sourceLeft, &target, &targetLeft)
        let code = result == -1 ? errno : 0
        read = input.count - sourceLeft
        written = output.count - targetLeft
        return code
    }
}

extension TextEncoding {
    /// The byte order mark, U+FEFF as the encoding writes it.
    fileprivate var mark: [UInt8] {
        switch self {
        case .utf8, .utf8WithMark: [0xEF, 0xBB, 0xBF]
        case .utf16LittleEndian: [0xFF, 0xFE]
        case .utf16BigEndian: [0xFE, 0xFF]
        case .gb18030: [0x84, 0x31, 0x95, 0x33]
        }
    }
}
