internal import Glibc

extension FilePath {
    /// Whether a process has the file open for writing; nil where the system does not tell, as of the files of other users
    /// and on disks of the network.
    package var hasWriter: Bool? {
        guard let descriptor = try? open(O_RDONLY | O_NONBLOCK) else { return nil }
        defer { close(descriptor) }
        // A lease for reading is given where nobody has the file open for writing (fcntl(2)), and given back at once.
        // Whoever opens it in between waits so long, and the signal that tells of it is one that does nothing.
        guard fcntl(descriptor, Self.setSignal, SIGURG) == 0 else { return nil }
        guard fcntl(descriptor, Self.setLease, CInt(F_RDLCK)) == 0 else { return errno == EAGAIN ? true : nil }
        _ = fcntl(descriptor, Self.setLease, CInt(F_UNLCK))
        return false
    }

    // F_SETSIG and F_SETLEASE of <linux/fcntl.h>, which the C library shows to programs that ask for GNU's additions.
    private static let setSignal: CInt = 10
    private static let setLease: CInt = 1_024
}
