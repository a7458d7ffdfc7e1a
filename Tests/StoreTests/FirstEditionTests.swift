import Testing

@testable import Store

@Suite("What the first edition wrote as text")
struct FirstEditionTests {
    @Test(
        arguments: [
            // file, sheet, row, column, what stands between the file and the sentence
            ("a.csv", nil, 0, 0, "："),
            ("a.csv", nil, 3, 0, " › 第3行："),
            ("a.csv", nil, 3, 28, " › 第3行第28列："),
            ("甲：乙.csv", nil, 3, 28, " › 第3行第28列："),
            ("甲：乙.xlsx", "观测点", 31, 28, " › 观测点!AB31："),
            ("a.xlsx", "表：一", 31, 6, " › 表：一!F31："),
            ("a.xlsx", "表：一", 7, 0, " › 表：一!第7行："),
            ("a.xlsx", "表：一", 0, 0, " › 表：一："),
            // A name that could not be printed was written otherwise.
            ("a.xlsx", "表\u{7}", 7, 1, " › 表?!A7："),
        ] as [(String, String?, Int, Int, String)])
    func `a message is parted at its place`(file: String, sheet: String?, row: Int, column: Int, place: String) {
        let sentence = "应为数字，读到“约120”：请只填数字。"
        #expect(
            FirstEdition.sentence(of: file + place + sentence, file: file, sheet: sheet, row: row, column: column)
                == sentence)
    }

    @Test func `a message that begins with another file's name stays whole`() {
        let message = "submissions.csv › 第3行第1列：没有这个文件"
        #expect(FirstEdition.sentence(of: message, file: "a.csv", sheet: nil, row: 3, column: 1) == message)
        #expect(FirstEdition.sentence(of: "a.csv2 说明", file: "a.csv", sheet: nil, row: nil, column: nil) == "a.csv2 说明")
    }

    @Test(arguments: [
        ("C001/2025/16.3", "municipal-consortium-trial/C001/16.3/2025"),
        ("C002/2025/verdict", "municipal-consortium-trial/C002/verdict/2025"),
        ("湖南/长沙/1/2024/16.5", "municipal-consortium-trial/湖南/长沙/1/16.5/2024"),
        ("C001", "C001"),
    ])
    func `a fingerprint is parsed from the right`(old: String, new: String) {
        #expect(FirstEdition.fingerprint(renewing: old) == new)
    }

    @Test func `why a notification was held back names the alert by its new fingerprint`() {
        #expect(
            FirstEdition.detail(renewing: "被 C001/2025/verdict 抑制")
                == "被 municipal-consortium-trial/C001/verdict/2025 抑制")
        #expect(FirstEdition.detail(renewing: "已静默（S1，某某）") == "已静默（S1，某某）")
    }
}
