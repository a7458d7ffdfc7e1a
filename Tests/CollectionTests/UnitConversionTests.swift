import FEEL
import Standards
import Testing

@testable import Collection

struct UnitConversionTests {
    @Test(arguments: [
        ("元", "万元", "1200000", "120"), ("万元", "万元", "120", "120"), ("亿元", "万元", "1.2", "12000"),
        ("千元", "万元", "1200", "120"), ("百万元", "万元", "1.2", "120"), ("百万", "万元", "1.2", "120"),
        ("万", "万元", "120", "120"), ("亿", "万元", "1.2", "12000"), ("元", "亿元", "120000000", "1.2"),
        ("人民币元", "万元", "1", "0.0001"), ("¥", "万元", "10000", "1"), ("元整", "万元", "5000", "0.5"),
        ("万元（人民币）", "万元", "120", nil), ("千人次", "人次", "3", "3000"), ("万", "人次", "1.2", "12000"),
        ("人次", "万人次", "12000", "1.2"), ("%", "%", "95", "95"), ("％", "%", "95", "95"), ("‰", "%", "953", "95.3"),
        ("个百分点", "%", "3", "3"), ("家", "个", "7", "7"), ("名", "人", "7", "7"), ("人", "人次", "7", nil),
        ("元", "人", "7", nil), ("%", "人次", "12", nil), ("万", "%", "1", nil), ("万", "", "1", nil),
        ("", "万元", "1", nil), ("左右", "万元", "1", nil), ("项", "次", "1", nil),
    ])
    func `numbers change their unit exactly, where that is certain`(
        unit: String, target: String, number: String, converted: String?
    ) throws {
        let found = try UnitConversion(from: unit, to: target)?(#require(Decimal128(number)))
        #expect(try found == converted.map { try #require(Decimal128($0)) })
    }

    @Test(arguments: [("元", true), ("万元", true), ("%", true), ("万", true), ("人次", true), ("必填", false), ("", false)])
    func `remarks are no units`(text: String, isUnit: Bool) {
        #expect(UnitConversion.isUnit(text) == isUnit)
    }

    @Test func `every unit of the standard is known`() throws {
        for unit in try Set(Edition.trial.get().indicators.map(\.unit)).subtracting([""]) {
            #expect(UnitConversion.isUnit(unit), "\(unit)")
            #expect(UnitConversion(from: unit, to: unit)?.exponent == 0)
        }
    }
}
