/// A packed value with where it was read.
struct CellContent: Hashable {
    var cell = PackedCell.missing
    var locator = SourceLocator.none
}
