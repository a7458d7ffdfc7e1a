internal import CXlsxWriter
internal import Glibc
internal import Platform
internal import Safekeeping

/// Writes a workbook, sheet by sheet: the same bytes for the same content, and at its place only once it is whole.
///
/// Text is text, whatever it begins with: nothing that people sent becomes a formula.
package final class WorkbookWriter {
    private let path: String
    /// The file in memory that the library writes to: where a disk is full it would say so in English, and nobody else
    /// could.
    private let file: CInt
    private var workbook: UnsafeMutablePointer<lxw_workbook>?
    private var formats: [CellFormat: UnsafeMutablePointer<lxw_format>] = [:]
    /// The one that was asked for last, as most cells look like the one before.
    private var lastFormat: (format: CellFormat, handle: UnsafeMutablePointer<lxw_format>)?
    private var names: Set<String> = []
    /// Whether there are sheets that are not to be shown from the menu; the library writes them as hidden only.
    var hidesSheets = false

    /// - Parameters:
    ///   - path: where the workbook is to be; its folder must be there.
    ///   - created: what the workbook says of the time it was made, in seconds since 1970.
    package init(path: String, title: String, created: Int) throws(WorkbookWritingError) {
        self.path = path
        file = xlsx_memory_file()
        guard file >= 0 else {
            throw WorkbookWritingError(path: path, reason: SystemReason.text(errno, while: .writing))
        }
        workbook = xlsx_open("/proc/self/fd/\(file)", Self.memory)
        guard let workbook else { throw WorkbookWritingError(path: path, reason: "内存不足") }
        // Properties hold 255 characters.
        _ = xlsx_describe(workbook, String(title.cellText.prefix(255)), created)
    }

    /// The file system in memory, where there is one with room for several large workbooks: making and removing a file for
    /// each sheet takes a disk longer than writing what is in it.
    private static let memory: String? = {
        let folder = "/dev/shm"
        var status = statvfs()
        guard access(folder, W_OK | X_OK) == 0, statvfs(folder, &status) == 0,
            status.f_bavail * UInt(status.f_frsize) >= 256 << 20
        else { return nil }
        return folder
    }()

    deinit {
        if let workbook { lxw_workbook_free(workbook) }
        if file >= 0 { Glibc.close(file) }
    }

    /// Adds a sheet. A name that a workbook cannot have is made one that it can.
    package func addSheet(_ name: String) throws(WorkbookWritingError) -> SheetWriter {
        let name = usable(name)
        guard let sheet = workbook_add_worksheet(workbook, name) else {
            throw WorkbookWritingError(path: path, reason: "no sheet \(name)")
        }
        return SheetWriter(sheet, name: name, of: self)
    }

    /// Writes the file; the writer is of no use after that.
    package func close() throws(WorkbookWritingError) {
        guard let workbook else { return }
        self.workbook = nil
        // A problem of the file system leaves its number in errno.
        errno = 0
        let error = workbook_close(workbook)
        let number = errno
        guard error.rawValue == 0 else {
            let reason = number == 0 ? "写出失败，编号 \(error.rawValue)" : SystemReason.text(number, while: .writing)
            throw WorkbookWritingError(path: path, reason: reason)
        }
        var bytes = try written()
        if hidesSheets { bytes = try withoutMenu(bytes) }
        do throws(DurableFile.WritingError) {
            try DurableFile.write(bytes, to: path, isOnDisk: false)
        } catch {
            throw WorkbookWritingError(path: path, reason: error.reason)
        }
    }

    /// What the library wrote.
    private func written() throws(WorkbookWritingError) -> [UInt8] {
        let size = Int(lseek(file, 0, SEEK_END))
        let bytes = [UInt8](unsafeUninitializedCapacity: max(size, 0)) { buffer, filled in
            filled = max(0, pread(file, buffer.baseAddress, buffer.count, 0))
        }
        guard size > 0, bytes.count == size else { throw WorkbookWritingError(path: path, reason: "写出的工作簿读不回来") }
        return bytes
    }

    /// The workbook with its hidden sheets gone from the menu, too.
    private func withoutMenu(_ bytes: [UInt8]) throws(WorkbookWritingError) -> [UInt8] {
        let changed = ArchivePatch.changing("xl/workbook.xml", in: bytes) {
            $0.replacing("state=\"hidden\"", with: "state=\"veryHidden\"")
        }
        guard let changed else { throw WorkbookWritingError(path: path, reason: "写出的工作簿读不回来") }
        return changed
    }

    /// The library's format for `format`, made once.
    func handle(_ format: CellFormat) -> UnsafeMutablePointer<lxw_format>? {
        if let lastFormat, lastFormat.format == format { return lastFormat.handle }
        guard let handle = formats[format] ?? makeHandle(format) else { return nil }
        lastFormat = (format, handle)
        return handle
    }

    /// The library's format that changes the colours of a cell and nothing else.
    func highlight(fill: UInt32, fontColour: UInt32) -> UnsafeMutablePointer<lxw_format>? {
        let handle = workbook_add_format(workbook)
        format_set_bg_color(handle, fill)
        format_set_font_color(handle, fontColour)
        return handle
    }

    private func makeHandle(_ format: CellFormat) -> UnsafeMutablePointer<lxw_format>? {
        guard let handle = workbook_add_format(workbook) else { return nil }
        format_set_font_name(handle, "宋体")
        format_set_font_size(handle, Double(format.fontSize))
        if format.isBold { format_set_bold(handle) }
        if let colour = format.fontColour { format_set_font_color(handle, colour) }
        if let fill = format.fill {
            format_set_pattern(handle, UInt8(LXW_PATTERN_SOLID.rawValue))
            format_set_fg_color(handle, fill)
        }
        if format.hasBorder {
            format_set_border(handle, UInt8(LXW_BORDER_THIN.rawValue))
            format_set_border_color(handle, 0xBFBFBF)
        }
        if format.wraps { format_set_text_wrap(handle) }
        let alignment =
            switch format.alignment {
            case .left: LXW_ALIGN_LEFT
            case .center: LXW_ALIGN_CENTER
            case .right: LXW_ALIGN_RIGHT
            }
        format_set_align(handle, UInt8(alignment.rawValue))
        format_set_align(
            handle, UInt8((format.isAtTop ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER).rawValue))
        if !format.isLocked { format_set_unlocked(handle) }
        if let numberFormat = format.numberFormat { format_set_num_format(handle, numberFormat) }
        formats[format] = handle
        return handle
    }

    /// A name of at most 31 UTF-16 units, without the signs that names cannot have, that no other sheet has.
    private func usable(_ name: String) -> String {
        let plain = name.cellText.map { "[]:*?/\\'".contains($0) ? "_" : String($0) }.joined()
        let base = plain.isEmpty ? "Sheet" : plain
        var candidate = base.prefix(utf16: 31)
        var number = 2
        while !names.insert(candidate.lowercased()).inserted {
            candidate = base.prefix(utf16: 27) + "_\(number)"
            number += 1
        }
        return candidate
    }
}

