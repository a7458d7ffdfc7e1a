internal import Spreadsheet
package import Standards

/// Takes in what people send: files and folders in any layout, to submissions, one by one. A file that is broken is a
/// submission that says so; nothing stops a batch.
package struct Collector: Sendable {
    /// How far a batch is.
    package struct Progress: Sendable, Hashable {
        package let filesDone: Int
        package let files: Int
        package let bytesDone: Int
        package let bytes: Int
    }

    private let edition: Edition
    private let regions: RegionTable
    private let crosswalks: [FormCrosswalk]
    private let sizeLimit: Int

    /// - Parameters:
    ///   - crosswalks: the forms that documents are read as; without one, documents are set aside.
    ///   - sizeLimit: in bytes a file.
    package init(
        edition: Edition, regions: RegionTable, crosswalks: [FormCrosswalk] = [],
        sizeLimit: Int = SourceFile.sizeLimit
    ) {
        self.edition = edition
        self.regions = regions
        self.crosswalks = crosswalks
        self.sizeLimit = sizeLimit
    }

    /// Looks through `paths` and puts what is found in order. Of each file the first rows are looked at, and manifests
    /// are read whole for what they say of the others.
    package func survey(_ paths: [String]) -> Batch {
        var survey = Survey()
        for path in paths { survey.add(path) }
        var items = survey.found
        let positions = Dictionary(items.enumerated().map { ($1.path, $0) }) { first, _ in first }
        for manifest in items.indices where items[manifest].form == .submissions {
            let folder = items[manifest].folder
            for receipt in read(items[manifest]).receipts {
                if let item = positions[folder + receipt.file] {
                    items[item].receipt = receipt
                } else if items[manifest].findings.count < Draft.findingLimit {
                    items[manifest].findings.append(
                        Finding(.receiptWithoutFile, at: receipt.source, ["found": receipt.file]))
                }
            }
        }
        return Batch(items: items.sorted { $0.precedes($1) }, skipped: survey.skipped)
    }

    /// Reads one file of a batch, opening it once.
    /// - Parameter names: the consortia registered so far, for documents that give a name only.
    package func read(_ item: Batch.Item, knowing names: ConsortiumNames = ConsortiumNames()) -> Submission {
        let reader = SubmissionReader(edition: edition, regions: regions, crosswalks: crosswalks, names: names)
        do {
            let file = try SourceFile(path: item.location, name: item.name, sizeLimit: sizeLimit)
            return reader.read(file, receipt: item.receipt).adding(item.findings)
        } catch {
            return reader.unreadable(item.name, error, receipt: item.receipt)
        }
    }

    /// Reads a batch in its order, holding one submission at a time.
    package func collect(
        _ batch: Batch, progress: (Progress) -> Void = { _ in }, _ body: (Submission) throws -> Void
    ) rethrows {
        let bytes = batch.size
        var bytesDone = 0
        for (filesDone, item) in batch.items.enumerated() {
            progress(Progress(filesDone: filesDone, files: batch.items.count, bytesDone: bytesDone, bytes: bytes))
            try body(read(item))
            bytesDone += item.size
        }
        progress(
            Progress(filesDone: batch.items.count, files: batch.items.count, bytesDone: bytesDone, bytes: bytes))
    }
}

extension Batch.Item {
    /// What its path begins with, up to its name: paths in a manifest count from there.
    fileprivate var folder: String {
        path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    }
}
