import Foundation
import TestSupport

/// What a year's nights may bring: reports, corrections, registers, manifests and evidence, and what nobody should send.
struct RandomInbox {
    private var numbers: SeededNumbers
    private let work: Workplace
    private static let codes = [
        "6.1.1", "6.1.2", "6.1.4", "6.1.5", "6.1.6", "6.1.8", "9.1.2", "9.1.3", "9.2.1", "8.4.1/人次", "2.3.1", "12.1.1",
        "7.2.1", "1.1.2", "11.2.4", "13.2.3", "14.2.1", "15.2.1", "99.9.9",
    ]
    private static let values = [
        "0", "1", "12", "120.5", "是", "否", "约120", "无", "不适用", "撤回", "", "-3", "１２０", "1,200", "35%", "=1+1",
        "\u{1B}[2J", "9999999999999999999999",
    ]
    private static let consortia = ["C002", "C003", "C012", "C777", "ｃ００３"]

    init(_ work: Workplace, numbers: SeededNumbers) {
        self.work = work
        self.numbers = numbers
    }

    private mutating func any<Value>(_ values: [Value]) -> Value {
        guard let value = values.randomElement(using: &numbers) else { preconditionFailure("nothing to choose from") }
        return value
    }

    mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &numbers) }

    /// Puts what came on a day into the inbox.
    mutating func receive() throws {
        for _ in 0..<number(0..<5) { try receiveOne() }
    }

    private mutating func receiveOne() throws {
        let (submissions, registers) = (Workplace.submissions, Workplace.registers)
        let owner = any(Self.consortia)
        let name = any(["填报表", "更正", "重报（2）", "补充", "a b"])
        switch number(0..<12) {
        case 0...3: try work.write(figures(of: owner), to: "\(submissions)/\(owner)/\(name).csv")
        case 4: try work.write(figures(of: any(Self.consortia)), to: "\(registers)/\(owner)-\(name).csv")
        case 5: try work.write(register(), to: "\(registers)/\(any(["事件", "政策", "认定"])).csv")
        case 6:
            let day = any(["2026-03-01", "2026-04-01", "2099-01-01", "0001-01-01", "昨天", ""])
            try work.write(
                "文件,收到日期,报送单位,联合体编号\n\(owner)/\(name).csv,\(day),示例报送单位（虚构）,\(owner)\n", to: "\(registers)/清单.csv")
        case 7: try work.write("%PDF-1.4 示例 \(number(0..<9))", to: "\(submissions)/\(owner)/证明.pdf")
        case 8: try damage()
        case 9:
            try work.write(
                String(repeating: "x", count: number(0..<9)), to: "\(submissions)/\(owner)/坏\(number(0..<9)).csv")
        case 10:
            let place = work.path("\(submissions)/链接\(number(0..<3)).csv")
            try? FileManager.default.createSymbolicLink(atPath: place, withDestinationPath: "/etc/passwd")
        default: try remove()
        }
    }

    private mutating func figures(of owner: String) -> String {
        var text = "联合体编号,观测点,年度,口径,数值,佐证材料,更正理由\n"
        for _ in 0..<number(1..<12) {
            text += "\(owner),\(any(Self.codes)),\(number(2021..<2028)),\(any(["实际", "承诺", ""])),"
            text += "\"\(any(Self.values))\",\(any(["", "证明.pdf"])),\(any(["", "核对后更正"]))\n"
        }
        return number(0..<6) == 0 ? String(text.dropLast()) : text
    }

    private mutating func register() -> String {
        let owner = any(Self.consortia)
        return switch number(0..<3) {
        case 0:
            """
            编号,联合体编号,发生日期,领域,程度,不良影响,核查状态,佐证材料
            E\(number(0..<4)),\(owner),2025-0\(number(1..<9))-01,\(any(["安全", "招生", "造假"])),\(any(["一般", "重大"])),是,\
            \(any(["线索", "查实", "不成立"])),

            """
        case 1:
            """
            编号,层级,地区,标题,文号,发文单位,发文日期,是否有效,佐证材料
            P\(number(0..<4)),市级,\(any(["长沙市", "成都市", "不知何处"])),示例措施（虚构）,,示例市政府（虚构）,\
            \(number(2023..<2027))-02-01,\(any(["是", "否", ""])),

            """
        default:
            """
            联合体编号,条款,年度,认定,认定人,认定日期,理由,佐证材料
            \(owner),16.\(number(1..<7)),2025,\(any(["成立", "不成立", "豁免"])),示例评审甲（虚构）,2026-04-01,\(any(["已核查", ""])),

            """
        }
    }

    private var files: [String] {
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: work.path(Workplace.submissions))) ?? []
        return names.filter { $0.hasSuffix(".csv") }.sorted().map { work.path("\(Workplace.submissions)/\($0)") }
    }

    /// Cuts off a file, or changes a byte of it.
    private mutating func damage() throws {
        guard !files.isEmpty else { return }
        let url = URL(filePath: any(files))
        guard var bytes = try? Data(contentsOf: url), bytes.count > 1, (try? url.checkResourceIsReachable()) == true,
            !(try url.resourceValues(forKeys: [.isSymbolicLinkKey]).isSymbolicLink ?? false)
        else { return }
        if number(0..<2) == 0 {
            bytes = bytes.prefix(number(1..<bytes.count))
        } else {
            bytes[number(0..<bytes.count)] = UInt8(number(0..<256))
        }
        try bytes.write(to: url)
    }

    private mutating func remove() throws {
        if files.count > 3 { try FileManager.default.removeItem(atPath: any(files)) }
    }
}
