internal import Collection
internal import FEEL
internal import Foundation
internal import Safekeeping
internal import Spreadsheet
internal import Standards

/// A register of determinations, ratings or transitions with one row: how a decision that was made at the keyboard is received, so that it is
/// kept, sealed and read again like one that was sent.
struct DecisionRegister {
    /// 认定编号: what is said and when, in twelve digits. Ratings and transitions have none: their file is called by it.
    let id: String
    private let name: String
    private let text: String

    init(_ determination: Determination, amount: String?, at now: Date) {
        self.init(
            .determinations, Self.values(of: determination, amount: amount), at: now,
            called: "认定-\(determination.consortium)-\(determination.clause)-\(determination.year)")
    }

    private static func values(of determination: Determination, amount: String?) -> [String: String?] {
        [
            "consortium": determination.consortium, "clause": determination.clause,
            "year": determination.year.description, "decision": determination.decision.title, "by": determination.by,
            "on": determination.on?.description, "ground": determination.ground, "evidence": determination.evidence,
            "subject": determination.subject, "withdraws": determination.withdraws, "fund": determination.fund,
            "amount": amount, "caseDigest": determination.caseDigest, "signature": determination.signature,
        ]
    }

    /// A register of several determinations that have their own ids.
    static func text(of determinations: [Determination]) -> String {
        let columns = FormKind.determinations.readColumns
        let rows = determinations.map { made in
            var values = values(of: made, amount: made.amount?.description)
            values["id"] = made.id
            return columns.map { (values[$0.id] ?? nil) ?? "" }
        }
        return "\u{feff}" + lines([columns.map(\.title)] + rows)
    }

    private static func lines(_ rows: [[String]]) -> String {
        rows.map { $0.map(quoted).joined(separator: ",") + "\r\n" }.joined()
    }

    init(_ rating: Rating, at now: Date) {
        let values = [
            "consortium": rating.consortium, "point": rating.point, "round": rating.round.title,
            "rating": rating.grade.title, "by": rating.by, "on": rating.on.description, "ground": rating.ground,
            "evidence": rating.evidence, "signature": rating.signature,
        ]
        self.init(.ratings, values, at: now, called: "评定-\(rating.consortium)-\(rating.point)")
    }

    init(_ transition: Transition, at now: Date) {
        let values = [
            "consortium": transition.consortium, "from": transition.from?.title, "to": transition.to.title,
            "on": transition.on.description, "document": transition.document, "by": transition.by,
            "ground": transition.ground, "signature": transition.signature,
        ]
        self.init(.transitions, values, at: now, called: "状态变更-\(transition.consortium)")
    }

    private init(_ form: FormKind, _ values: [String: String?], at now: Date, called name: String) {
        let columns = form.readColumns
        let said = columns.map { (values[$0.id] ?? nil) ?? "" } + [ChinaTime.timestamp(now)]
        let id = "R" + SourceFile(name: "", bytes: Array(said.joined(separator: "\u{1F}").utf8)).sha256.prefix(12)
        let row = columns.map { column in column.id == "id" ? id : (values[column.id] ?? nil) ?? "" }
        self.id = id
        self.name = name
        text = Self.lines([columns.map(\.title), row])
    }

    /// Writes the register to a folder of its own, for as long as `body` needs it.
    /// - Parameter number: of the submission that it becomes. What is said of one case within a second comes in the order of
    ///   the names of its files.
    func withFile<Result>(numbered number: Int, _ body: (_ path: String) throws -> Result) throws -> Result {
        let name = "\(name)-\(number)-\(id).csv"
        let folder = try Scratch.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        do {
            try Data(("\u{feff}" + text).utf8).write(to: folder.appending(path: name))
        } catch {
            throw Failure(.configuration, "无法创建临时文件夹 \(folder.path)。请检查磁盘空间。")
        }
        return try body(folder.appending(path: name).path)
    }

    private static func quoted(_ text: String) -> String {
        guard text.contains(where: { ",\"\r\n".contains($0) || $0.isNewline }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
