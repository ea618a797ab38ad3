import CHunspell
import Glibc
import Synchronization

/// A dictionary of the system (hunspell): which words there are, in all their forms and compounds.
///
/// hunspell's handle is used by one thread at a time; what it said is remembered, since the same words come in every
/// text.
package final class SpellingDictionary: Sendable {
    private struct State: ~Copyable {
        let handle: Handle
        var known: [String: Bool] = [:]
        var stems: [String: [String]] = [:]
    }

    /// Owns hunspell's handle.
    private struct Handle: ~Copyable, @unchecked Sendable {
        // Unchecked: the pointer is only reached through the mutex.
        let pointer: OpaquePointer

        deinit { Hunspell_destroy(pointer) }
    }

    private let state: Mutex<State>

    /// Nil when the folder doesn't hold the dictionary.
    package init?(language: String, folder: String = "/usr/share/hunspell") {
        let (affixes, words) = ("\(folder)/\(language).aff", "\(folder)/\(language).dic")
        guard access(affixes, R_OK) == 0, access(words, R_OK) == 0,
            let pointer = Hunspell_create(affixes, words)
        else { return nil }
        state = Mutex(State(handle: Handle(pointer: pointer)))
    }

    /// Swedish, read the first time it is asked for.
    package static let swedish = SpellingDictionary(language: "sv_SE")

    package func knows(_ word: String) -> Bool {
        state.withLock { state in
            if let known = state.known[word] { return known }
            let known = Hunspell_spell(state.handle.pointer, word) != 0
            state.known[word] = known
            return known
        }
    }

    /// Base forms, `lägesbild` of `lägesbilderna`; the parts' for a compound that the dictionary doesn't list.
    package func stems(of word: String) -> [String] {
        state.withLock { state in
            if let stems = state.stems[word] { return stems }
            let stems = Self.list { Hunspell_stem(state.handle.pointer, $0, word) } free: { Hunspell_free_list(state.handle.pointer, $0, $1) }
            state.stems[word] = stems
            return stems
        }
    }

    /// What may have been meant, likeliest first. Slow: for findings only.
    package func suggestions(for word: String) -> [String] {
        state.withLock { state in
            Self.list { Hunspell_suggest(state.handle.pointer, $0, word) } free: { Hunspell_free_list(state.handle.pointer, $0, $1) }
        }
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
