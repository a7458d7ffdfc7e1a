package import FEEL
internal import Spreadsheet
package import Standards

/// Takes in what people send: files and folders in any layout, to submissions, one by one. A file that is broken is a
/// submission that says so; nothing stops a batch.
package struct Collector: Sendable {
    private let edition: Edition
    private let regions: RegionTable
    private let crosswalks: [FormCrosswalk]
    private let today: CalendarDate
    private let sizeLimit: Int

    /// - Parameters:
    ///   - crosswalks: the forms that documents are read as; without one, documents are set aside.
    ///   - today: the last day on which anything can have been received or decided.
    ///   - sizeLimit: in bytes a file.
    package init(
        edition: Edition, regions: RegionTable, crosswalks: [FormCrosswalk] = [], today: CalendarDate,
        sizeLimit: Int = SourceFile.sizeLimit
    ) {
        self.edition = edition
        self.regions = regions
        self.crosswalks = crosswalks
        self.today = today
        self.sizeLimit = sizeLimit
    }

    /// Looks through `roots` and puts what is found in order. Of each file the first rows are looked at, and the
    /// manifests of authorities are read whole for what they say of the others.
    /// - Parameters:
    ///   - stillness: waits for files that are still being written; nil to take every file as it is.
    ///   - isKnown: whether a file of this SHA-256 was taken in before. It came before whatever is new, so nothing has to
    ///     tell which of the two is the later; only files that need it are asked about.
    package func survey(
        _ roots: [InboxRoot], stillness: Stillness? = nil, isKnown: (String) -> Bool = { _ in false }
    ) -> Batch {
        var survey = Survey()
        for root in roots { survey.add(root) }
        if let stillness { survey.settle(stillness) }
        var items = survey.found
        let manifests = items.indices.filter {
            items[$0].form == .manifest && items[$0].arrival.root.authority == .authority
        }
        var index = ManifestIndex(items, first: edition.baseYear, today: today)
        index.apply(manifests.map { ($0, readAlone(items[$0], KnownConsortia()).manifest) }, to: &items)
        return Batch(
            items: BatchOrder(items, isKnown: isKnown).items, others: survey.others, skipped: survey.skipped)
    }

    /// Reads one file of a batch, opening it once.
    /// - Parameter consortia: those registered so far, for files that tell whose they are by a folder or a name only.
    package func read(_ item: Batch.Item, knowing consortia: KnownConsortia = KnownConsortia()) -> Submission {
        var submission = readAlone(item, consortia)
        submission.findings += item.findings
        item.contest?.settle(&submission, of: item.path) { readAlone($0, consortia) }
        return submission
    }

    /// Reads a file once more that was taken in before and is kept at `path`.
    package func reread(
        _ path: String, as name: String, from origin: Origin, knowing consortia: KnownConsortia = KnownConsortia()
    ) -> Submission {
        let reader = SubmissionReader(
            edition: edition, regions: regions, today: today, crosswalks: crosswalks, consortia: consortia)
        let arrival = Arrival(
            root: InboxRoot(path: path, authority: origin.authority, region: origin.region), known: origin)
        do {
            return reader.read(
                try SourceFile(path: FilePath(argument: path), name: name, sizeLimit: sizeLimit), arrival)
        } catch {
            return reader.unreadable(name, error, arrival)
        }
    }

    private func readAlone(_ item: Batch.Item, _ consortia: KnownConsortia) -> Submission {
        let reader = SubmissionReader(
            edition: edition, regions: regions, today: today, crosswalks: crosswalks, consortia: consortia)
        do {
            let file = try SourceFile(
                path: item.location, name: item.name, sizeLimit: sizeLimit, seen: item.seen)
            return reader.read(file, item.arrival)
        } catch {
            return reader.unreadable(item.name, error, item.arrival)
        }
    }
}
