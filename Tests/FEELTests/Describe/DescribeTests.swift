import FEEL
import Testing

@Suite("Describe")
struct DescribeTests {
    private static let phrases: [String: FunctionPhrase] = ["actual": "观测点{1}的实际值"]

    private static func described(_ source: String) throws -> String {
        try Parser.expression(source).described(phrases: phrases)
    }

    @Test(
        arguments: [
            (
                "count(近2年) = 2 and every 年 in 近2年 satisfies 年.到位经费 < 年.计划经费",
                "近2年有2年，且近2年中每一年的到位经费都低于当年的计划经费"
            ),
            ("本年.到位经费 < 本年.计划经费", "本年的到位经费低于本年的计划经费"),
            ("本年.计划经费 - 本年.到位经费", "本年的计划经费减去本年的到位经费"),
            ("专项到位 + 日常到位", "专项到位与日常到位之和"),
            (
                "if actual(\"6.1.1\") = false then 0 else actual(\"6.1.2\")",
                "若观测点“6.1.1”的实际值为“否”，则为0，否则为观测点“6.1.2”的实际值"
            ),
            (
                "(if actual(\"6.1.1\") = false then 0 else actual(\"6.1.4\")) + (if actual(\"6.1.5\") = false then 0 else actual(\"6.1.8\"))",
                "（若观测点“6.1.1”的实际值为“否”，则为0，否则为观测点“6.1.4”的实际值）与（若观测点“6.1.5”的实际值为“否”，则为0，否则为观测点“6.1.8”的实际值）之和"
            ),
            ("本年.联合培养 > 1.2 * 基年.联合培养", "本年的联合培养高于基年的联合培养的1.2倍"),
            (
                "count(事件[领域 = \"造假\" and 程度 = \"重大\" and 状态 = \"查实\"]) > 0",
                "事件中有领域为“造假”且程度为“重大”且状态为“查实”的项"
            ),
            ("count(事件[状态 = \"线索\"]) = 0", "事件中没有状态为“线索”的项"),
            (
                "some 年 in 历年 satisfies 年.国家级成果 > 0",
                "历年中至少有一年的国家级成果大于0"
            ),
            ("not(some 年 in 历年 satisfies 年.国家级成果 > 0)", "历年中每一年的国家级成果都不大于0"),
            ("not(every 年 in 近3年 satisfies 年.有政策 = true)", "近3年中至少有一年的有政策不为“是”"),
            ("count(近2年) = 2 and not(上年.有政策) and not(本年.有政策)", "近2年有2年，且上年的有政策为“否”，且本年的有政策为“否”"),
            ("本年.投入 = null or 本年.投入 <= 0", "本年的投入没有数据，或本年的投入不大于0"),
            ("(a or b) and c", "（a为“是”，或b为“是”），且c为“是”"),
            (
                "if 事件 = null then null else some 事 in 事件 satisfies contains(\"招生、就业\", 事.领域) and contains(\"重大\", 事.程度) and 事.年份 <= 年度",
                "若事件没有数据，则不能判断，否则事件中至少有一项的领域是“招生、就业”之一，且该项的程度是“重大”，且该项的年份不晚于年度"
            ),
            ("认定[item.认定 in (\"成立\", \"不成立\")][-1].认定 = \"成立\"", "认定中认定为“成立”或“不成立”的最后一项的认定为“成立”"),
            ("not(contains(\"甲、乙\", x)) or (if a > 1 then null else b)", "x不是“甲、乙”之一，或（若a高于1，则不能判断，否则b为“是”）"),
            ("not(a and b)", "a为“否”，或b为“否”"),
        ])
    func `says what rules mean`(source: String, expected: String) throws {
        #expect(try Self.described(source) == expected)
    }

