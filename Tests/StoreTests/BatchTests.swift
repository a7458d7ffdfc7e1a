import Foundation
import GRDB
import Standards
import Testing

@testable import Store

@Suite("Several submissions a transaction")
struct BatchTests {
    private struct Stop: Error {}

    @Test func `each is read by the next, and all are there at the end`() throws {
        let fixture = try StoreFixture()
        try fixture.register("C001")
        try fixture.store.batch {
            for day in 1...3 {
                try fixture.receive(Figure(value: .decimal("\(day)")), day: day)
                #expect(try fixture.store.submissions().count == 1 + day)
            }
            // Another connection sees none of them yet.
            #expect(try Store.openExisting(path: fixture.path).submissions().count == 1)
        }
        #expect(try fixture.amount() == .decimal("3"))
        #expect(try fixture.store.verify(editions: [.small]).isEmpty)
    }

    @Test func `one that fails leaves nothing behind and the others stand`() throws {
        let fixture = try StoreFixture()
        try fixture.register("C001")
        try fixture.store.batch {
            try fixture.receive(Figure(value: .decimal("1")), day: 1)
            #expect(throws: StoreError.self) {
                // A withdrawal of what is not in the ledger.
                try fixture.withdraw(.submission(99), day: 2)
            }
            try fixture.receive(Figure(value: .decimal("2")), day: 3)
        }
        #expect(try fixture.amount() == .decimal("2"))
    }

    @Test func `what throws out of it takes all of it back`() throws {
        let fixture = try StoreFixture()
        try fixture.register("C001")
        #expect(throws: Stop.self) {
            try fixture.store.batch {
                try fixture.receive(Figure(value: .decimal("1")), day: 1)
                throw Stop()
            }
        }
        #expect(try fixture.store.submissions().count == 1)
        #expect(try fixture.store.verify(editions: [.small]).isEmpty)
    }

    @Test func `a file of figures alone has a transaction without savepoints, and keeps its references`() throws {
        let fixture = try StoreFixture()
        try fixture.register("C001")
        _ = try fixture.store.batchOfFigures { try fixture.receive(Figure(value: .decimal("1")), day: 1) }
        #expect(try fixture.amount() == .decimal("1"))
        #expect(try fixture.store.verify(editions: [.small]).isEmpty)
        let pointsNowhere = "INSERT INTO source_part (submission) VALUES (99)"
        #expect(throws: DatabaseError.self) { try fixture.store.pool.write { try $0.execute(sql: pointsNowhere) } }
    }

    @Test func `where its writing fails, nothing of it stands, whatever becomes of the failure`() throws {
        let fixture = try StoreFixture()
        try fixture.register("C001")
        #expect(throws: StoreError.self) {
            try fixture.store.batchOfFigures {
                try fixture.receive(Figure(value: .decimal("1")), day: 1)
                // An entry of a register may point to what is not there.
                _ = try? fixture.withdraw(.submission(99), day: 2)
            }
        }
        #expect(try fixture.store.submissions().count == 1)
        #expect(try fixture.store.verify(editions: [.small]).isEmpty)
        let pointsNowhere = "INSERT INTO source_part (submission) VALUES (99)"
        #expect(throws: DatabaseError.self) { try fixture.store.pool.write { try $0.execute(sql: pointsNowhere) } }
    }
}
