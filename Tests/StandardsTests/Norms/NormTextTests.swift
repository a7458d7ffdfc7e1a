import Foundation
import Standards
import TestSupport
import Testing

@Suite("The official texts, sentence by sentence")
struct NormTextTests {
    let sources: [NormSource]

    init() throws {
        sources = try NormSource.load(from: Repository.norms)
    }

    @Test func `all sources are there, and only official ones are quoted`() {
        #expect(sources.filter { $0.wording == .verbatim }.map(\.id) == OfficialText.ids)
        #expect(sources.filter { $0.wording == .placed }.map(\.id) == ["ningbo-policy-digest-2023"])
        #expect(sources.filter { $0.wording == .described }.map(\.id) == ["public-notices"])
    }

    @Test(.needsSharedFolder, arguments: OfficialText.ids)
    func `every sentence is there once, word by word, in the order of the source`(id: String) throws {
        let source = try #require(sources.first { $0.id == id })
        let texts = source.passages.map { passage in
            switch passage {
            case .heading(let text): text
            case .norm(let norm): norm.text
            }
        }
        let (ours, official) = (OfficialText.bare(texts.joined()), try OfficialText.read(id))
        guard ours != official else { return }
        let same = zip(ours, official).prefix { $0 == $1 }.count
        func here(_ text: String) -> String { String(text.dropFirst(max(same - 12, 0)).prefix(40)) }
        Issue.record("\(id) differs after \(same) characters\n  official: \(here(official))\n  ours:     \(here(ours))")
    }

    /// The standard's table is put in order to be compared; nothing may get lost by that.
    @Test(.needsSharedFolder) func `the table read in order has every character of the file`() throws {
        let file = try OfficialText.file("construction-standard-trial")
        let rows = (1...44).map(String.init).joined()
        let all = OfficialText.bare(OfficialText.withoutRepeatedHeads(file, head: "序号 一级指标")).sorted()
        #expect(try OfficialText.read("construction-standard-trial").appending(rows).sorted() == all)
    }

    @Test(.needsSharedFolder) func `of the digest nothing is copied`() throws {
        // Words of the trade, such as the name of a kind of body, are anybody's.
        let longest = 7
        let digest = OfficialText.bare(try OfficialText.file("ningbo-policy-digest-2023"))
        let source = try #require(sources.first { $0.wording == .placed })
        for norm in source.norms {
            let text = Array(OfficialText.bare(norm.text))
            let runs = text.indices.dropLast(longest - 1).map { String(text[$0..<($0 + longest)]) }
            #expect(runs.filter(digest.contains) == [], "\(norm.id)")
        }
    }
}
