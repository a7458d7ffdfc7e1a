internal import Spreadsheet

/// What programs and systems leave in folders, and what explains a folder: nobody sent it, so nothing is said of it.
enum Litter {
    /// In lower case.
    private static let names: Set<String> = [
        // Windows, macOS, storage boxes.
        "thumbs.db", "ehthumbs.db", "desktop.ini", ".ds_store", ".localized", "__macosx", "$recycle.bin", "@eadir",
        // The folder's own.
        ".gitkeep", ".gitignore", "readme", "readme.md", "readme.txt",
    ]

    /// The lock files of Excel, WPS and LibreOffice, and what macOS puts beside each file.
    private static let prefixes = ["~$", ".~", "._"]

    /// Whether a file or folder of this name is left alone without a word.
    static func contains(_ name: String) -> Bool {
        names.contains(name.lowercased()) || prefixes.contains { name.hasPrefix($0) }
    }
}
