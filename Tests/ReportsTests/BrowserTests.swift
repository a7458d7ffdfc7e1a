import Foundation
import Reports
import TestSupport
import Testing

/// What a browser makes of the pages. Needs Debian's chromium; skipped where there is none.
@Suite(.enabled(if: Browser.installed != nil, "skipped: no chromium; apt-get install chromium fonts-noto-cjk"))
struct BrowserTests {
    private let browser: Browser
    private let folder: TemporaryFolder
    private let overview: URL

    init() throws {
        browser = try #require(Browser.installed)
        folder = try TemporaryFolder()
        let report = HTMLReport(Sample.model())
        overview = folder.url.appending(path: HTMLReport.overviewPath)
        for page in [report.overview(of: Sample.summaries)] + Sample.all.map(report.dossier) {
            let url = folder.url.appending(path: page.path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try page.html.write(to: url, atomically: true, encoding: .utf8)
        }
    }

    private var dossier: URL { folder.url.appending(path: "consortium/C001.html") }

    @Test func `a browser keeps the structure of the pages as it was written`() throws {
        for (page, sections) in [(overview, 6), (dossier, 11)] {
            let dom = try browser.dom(of: page, profile: folder.url)
            #expect(dom.components(separatedBy: "<section").count - 1 == sections)
            let rows = try String(contentsOf: page, encoding: .utf8).components(separatedBy: "<tr").count
            #expect(dom.components(separatedBy: "<tr").count == rows)
        }
    }

    @Test func `a screenshot has something on it`() throws {
        let picture = folder.url.appending(path: "overview.png")
        try browser.screenshot(of: overview, to: picture, profile: folder.url)
        let bytes = try Data(contentsOf: picture)
        #expect(bytes.starts(with: [0x89, 0x50, 0x4e, 0x47]))
        // A blank page of this size compresses to about 6 kB.
        #expect(bytes.count > 30_000)
    }

    @Test func `a dossier prints on A4, its trends across the sheet`() throws {
        let document = folder.url.appending(path: "dossier.pdf")
        try browser.print(dossier, to: document, profile: folder.url)
        let text = String(decoding: try Data(contentsOf: document), as: Unicode.ASCII.self)
        let sizes = text.matches(of: #/\/MediaBox \[0 0 (\d+)[.\d]* (\d+)/#).map { "\($0.1)x\($0.2)" }
        #expect(Set(sizes) == ["594x841", "841x594"])
    }
}

/// A headless browser. The pages' own security policy keeps script and network from them.
struct Browser {
    let executable: URL

    static let installed: Browser? = {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        let candidates = folders.flatMap { folder in
            ["chromium", "chromium-browser", "google-chrome"].map { URL(filePath: "\(folder)/\($0)") }
        }
        return candidates.first { FileManager.default.isExecutableFile(atPath: $0.path) }.map(Browser.init)
    }()

    func dom(of page: URL, profile: URL) throws -> String {
        try run(["--dump-dom", page.absoluteString], profile: profile)
    }

    func screenshot(of page: URL, to picture: URL, profile: URL) throws {
        _ = try run(
            ["--window-size=1280,1600", "--screenshot=\(picture.path)", page.absoluteString], profile: profile)
    }

    func print(_ page: URL, to document: URL, profile: URL) throws {
        _ = try run(
            ["--no-pdf-header-footer", "--print-to-pdf=\(document.path)", page.absoluteString], profile: profile)
    }

    private func run(_ arguments: [String], profile: URL) throws -> String {
        let process = Process()
        process.executableURL = executable
        process.arguments =
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                "--user-data-dir=\(profile.appending(path: "profile-\(UUID().uuidString)").path)",
            ] + arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let text = try output.fileHandleForReading.readToEnd() ?? Data()
        try output.fileHandleForReading.close()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return String(decoding: text, as: UTF8.self)
    }
}
