internal import CAllocator
internal import Foundation

/// How the process asks the system for memory.
package enum ProcessMemory {
    /// Files come one after the other and need the same memory again: giving it back between them, and taking it anew,
    /// would cost a tenth of a collection.
    ///
    /// Threads that each have an arena of their own also keep, each for itself, what another could use: of a collection of
    /// 15,000 consortia that was a third of its memory. What is small comes from each thread's cache all the same.
    package static func keepFreed() {
        mallopt(M_TRIM_THRESHOLD, 64 << 20)
        mallopt(M_MMAP_THRESHOLD, 8 << 20)
        mallopt(M_ARENA_MAX, Int32(max(1, ProcessInfo.processInfo.activeProcessorCount / 4)))
    }
}
