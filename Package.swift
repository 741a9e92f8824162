// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// One room of the house: a target in Swift 6 mode with warnings as errors.
func room(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The tests of a room; what they read lies in `Fixtures/` beside them.
func tests(_ name: String, _ dependencies: [Target.Dependency], fixtures: Bool = false) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"],
    resources: fixtures ? [.copy("Fixtures")] : [], swiftSettings: strict)
}

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let grdb: [Target.Dependency] = [
  .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
]
let hummingbird: [Target.Dependency] = [
  .product(name: "Hummingbird", package: "hummingbird"), .product(name: "HummingbirdCore", package: "hummingbird"),
  .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
  .product(name: "Logging", package: "swift-log"),
  .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
]
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
  name: "minbar",
  products: [.executable(name: "minbar", targets: ["minbar"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
    .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.0"),
    .package(url: "https://github.com/apple/swift-nio-extras.git", from: "1.34.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ],
  targets: [
    .systemLibrary(name: "CICU", pkgConfig: "icu-uc icu-i18n", providers: [.apt(["libicu-dev"])]),
    .systemLibrary(
      name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
    .systemLibrary(
      name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    .target(name: "ICUBridge", dependencies: ["CICU"]),
    .target(
      name: "LexiconFiles", path: "Lexicons", exclude: ["README.md", "QUALITY.md"],
      sources: ["LexiconFiles.swift"],
      resources: [
        .copy("classes.tsv"), .copy("operators.tsv"), .copy("responses.tsv"), .copy("alerts.tsv"), .copy("checks.tsv"),
        .copy("languages"), .copy("themes"),
      ], swiftSettings: strict),
    .target(
      name: "ReportFiles", path: "Reports", sources: ["ReportFiles.swift"],
      resources: [
        .copy("words"), .copy("desk"), .copy("style"), .copy("indicators.yaml"), .copy("donors"), .copy("calendar"),
        .copy("audience"),
      ], swiftSettings: strict),
    room("Records", []),
    room("Protection", ["Records", crypto]),
    room("Ingestion", ["Records", "ICUBridge", "CArchive", "CExpat"]),
    room("TextAnalysis", ["Records", "ICUBridge", "CStemmer"]),
    room("Storage", ["Records", "Protection"] + grdb),
    room("Figures", ["Records"]),
    room("Drawing", []),
    room("Reporting", ["Records", "Figures", "Drawing", "ICUBridge", "CXLSXWriter"]),
    room(
      "Workflows",
      [
        "Records", "Protection", "Ingestion", "TextAnalysis", "Storage", "Figures", "Drawing",
        "Reporting", "ICUBridge", "LexiconFiles", "ReportFiles", crypto, yams,
      ]),
    room(
      "Website",
      ["Records", "Figures", "Drawing", "Reporting", "Workflows", "CQREncode", crypto, cryptoExtras] + hummingbird),
    .executableTarget(
      name: "minbar", dependencies: ["Records", "Workflows", "Website", argumentParser], swiftSettings: strict),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    tests("HouseRulesTests", []),
    tests("RecordsTests", ["Records"]),
    tests("ProtectionTests", ["Records", "Protection", crypto]),
    tests("IngestionTests", ["Records", "Ingestion"], fixtures: true),
    tests("TextAnalysisTests", ["Records", "ICUBridge", "TextAnalysis"], fixtures: true),
    tests("StorageTests", ["Records", "Protection", "Storage"] + grdb),
    tests("FiguresTests", ["Records", "Figures"]),
    tests("DrawingTests", ["Drawing"]),
    tests(
      "ReportingTests",
      ["Records", "Ingestion", "Figures", "Drawing", "Reporting", "ReportFiles", "TextAnalysis"], fixtures: true),
    tests(
      "WorkflowsTests", ["Records", "Ingestion", "Figures", "TextAnalysis", "Reporting", "Storage", "Workflows"]),
    tests(
      "DurabilityTests", ["Records", "Protection", "Storage", "Workflows", crypto] + grdb, fixtures: true),
    tests(
      "WebsiteTests",
      [
        "Records", "Drawing", "Figures", "Reporting", "Storage", "Workflows", "Website", "minbar",
        .product(name: "HummingbirdTesting", package: "hummingbird"),
      ] + hummingbird + grdb),
    tests("EndToEndTests", ["minbar"], fixtures: true),
  ]
)
