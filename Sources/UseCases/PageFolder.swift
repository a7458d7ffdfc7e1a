import Foundation
import Reports
import Safekeeping

/// The folder that the pages of a report are written to. Each file is replaced whole, the overview last: whoever reads
/// meanwhile sees the old page or the new one, and no link to a page that is not there yet.
///
/// A page that cannot be written keeps no other from being written; ``failure`` tells of them together.
struct PageFolder {
    private let folder: URL
    /// Whether others on the machine may read the pages.
    private let isPublished: Bool
    private var failures: [(path: String, reason: String)] = []
    /// The paths of the pages that are of this report, those that could not be written included.
    private var written: Set<String> = []

    /// Pages that are named when they could not be written; of the rest there is the number.
    private static let namedFailures = 5

    init(_ folder: URL, isPublished: Bool = false) throws(Failure) {
        self.folder = folder
        self.isPublished = isPublished
        do {
            for name in [HTMLReport.dossierFolder, HTMLReport.caseFolder] {
                try DurableFile.makeFolder(
                    folder.appending(path: name).path, mode: isPublished ? 0o755 : 0o700)
            }
        } catch {
            throw Failure(.configuration, "无法写入报告目录 \(folder.path)：\(error.reason)。请检查权限和磁盘空间。")
        }
    }

    /// - Returns: where the page is.
    @discardableResult
    mutating func write(_ page: HTMLReport.Page) -> URL {
        let url = folder.appending(path: page.path, directoryHint: .notDirectory)
        written.insert(page.path)
        do throws(DurableFile.WritingError) {
            try DurableFile.write(
                Array(page.html.utf8), to: url.path, isOnDisk: false, mode: isPublished ? 0o644 : 0o600)
        } catch {
            failures.append((page.path, error.reason))
        }
        return url
    }

    /// Writes what is of all consortia together, once their own pages are there, and the overview last.
    /// - Returns: where the overview is.
    @discardableResult
    mutating func finish(_ report: HTMLReport, of summaries: [AssessmentSummary]) -> URL {
        if let norms = report.norms() { write(norms) }
        for table in report.tables(of: summaries) + report.provinces(of: summaries) + report.pending(of: summaries) {
            write(table)
        }
        removeOthers(in: HTMLReport.caseFolder)
        return write(report.overview(of: summaries))
    }

    /// Removes the pages of earlier reports from one of the folders: of what was a case and is none any more nobody is to
    /// find a document.
    private func removeOthers(in name: String) {
        let files = FileManager.default
        let pages = folder.appending(path: name)
        for file in (try? files.contentsOfDirectory(atPath: pages.path)) ?? []
        where file.hasSuffix(".html") && !written.contains("\(name)/\(file)") {
            try? files.removeItem(at: pages.appending(path: file))
        }
    }

    /// That pages could not be written; nil where all were.
    var failure: Failure? {
        guard let first = failures.first else { return nil }
        let named = failures.prefix(Self.namedFailures).map { "\($0.path)（\($0.reason)）" }.joined(separator: "、")
        let rest = failures.count > Self.namedFailures ? "等" : ""
        return Failure(
            .configuration,
            "无法写入报告目录 \(folder.path)：\(first.reason)。请检查权限和磁盘空间后重新出报告；"
                + "未写出 \(failures.count) 个页面：\(named)\(rest)。其余页面已写出。")
    }
}
