import Foundation
import Glibc
import UseCases

/// What commands write: results on standard output, what went wrong on standard error.
enum Console {
    static func write(_ text: String) {
        write(Array(text.utf8))
    }

    /// Writes all bytes. A reader that has gone away (`| head`) ends the program quietly.
    static func write(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { Foundation.exit(errno == EPIPE ? 0 : 2) }
            rest = rest.dropFirst(count)
        }
    }

    static func complain(_ message: String) {
        FileHandle.standardError.write(Data("错误：\(message)\n".utf8))
    }

    static func note(_ message: String) {
        FileHandle.standardError.write(Data("\(message)\n".utf8))
    }

    /// A bar on a terminal, nothing elsewhere.
    static var progress: UseCases.Progress { Progress(Progress.style(otherwise: .silent)) }

    /// A bar on a terminal, dated lines on standard output elsewhere.
    static var log: UseCases.Progress { Progress(Progress.style(otherwise: .log)) }

    /// The columns that help is broken at: those of the terminal that is written to, or 80.
    static var width: Int { tableWidth ?? columns(of: STDERR_FILENO) ?? 80 }

    /// The columns that tables have; nil where they go to a file or a pipe, and need not give way.
    static var tableWidth: Int? { columns(of: STDOUT_FILENO) }

    private static func columns(of file: CInt) -> Int? {
        var size = winsize()
        return ioctl(file, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : nil
    }

    static var hasColour: Bool {
        isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
    }
}
