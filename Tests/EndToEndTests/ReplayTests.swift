import Foundation
import TestSupport
import Testing

/// What a past run said is said again, whatever came since and whatever the rules say now.
@Suite("Past runs")
struct ReplayTests {
    @Test func `a run is judged again to the byte by what it had and by its rules`() throws {
        let work = try Workplace()
        try work.receiveSample(only: ["C001", "C002", "C004", "C022"])
        try work.run()
        let first = try work.outcomes()
        #expect(try work.command("assess", "--run", "1", "--format", "ndjson").output == first)

        // Figures of before are corrected as if they had come in time, a decision comes, and the law is another.
        try work.write(
            "文件,收到日期\n更正.csv,2026-03-01\n", to: "\(Workplace.registers)/2025/收件登记.csv")
        try work.write(
            "联合体编号,观测点,年度,口径,数值,佐证材料\nC002,6.1.2,2025,实际,9999,凭证.pdf\nC002,9.1.2,2025,实际,1,凭证.pdf\n",
            to: "\(Workplace.submissions)/2025/湖南省/更正.csv")
        let later = "2026-06-01T09:00:00+08:00"
        try work.run(now: later)
        let second = try work.command("assess", "--year", "2025", "--format", "ndjson", now: later).output
        #expect(second != first)
        #expect(try work.command("assess", "--run", "1", "--format", "ndjson", now: later).output == first)
        #expect(try work.command("assess", "--run", "2", "--format", "ndjson", now: later).output == second)

        let data = try work.data(changing: "parameters.yml", "value: 1.2,", to: "value: 1000,").path
        let strict = ["--data", data]
        let now = try work.command(["assess", "--year", "2025", "--format", "ndjson"] + strict, now: later).output
        #expect(now != second)
        #expect(try work.command(["assess", "--run", "1", "--format", "ndjson"] + strict, now: later).output == first)
        #expect(try work.command(["assess", "--run", "1"] + strict, now: later).output.contains("C002"))
        try work.command("verify", now: later)
    }

    @Test func `a run that is not there is told with the last that is`() throws {
        let work = try Workplace()
        try work.receiveSample(only: ["C001"])
        try work.run()
        #expect(try work.command("assess", "--run", "9", exits: 2).errors.contains("没有第9次运行。最近一次是第1次。"))
        #expect(
            try work.command("assess", "--run", "1", "--as-of", "2026-04-01", exits: 2).errors
                .contains("--run 和 --as-of 不能同时用"))
        #expect(try work.command("assess", exits: 2).errors.contains("请用 --year 写明年度"))
    }
}
