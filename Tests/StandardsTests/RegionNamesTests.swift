import Standards
import Testing

struct RegionNamesTests {
    private let regions = RegionNames(["110000": "北京市", "430000": "湖南省", "430100": "长沙市"])

    @Test(arguments: [
        (["110000", "110100"], ["北京市"]), (["430000", "430100"], ["湖南省", "长沙市"]), (["", "430100"], ["长沙市"]),
        (["990000"], ["990000"]), ([], []),
    ])
    func `a part without a name of its own is its city`(codes: [String], names: [String]) {
        #expect(regions.names(of: codes) == names)
    }
}
