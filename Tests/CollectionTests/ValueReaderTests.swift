import FEEL
import Standards
import Testing

@testable import Collection

struct ValueReaderTests {
    private func value(_ text: String, _ code: String) throws -> (ObservedValue, FindingKind?) {
        let reader = ValueReader(try Edition.trial.get().indicators)
        let indicator = try Edition.indicator(code)
        let (value, fault) = reader.value(of: text, as: indicator)
        let bytes = Array(text.utf8)
        // The plain way says the same where it says anything.
        if let plain = ValueReader.plainValue(of: bytes.span, as: indicator.kind) { #expect(plain == value) }
        return (value, fault?.kind)
    }

    @Test(arguments: [
        ("120", "120"), ("0", "0"), ("-0", "0"), ("+7", "7"), ("0120", "120"),
        ("1,234,567.80", "1234567.8"), ("１，２３４", "1234"), ("1，234．5", "1234.5"), ("　 120 ", "120"),
        ("120万元", "120"), ("１２０ 万元", "120"), ("123456789012345678901234", "123456789012345678901234"),
        ("0.000000000000000001", "0.000000000000000001"),
    ])
    func `numbers are read as people write them`(text: String, number: String) throws {
        #expect(try value(text, "6.1.2") == (.number(#require(Decimal128(number))), nil))
    }

    @Test(arguments: [("-3.5", "-3.5"), ("−3", "-3"), ("－3%", "-3"), ("130", "130"), ("２００％", "200")])
    func `growth may be negative and above a hundred per cent`(text: String, number: String) throws {
        #expect(try value(text, "13.1.1/园区增速") == (.number(#require(Decimal128(number))), nil))
    }

    @Test(arguments: [
        ("6.1.2", "-3.5", FindingKind.negativeNumber), ("6.1.2", "−3万元", .negativeNumber),
        ("9.1.1", "－3", .negativeNumber), ("12.1.1", "-0.1", .negativeNumber), ("2.1.2/省内排名", "-1", .negativeNumber),
        ("12.1.1", "100.01", .percentRange), ("12.1.1", "101", .percentRange), ("2.3.1", "142%", .percentRange),
        ("11.2.5", "１３０", .percentRange),
    ])
    func `no other figure is negative, or a percentage above a hundred`(
        code: String, text: String, kind: FindingKind
    ) throws {
        #expect(try value(text, code) == (.rejected(text), kind))
    }

    @Test func `a hundred per cent is one, and money goes above a hundred`() throws {
        #expect(try value("100", "12.1.1") == (.number(100), nil))
        #expect(try value("100.00%", "12.1.1") == (.number(100), nil))
        #expect(try value("101", "6.1.2") == (.number(101), nil))
    }

    @Test(arguments: ["30", "30%", "30％", "30 %", "３０％", "30.0"])
    func `percents are read with their sign and without`(text: String) throws {
        #expect(try value(text, "2.3.1") == (.number(30), nil))
    }

    @Test(arguments: [
        "约120", "1.2.3", "1,2,3", "12,34", "1,234,5", "1e3", "0x10", ".5", "5.", "--5", "+-5", "NaN", "一百",
        "120（含配套）", "是",
    ])
    func `what is no number is kept as text`(text: String) throws {
        #expect(try value(text, "6.1.2") == (.rejected(text), .notANumber))
    }

    /// Which of the two was meant, nobody but the clerk knows.
    @Test(arguments: ["无", "没有", " 暂无 ", "零", "〇", "否", "-", "——", "/", "未统计", "None"])
    func `a word for nothing in place of a number is offered as 0 or blank`(text: String) throws {
        #expect(try value(text, "6.1.2") == (.rejected(text), .noneTyped))
        #expect(try value(text, "9.1.1") == (.rejected(text), .noneTyped))
        #expect(FindingKind.noneTyped.remedy == "如确为零请填 0；没有统计请留空。")
    }

    @Test(arguments: [
        ("1.2亿元", "6.1.2", "12000"), ("1200000元", "6.1.2", "120"), ("1,200,000.50元", "6.1.2", "120.00005"),
        ("120万", "6.1.2", "120"), ("３亿", "6.1.2", "30000"), ("¥1,200,000", "6.1.2", "120"),
        ("人民币120万元", "6.1.2", nil), ("1200千元", "6.1.2", "120"), ("120（万元）", "6.1.2", nil),
        ("3千人次", "8.4.1/人次", "3000"), ("1.2万", "8.4.1/人次", "12000"), ("953‰", "12.1.1", "95.3"),
        ("95％", "12.1.1", nil), ("120000000元", "2.1.2/总产值", "1.2"),
    ])
    func `a number in another unit is converted where that is certain`(
        text: String, code: String, converted: String?
    ) throws {
        let (value, fault) = try value(text, code)
        guard let converted else {
            #expect(value.status == .reported && fault != .unitTyped)
            return
        }
        #expect(try value == .number(#require(Decimal128(converted))))
        #expect(fault == .unitConverted)
    }

    @Test(arguments: [
        ("30%", "6.1.2"), ("5人", "6.1.2"), ("3万人", "8.4.1/人次"), ("12人", "8.4.1/人次"), ("1万", "12.1.1"),
        ("95元", "12.1.1"),
    ])
    func `a number in a unit of something else is kept as text`(text: String, code: String) throws {
        #expect(try value(text, code) == (.rejected(text), .unitTyped))
    }

    @Test(arguments: [("0.953", FindingKind.percentFraction), ("0.8%", nil), ("0", nil), ("1", nil), ("95.3", nil)])
    func `a percent below one is asked about`(text: String, fault: FindingKind?) throws {
        let number = try #require(Decimal128(text.replacing("%", with: "")))
        #expect(try value(text, "12.1.1") == (.number(number), fault))
    }

    @Test func `a percent sign belongs to percents`() throws {
        #expect(try value("12%", "8.4.1/人次") == (.rejected("12%"), .unitTyped))
    }

    @Test(arguments: [
        ("是", true), ("有", true), ("√", true), ("true", true), ("TRUE", true), ("✓", true), ("否", false),
        ("无", false), ("×", false), ("False", false), (" 否　", false),
    ])
    func `yes and no`(text: String, truth: Bool) throws {
        #expect(try value(text, "6.1.1") == (.truth(truth), nil))
    }

    @Test(arguments: ["1", "已安排", "是的", "yes", "是/否"])
    func `what is neither yes nor no is kept as text`(text: String) throws {
        #expect(try value(text, "6.1.1") == (.rejected(text), .badBoolean))
    }

    @Test(arguments: ["6.1.1", "6.1.2", "6.1.3", "2.1.1", "2.3.1"])
    func `blank is missing and 不适用 is not applicable, for every kind`(code: String) throws {
        for text in ["", " ", "　", "\t"] { #expect(try value(text, code) == (.missing, nil)) }
        for text in ["不适用", "N/A", "n/a", "Ｎ／Ａ", " 不适用 "] {
            #expect(try value(text, code) == (.notApplicable, nil))
        }
    }

    @Test func `a choice is one of the list`() throws {
        #expect(try value("国家级", "2.1.1") == (.text("国家级"), nil))
        #expect(try value("市级", "2.1.1") == (.rejected("市级"), .badChoice))
    }

    @Test func `a text is kept as it is, without white space at its ends`() throws {
        #expect(try value(" 用于 实训基地（二期）\n", "6.1.3") == (.text("用于 实训基地（二期）"), nil))
        #expect(try value("无", "6.1.3") == (.text("无"), nil))
    }
}
