internal import Collection
internal import Spreadsheet
internal import Standards
internal import Store

/// Notes while a batch is read which of its files its rows name as evidence. What nobody takes in as a table is decided
/// on once all rows have been read.
struct EvidenceGathering {
    /// Those that may be evidence: no tables by their first rows.
    private let files: [Batch.Item]
    private let names: NamedFiles
    private let positions: [String: Int]
    /// By position of the file, the rows that name it.
    private var links: [Int: [Row: String]] = [:]
    /// What was received before, by SHA-256.
    private let known: [String: EvidenceFile]
    private let knownSizes: Set<Int>

    /// In bytes of UTF-8, of the distinct texts of one submission. What all consortia name in a year has a tenth of it.
    private static let longestTexts = 8 << 20

    private struct Row: Hashable {
        let submission: Int
        let sheet: String?
        let row: Int
    }

    init(_ files: [Batch.Item], known: [EvidenceFile]) {
        self.files = files
        self.known = Dictionary(known.map { ($0.sha256, $0) }) { first, _ in first }
        knownSizes = Set(known.map(\.size))
        names = NamedFiles(files)
        positions = Dictionary(files.enumerated().map { ($1.path, $0) }) { first, _ in first }
    }

    /// Whether what is to become of a file that is no table has to wait for the other files.
    func mayName(_ item: Batch.Item) -> Bool { positions[item.path] != nil }

    /// Notes what a submission names, under its id in the ledger.
    mutating func note(_ submission: Submission, id: Int, of item: Batch.Item, among consortia: KnownConsortia) {
        guard !names.isEmpty else { return }
        let consortium = submission.origin.authority == .secretariat ? submission.origin.consortium : nil
        var known: [String: [Int]] = [:]
        var left = Self.longestTexts
        var found: [(file: Int, source: CellSource)] = []
        submission.forEachEvidence { mention in
            if known[mention.text] == nil, left > 0 {
                left -= mention.text.utf8.count
                known[mention.text] = names.named(in: mention.text, of: item, for: consortium, among: consortia)
            }
            for file in known[mention.text] ?? [] { found.append((file, mention.source)) }
        }
        for (file, source) in found {
            let row = Row(submission: id, sheet: source.sheet, row: source.row)
            links[file, default: [:]][row] = source.file
        }
    }

    /// The document of these bytes that was received before; nil where none was.
    func knownFile(sha256: String) -> EvidenceFile? { known[sha256] }

    /// Whether a file that no row names now was received as evidence before.
    func isKnown(_ item: Batch.Item) -> Bool {
        guard knownSizes.contains(item.size),
            let digest = try? SourceFile.digest(of: item.location, size: item.size)
        else { return false }
        return known[digest] != nil
    }

    /// The rows that name a file, and one of them for people: `填报表.xlsx 第12行`; nil where none does.
    func links(to item: Batch.Item) -> (rows: [EvidenceLink], first: String)? {
        guard let position = positions[item.path], let rows = links[position] else { return nil }
        let sorted = rows.sorted {
            ($0.key.submission, $0.key.sheet ?? "", $0.key.row) < ($1.key.submission, $1.key.sheet ?? "", $1.key.row)
        }
        guard let first = sorted.first else { return nil }
        return (
            sorted.map { EvidenceLink(submission: $0.key.submission, sheet: $0.key.sheet, row: $0.key.row) },
            "\(first.value) 第\(first.key.row)行"
        )
    }
}