/// Why a workbook could not be written.
package struct WorkbookWritingError: Error, Hashable, CustomStringConvertible {
    package let path: String
    /// As the system says it.
    package let reason: String

    package var description: String { "\(path): \(reason)" }
}

extension String {
    /// What is written of the text as a string of a workbook, in which some texts would read as escapes: `_x0041_`.
    var stringText: String { EscapedText.escaping(self).cellText }

    /// What a cell can hold of the text: without characters that XML cannot have, no longer than 32,767 UTF-16 units.
    var cellText: String {
        var isPlain = true
        var count = 0
        for unit in utf16 {
            count += 1
            if unit == 0 || unit >= 0xFFFE { isPlain = false }
        }
        if isPlain, count <= 32_767 { return self }
        var scalars = UnicodeScalarView()
        scalars.append(contentsOf: unicodeScalars.filter { $0.value != 0 && $0.value != 0xFFFE && $0.value != 0xFFFF })
        return String(scalars).prefix(utf16: 32_767)
    }

    /// The longest start of the text that has at most `limit` UTF-16 units.
    fileprivate func prefix(utf16 limit: Int) -> String {
        guard utf16.count > limit else { return self }
        var text = ""
        var count = 0
        for character in self {
            count += character.utf16.count
            guard count <= limit else { break }
            text.append(character)
        }
        return text
    }
}
