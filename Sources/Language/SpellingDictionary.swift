import CHunspell
import Glibc
import Synchronization

/// A dictionary of the system (hunspell): which words there are, in all their forms and compounds.
///
/// hunspell's handle is used by one thread at a time. What it said is remembered, and kept in a file from one run to the
/// next: reading the dictionary takes longer than everything else about a programme of ordinary size.
package final class SpellingDictionary: Sendable {
    private struct State {
        /// Read the first time a word is asked for that nobody remembers.
        var handle: Handle?
        var memory = WordMemory()
        var isChanged = false
    }

    /// Owns hunspell's handle.
    private final class Handle: @unchecked Sendable {
        // Unchecked: the pointer is only reached through the mutex.
        let pointer: OpaquePointer

        init(_ pointer: OpaquePointer) { self.pointer = pointer }

        deinit { Hunspell_destroy(pointer) }
    }

    private let affixes: String
    private let words: String
    private let memoryFile: String?
    private let identity: String
    private let state: Mutex<State>

    /// Nil when the folder doesn't hold the dictionary.
    /// - Parameter memory: folder for what is remembered between runs; nil remembers nothing.
    package init?(language: String, folder: String = "/usr/share/hunspell", memory: String? = nil) {
        affixes = "\(folder)/\(language).aff"
        words = "\(folder)/\(language).dic"
        guard let first = Self.identity(of: affixes), let second = Self.identity(of: words) else { return nil }
        identity = "\(first) \(second)"
        memoryFile = memory.map { "\($0)/ord-\(language).txt" }
        state = Mutex(State(handle: nil, memory: memoryFile.flatMap { WordMemory(file: $0, of: "\(first) \(second)") } ?? WordMemory()))
    }

    /// Swedish, with its memory in the user's cache folder.
    package static let swedish = SpellingDictionary(language: "sv_SE", memory: cacheFolder)

    /// `$XDG_CACHE_HOME/styrdok` or `~/.cache/styrdok`.
    package static var cacheFolder: String? {
        func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil } }
        return (variable("XDG_CACHE_HOME") ?? variable("HOME").map { $0 + "/.cache" }).map { $0 + "/styrdok" }
    }

    package func knows(_ word: String) -> Bool {
        state.withLock { state in
            if let known = state.memory.known[word] { return known }
            let known = ask(&state) { Hunspell_spell($0, word) != 0 }
            state.memory.known[word] = known
            state.isChanged = true
            return known
        }
    }

    /// Base forms, `lägesbild` of `lägesbilderna`; the parts' for a compound that the dictionary doesn't list.
    package func stems(of word: String) -> [String] {
        state.withLock { state in
            if let stems = state.memory.stems[word] { return stems }
            let stems = ask(&state) { handle in
                Self.list { Hunspell_stem(handle, $0, word) } free: { Hunspell_free_list(handle, $0, $1) }
            }
            state.memory.stems[word] = stems
            state.isChanged = true
            return stems
        }
    }

    /// What may have been meant, likeliest first. Slow: for findings only.
    package func suggestions(for word: String) -> [String] {
        state.withLock { state in
            ask(&state) { handle in Self.list { Hunspell_suggest(handle, $0, word) } free: { Hunspell_free_list(handle, $0, $1) } }
        }
    }

    /// Writes what was learnt, if anything. A memory that can't be written is done without.
    package func remember() {
        guard let memoryFile else { return }
        state.withLock { state in
            guard state.isChanged else { return }
            state.isChanged = false
            state.memory.write(to: memoryFile, of: identity)
        }
    }

    private func ask<Answer>(_ state: inout State, _ question: (OpaquePointer) -> Answer) -> Answer {
        // hunspell makes a handle of any files that can be read, and these could when the dictionary was made.
        let handle = state.handle ?? Handle(Hunspell_create(affixes, words)!)
        state.handle = handle
        return question(handle.pointer)
    }

    /// Size and time of a file; nil when it can't be read.
    private static func identity(of path: String) -> String? {
        var status = stat()
        guard access(path, R_OK) == 0, stat(path, &status) == 0 else { return nil }
        return "\(status.st_size)-\(status.st_mtim.tv_sec)"
    }

    private static func list(
        _ ask: (UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>) -> Int32,
        free: (UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>, Int32) -> Void
    ) -> [String] {
        var list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
        let count = ask(&list)
        guard count > 0, let words = list else { return [] }
        let result = (0..<Int(count)).compactMap { words[$0].map { String(cString: $0) } }
        free(&list, count)
        return result
    }
}
