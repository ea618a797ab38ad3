// swift-tools-version: 6.1
import PackageDescription

// Arrows run one way only: see «The house» in CONTRIBUTING.md before adding a dependency between targets.
let package = Package(
    name: "styrdok",
    products: [
        .executable(name: "styrdok", targets: ["styrdok"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    ],
    targets: [
        .systemLibrary(name: "CCMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CExchange"),
        .systemLibrary(name: "CHunspell", pkgConfig: "hunspell", providers: [.apt(["libhunspell-dev"])]),
        .systemLibrary(name: "CJemalloc", pkgConfig: "jemalloc", providers: [.apt(["libjemalloc-dev"])]),
        .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .target(name: "Diagnostics"),
        .target(name: "Language", dependencies: ["CHunspell"]),
        .target(name: "Markup", dependencies: ["CCMark"]),
        .target(name: "Model", dependencies: ["CCrypto", "CExchange", "Diagnostics", "Markup"]),
        .target(name: "Reading", dependencies: ["CYAML", "Model"]),
        .target(name: "Resolving", dependencies: ["Model"]),
        .target(name: "Validating", dependencies: ["Language", "Model"]),
        .target(name: "Comparing", dependencies: ["Model"]),
        .target(name: "Referencing", dependencies: ["Model"]),
        .target(
            name: "Rendering",
            dependencies: ["Comparing", "CXlsxWriter", "Model", "Referencing", .product(name: "Mustache", package: "swift-mustache")]),
        .target(name: "Tools", dependencies: ["CExchange", "Model"]),
        .target(name: "Publishing", dependencies: ["CExchange", "Model", "Tools"]),
        .target(
            name: "Compiler",
            dependencies: ["Comparing", "Language", "Reading", "Referencing", "Resolving", "Validating", "Rendering", "Publishing", "Tools"]),
        .target(name: "Preview", dependencies: ["Compiler", .product(name: "FlyingSocks", package: "FlyingFox")]),
        .executableTarget(
            name: "styrdok",
            dependencies: ["CJemalloc", "Compiler", "Preview", "Tools", .product(name: "ArgumentParser", package: "swift-argument-parser")]),
        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
        .testTarget(name: "LanguageTests", dependencies: ["Language"]),
        .testTarget(name: "MarkupTests", dependencies: ["Markup"]),
        .testTarget(name: "ReferencingTests", dependencies: ["Compiler", "Referencing"]),
        .testTarget(name: "RenderingTests", dependencies: ["Rendering"]),
        .testTarget(name: "PublishingTests", dependencies: ["Model", "Publishing"]),
        .testTarget(name: "CompilerTests", dependencies: ["Comparing", "Compiler", "Tools"]),
        .testTarget(name: "PreviewTests", dependencies: ["Preview"]),
    ],
    swiftLanguageModes: [.v6]
)

// Only for Scripts/fuzz: every other build would link libFuzzer for nothing.
if Context.environment["STYRDOK_FUZZ"] != nil {
    package.targets.append(.executableTarget(name: "Fuzzing", dependencies: ["Reading"], path: "Tests/Fuzzing", exclude: ["Corpus", "Dictionaries"]))
}
