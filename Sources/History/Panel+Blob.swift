import Standards

/// What a panel is stored as: one blob of cells and one of the places they were read.
///
/// Cells: a header of four little-endian UInt32 (version, first year, years << 16 | indicators, the number of plans << 1
/// and whether commitments follow), the cells as little-endian UInt64, the plans, each its place (UInt32) and its cell,
/// then the pool as UTF-8 texts, each after its length in bytes (UInt32).
/// Sources: the locators as little-endian UInt64.
extension Panel {
    private static let blobVersion: UInt32 = 2
    private static let planSize = 12
    private static let headerSize = 16

    package var cellsBlob: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.headerSize + (actual.count + committed.count) * 8 + 64)
        bytes.append(littleEndian: Self.blobVersion)
        bytes.append(littleEndian: UInt32(layout.firstYear.value))
        bytes.append(littleEndian: UInt32(layout.yearCount << 16 | layout.indicatorCount))
        bytes.append(littleEndian: UInt32(plans.count << 1 | (committed.isEmpty ? 0 : 1)))
        bytes.append(littleEndian: actual, \.bits)
        bytes.append(littleEndian: committed, \.bits)
        for plan in plans {
            bytes.append(littleEndian: UInt32(plan.index))
            bytes.append(littleEndian: plan.cell.bits)
        }
        for text in pool.texts {
            bytes.append(littleEndian: UInt32(text.utf8.count))
            bytes.append(contentsOf: text.utf8)
        }
        return bytes
    }

    package var sourcesBlob: [UInt8] {
        var bytes: [UInt8] = []
        bytes.append(littleEndian: locators, \.bits)
        return bytes
    }

    /// Reads a panel back; nil where the bytes are not one. `sources` may be left out where nobody asks for them.
    package init?(cells: UnsafeRawBufferPointer, sources: UnsafeRawBufferPointer? = nil) {
        guard cells.count >= Self.headerSize, cells.word(at: 0) == Self.blobVersion else { return nil }
        let shape = Int(cells.word(at: 8))
        let layout = PanelLayout(
            firstYear: ReportingYear(Int(cells.word(at: 4))), yearCount: shape >> 16, indicatorCount: shape & 0xffff)
        let hasCommitments = cells.word(at: 12) & 1 == 1
        let planCount = Int(cells.word(at: 12) >> 1)
        let cellBytes = layout.cellCount * 8
        let plansStart = Self.headerSize + cellBytes * (hasCommitments ? 2 : 1)
        let poolStart = plansStart + planCount * Self.planSize
        guard cells.count >= poolStart else { return nil }
        let plans = (0..<planCount).map { plan in
            let start = plansStart + plan * Self.planSize
            let bits = cells.loadUnaligned(fromByteOffset: start + 4, as: UInt64.self)
            return Plan(index: Int(cells.word(at: start)), cell: PackedCell(bits: UInt64(littleEndian: bits)))
        }

        var texts: [String] = []
        var place = poolStart
        while place < cells.count {
            guard place + 4 <= cells.count else { return nil }
            let end = place + 4 + Int(cells.word(at: place))
            guard end <= cells.count else { return nil }
            texts.append(String(decoding: cells[(place + 4)..<end], as: UTF8.self))
            place = end
        }
        self.init(
            layout: layout,
            actual: Self.words(cells, from: Self.headerSize, count: layout.cellCount, PackedCell.init(bits:)),
            committed: hasCommitments
                ? Self.words(
                    cells, from: Self.headerSize + cellBytes, count: layout.cellCount, PackedCell.init(bits:)) : [],
            plans: plans,
            locators: sources.map { Self.words($0, from: 0, count: $0.count / 8, SourceLocator.init(bits:)) } ?? [],
            pool: TextPool(texts: texts))
    }

    private static func words<Word>(
        _ bytes: UnsafeRawBufferPointer, from start: Int, count: Int, _ make: (UInt64) -> Word
    ) -> [Word] {
        Array(unsafeUninitializedCapacity: count) { buffer, initialized in
            for index in 0..<count {
                let bits = bytes.loadUnaligned(fromByteOffset: start + index * 8, as: UInt64.self)
                buffer.initializeElement(at: index, to: make(UInt64(littleEndian: bits)))
            }
            initialized = count
        }
    }
}

extension UnsafeRawBufferPointer {
    fileprivate func word(at offset: Int) -> UInt32 {
        UInt32(littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }
}

extension [UInt8] {
    fileprivate mutating func append(littleEndian value: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
    }

    /// Words one after the other: as one piece, since to add bytes to a list asks each time whether there is room.
    fileprivate mutating func append<Word>(littleEndian words: [Word], _ bits: (Word) -> UInt64) {
        append(
            contentsOf: [UInt8](unsafeUninitializedCapacity: words.count * 8) { buffer, initialized in
                let bytes = UnsafeMutableRawBufferPointer(buffer)
                for place in words.indices {
                    bytes.storeBytes(of: bits(words[place]).littleEndian, toByteOffset: place * 8, as: UInt64.self)
                }
                initialized = words.count * 8
            })
    }
}
