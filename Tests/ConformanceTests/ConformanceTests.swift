import Testing

/// Holds FEEL to the DMN Technology Compatibility Kit.
///
/// The cases are not part of this repository. They are the literal expressions of levels 2 and 3 of the public
/// repository dmn-tck/tck, one JSON object a line, and are looked for in `../shared/feel-tck/cases.jsonl` or in the
/// folder that CONSORTIUM_MONITOR_SHARED names.
@Suite(
    .enabled(
        if: ConformanceKit.shared != nil,
        "skipped: no feel-tck/cases.jsonl in ../shared; the cases can be had from github.com/dmn-tck/tck"))
struct ConformanceTests {
    /// The share of all lines that must hold a case which agrees.
    static let leastAgreement = 0.99

    @Test func `every case agrees but the exceptions named`() throws {
        let kit = try #require(ConformanceKit.shared)
        #expect(kit.lineCount > 1_500)
        #expect(kit.unreadable == [], "lines that hold no case")
        let disagreeing = Set(kit.cases.filter { !$0.agrees }.map(\.name))
        let known = Set(KnownException.all.map(\.name))
        #expect(disagreeing.subtracting(known).sorted() == [], "cases that should agree and do not")
        #expect(known.subtracting(disagreeing).sorted() == [], "exceptions that agree by now: take them off the table")
        #expect(kit.agreement >= Self.leastAgreement)
    }
}
