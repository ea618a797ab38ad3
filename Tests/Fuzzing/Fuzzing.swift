import Glibc

/// The reader to try, named in the environment: every argument is libFuzzer's.
private let fuzzed: FuzzedReader = {
    let name = getenv("STYRDOK_FUZZ").map { String(cString: $0) } ?? ""
    guard let reader = FuzzedReader(rawValue: name) else {
        print("STYRDOK_FUZZ=\(FuzzedReader.allCases.map(\.rawValue).joined(separator: "|"))")
        exit(64)
    }
    return reader
}()

/// Called by libFuzzer, whose `main` runs the process, with one input after another. 0 is the only answer it takes:
/// whatever is wrong ends the process.
@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(start: UnsafePointer<UInt8>?, count: Int) -> Int32 {
    fuzzed.read(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}
