// swift-tools-version: 6.3
import PackageDescription

/// Settings of every target of ours: the language as Swift 6 means it, and no warning left standing.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

/// A target of ours and the tests of it, in the order of the data: what a target may import is DESIGN's table.
func room(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], excluding files: [String] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, exclude: files, swiftSettings: strict)
}

let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "consortium-monitor",
    products: [
        .library(name: "FEEL", targets: ["FEEL"]),
        .executable(name: "consortium-monitor", targets: ["consortium-monitor"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    ],
    targets: [
        // C libraries, a target each.
        .target(name: "CDecimal", linkerSettings: [.linkedLibrary("bidgcc000"), .linkedLibrary("m")]),
        .systemLibrary(name: "CAllocator"),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

        // The rooms, in the order of the data.
        room("Platform", ["CAllocator"]),
        room("Safekeeping", ["Platform", "CCrypto"]),
        room("FEEL", ["CDecimal"]),
        room("Configuration", ["FEEL", yams]),
        room("Standards", ["Configuration", "FEEL"]),
        room("Spreadsheet", ["Safekeeping", "Platform", "CXlsxWriter", "CZlib"]),
        room("Collection", ["Spreadsheet", "Standards", "Configuration", "FEEL", "Safekeeping"]),
        room("Workbooks", ["Collection", "Spreadsheet", "Standards", "FEEL", "Platform", "Safekeeping"]),
        room("History", ["Standards", "FEEL"]),
        room("Store", ["History", "Standards", "FEEL", "Safekeeping", grdb, sqlite]),
        room("Assessment", ["History", "Standards", "Configuration", "FEEL", "Safekeeping"]),
        room("Review", ["Assessment", "Standards", "Configuration", "FEEL", "Safekeeping"]),
        room("Alerts", ["Assessment", "Standards", "Configuration", "FEEL", "Platform", "Safekeeping"]),
        room("Delivery", ["Alerts", "Standards", "Configuration", "FEEL", "Platform", "Safekeeping", "CCurl"]),
        room("Reports", ["Review", "Assessment", "History", "Standards", "FEEL", "Safekeeping"]),
        room(
            "UseCases",
            [
                "Reports", "Delivery", "Alerts", "Review", "Assessment", "Store", "History", "Workbooks", "Collection",
                "Spreadsheet",
                "Standards", "Configuration", "FEEL", "Platform", "Safekeeping",
            ]),
        .executableTarget(
            name: "consortium-monitor",
            dependencies: [
                "UseCases", "Reports", "Delivery", "Alerts", "Review", "Assessment", "Store", "Workbooks", "Collection",
                "Spreadsheet",
                "Standards", "Configuration", "FEEL", "Safekeeping", "Platform", argumentParser,
            ],
            swiftSettings: strict),

        // What `make bench` measures beside the command itself; no product.
        .executableTarget(
            name: "assessment-benchmark",
            dependencies: [
                "UseCases", "Collection", "Store", "Assessment", "History", "Standards", "FEEL", "Platform",
            ],
            path: "Benchmarks/AssessmentBenchmark", swiftSettings: strict),
        .executableTarget(
            name: "workbook-benchmark", dependencies: ["Spreadsheet"], path: "Benchmarks/WorkbookBenchmark",
            swiftSettings: strict),

        // Tests.
        .systemLibrary(
            name: "CExpat", path: "Tests/CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
        .target(
            name: "AlertsTestSupport",
            dependencies: ["Delivery", "Alerts", "Assessment", "History", "Standards", "Configuration", "FEEL"],
            path: "Tests/AlertsTestSupport", swiftSettings: strict),
        tests("SafekeepingTests", ["Safekeeping"]),
        tests("FEELTests", ["FEEL"]),
        tests("ConformanceTests", ["FEEL", "TestSupport"]),
        tests(
            "StandardsTests", ["Standards", "Configuration", "FEEL", "TestSupport"], excluding: ["Fixtures"]),
        tests(
            "SpreadsheetTests", ["Spreadsheet", "Platform", "CZlib", "CExpat", "TestSupport"],
            excluding: ["Fixtures"]),
        tests(
            "CollectionTests",
            ["Collection", "Spreadsheet", "Safekeeping", "Standards", "Configuration", "FEEL", "TestSupport"],
            excluding: ["Fixtures", "Golden"]),
        tests(
            "WorkbooksTests",
            [
                "Workbooks", "Collection", "Spreadsheet", "Safekeeping", "Standards", "Configuration", "FEEL",
                "TestSupport",
            ],
            excluding: ["Fixtures", "Golden"]),
        tests("HistoryTests", ["History", "Standards", "FEEL", "TestSupport"]),
        tests(
            "AssessmentTests", ["Assessment", "History", "Standards", "Configuration", "FEEL", "TestSupport"],
            excluding: ["Fixtures"]),
        tests(
            "AlertsTests",
            ["Alerts", "AlertsTestSupport", "Assessment", "Standards", "Configuration", "FEEL", "TestSupport"]),
        tests("ReviewTests", ["Review", "Assessment", "Standards", "Configuration", "FEEL", "TestSupport"]),
        tests(
            "DeliveryTests",
            [
                "Delivery", "Alerts", "AlertsTestSupport", "Assessment", "Standards", "Configuration", "FEEL",
                "Safekeeping", "TestSupport",
            ]),
        tests(
            "ReportsTests", ["Reports", "Review", "Assessment", "History", "Standards", "FEEL", "TestSupport"],
            excluding: ["Golden"]),
        tests(
            "StoreTests", ["Store", "History", "Standards", "FEEL", "Safekeeping", "TestSupport", grdb],
            excluding: ["Fixtures", "Golden"]),
        tests(
            "UseCasesTests",
            [
                "UseCases", "Collection", "Spreadsheet", "Reports", "Delivery", "Alerts", "AlertsTestSupport", "Review",
                "Store", "Assessment",
                "Standards", "Configuration", "FEEL", "TestSupport", "consortium-monitor",
            ]),
        tests(
            "EndToEndTests",
            [
                "UseCases", "Collection", "Configuration", "Delivery", "Spreadsheet", "Safekeeping", "Standards",
                "Store",
                "FEEL", "Reports", "TestSupport", "consortium-monitor", grdb,
            ],
            excluding: ["Golden", "SimulatedYear", "read-calendar.py"]),
    ]
)