    @Test(
        arguments: [
            ("sum(近3年.投入) >= 100", "近3年的投入之和不低于100"),
            ("sum(a, b, c)", "a、b、c之和"),
            ("a + b + c - d", "（a、b、c之和）减去d"),
            ("a * b / c ** 2", "（a与b之积）除以（c的2次方）"),
            ("-a", "a的相反数"),
            ("a * 1.2", "a的1.2倍"),
            ("历年[-1].投入", "历年的最后一项的投入"),
            ("历年[1]", "历年的第1项"),
            ("历年[-2]", "历年的倒数第2项"),
            ("名单[item > 3]", "名单中该项高于3的项"),
            ("for 年 in 近2年 return 年.投入", "近2年中每一年的投入"),
            ("for x in [1, 2], y in b return x * y", "对（1、2）中每一x与b中每一y取x与y之积"),
            ("{a: 1, b: \"x\"}", "由a（1）、b（“x”）组成的记录"),
            ("[1..5)", "1至5（不含）"),
            ("function(a, b) a + b", "以a、b计算“a与b之和”的函数"),
            ("string length(名称) > 3", "名称的字数高于3"),
            ("@\"2025-12-31\"", "2025年12月31日"),
            ("@\"P1Y2M\"", "1年2个月"),
            ("@\"-P1DT2H\"", "负1天2小时"),
            ("设立日期 < date(\"2022-01-01\")", "设立日期早于日期“2022-01-01”"),
            ("设立日期 >= @\"2022-01-01\"", "设立日期不早于2022年1月1日"),
            ("floor(a)", "a向下取整"), ("floor(a, 1)", "a向下取到1位小数"), ("not(a, b)", "not（a，b）〔否定；未知仍为未知〕"),
            ("substring(length: 2, string: s, start position: 3)", "s自第3个字起的2个字"),
            ("[]", "空列表"),
            ("null", "空值"),
            ("unknown function(a, b)", "unknown function（a，b）"),
        ])
    func `has a phrase for every form`(source: String, expected: String) throws {
        #expect(
            try Parser.expression(source, names: KnownNames(variables: ["unknown function"]))
                .described(phrases: Self.phrases) == expected)
    }

    @Test(
        arguments: [
            ("count(a) >= 2", "a至少有2项"), ("count(a) < 2", "a不足2项"), ("count(a) <= 2", "a至多有2项"),
            ("count(a) > 2", "a多于2项"), ("count(a) != 2", "a不是2项"), ("count(a) = 0", "a为空"), ("count(a) > 0", "a不为空"),
            ("x between 1 and 5", "x在1与5之间"), ("not(x between 1 and 5)", "x不在1与5之间"),
            ("x in [1..5]", "x在1至5之间"), ("x in (\"a\", \"b\")", "x为“a”或“b”"), ("x in < 5", "x低于5"),
            ("x in (< 5, > 10)", "x低于5，或x高于10"), ("x in 名单", "x在名单之中"), ("x != 5", "x不等于5"),
            ("x instance of number", "x的类型是数字"), ("contains(名称, \"园\")", "名称包含“园”"),
            ("not(contains(名称, \"园\"))", "名称不包含“园”"), ("list contains(名单, x)", "名单包含x"),
            ("every x in 名单 satisfies x > 0", "名单中每一项都大于0"),
            ("every 企业 in 企业名单 satisfies 企业.产值 > 0 and 企业.人数 > 企业.下限", "企业名单中每一个企业的产值都大于0，且该企业的人数都高于该企业的下限"),
            ("every 年 in 近2年 satisfies 0 < 年.投入", "近2年中每一年都满足：0低于当年的投入"),
            ("some 年 in 近2年 satisfies contains(年.备注, \"园\")", "近2年中至少有一年的备注包含“园”"),
            ("some x in a, y in b satisfies x = y", "对于a中某一x与b中某一y，有：x等于y"),
            ("if a > 0 then b > 0 else c > 0", "若a大于0，则b大于0，否则c大于0"),
            ("true", "恒成立"), ("not(true)", "恒不成立"), ("a", "a"),
        ])
    func `says conditions as clauses`(source: String, expected: String) throws {
        #expect(try Self.described(source) == expected)
    }

    @Test(
        arguments: [
            ("-", "得分不限"), ("< 60", "得分低于60"), ("[60..80)", "得分在60至80（不含）之间"), ("\"优\", \"良\"", "得分为“优”或“良”"),
            ("not(\"优\")", "得分不为“优”"), ("not(\"优\", \"良\")", "得分不为“优”或“良”"), ("true", "得分为“是”"), ("null", "得分没有数据"),
            ("< 10, > 20", "得分低于10，或得分高于20"), ("not(< 10, > 20)", "得分不低于10，且得分不高于20"),
            ("? > 10 and ? < 20", "得分高于10，且得分低于20"), ("5", "得分等于5"), ("> @\"2025-01-01\"", "得分晚于2025年1月1日"),
        ])
    func `says what a unary test asks`(source: String, expected: String) throws {
        #expect(try Parser.unaryTests(source).described(of: "得分") == expected)
    }
}
